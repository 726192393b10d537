using OpenData.Intake;
using OpenData.Tables;

namespace OpenData.Rules.Files;

/// <summary>Where an invalid byte stands.</summary>
/// <param name="Offset">0-based byte offset in the file as it was received.</param>
/// <param name="Row">1-based row.</param>
/// <param name="Line">1-based physical line on which that row starts.</param>
/// <param name="Column">1-based column; null where the row could not be read.</param>
internal readonly record struct DamagedPlace(long Offset, long Row, long Line, int? Column);

/// <summary>
/// Finds the rows and columns of the invalid bytes whose offsets were kept. A damaged file is read once more for it, no further than the last of them;
/// any other file not at all.
/// </summary>
internal static class DamagedPlaces
{
    /// <summary>The places in the order of the file; none where no byte is invalid.</summary>
    public static IReadOnlyList<DamagedPlace> In(Inspection inspection)
    {
        var facts = inspection.Submission.Upload.Text!;
        if (facts.InvalidOffsets.Count == 0 || inspection.Table is not { } table)
        {
            return [];
        }

        var inText = facts.Encoding == TextEncoding.Utf8 ? facts.InvalidOffsets : InUtf8(inspection.Submission.Upload, facts);
        var places = new List<DamagedPlace>();
        using var reader = table.Read();
        var (row, line) = (0L, 0L);
        while (places.Count < inText.Count && reader.Read())
        {
            // What is left of the row before: it was too long to be read, and nobody knows its columns.
            while (places.Count < inText.Count && inText[places.Count] < reader.Offset)
            {
                places.Add(new DamagedPlace(facts.InvalidOffsets[places.Count], row, line, null));
            }

            (row, line) = (reader.Row, reader.Line);
            while (places.Count < inText.Count && reader.FieldCount > 0 && inText[places.Count] < reader.Offset + reader.RawRow.Length)
            {
                places.Add(new DamagedPlace(facts.InvalidOffsets[places.Count], row, line, ColumnAt(reader, (int)(inText[places.Count] - reader.Offset))));
            }
        }

        return places;
    }

    /// <summary>The column of a byte of the row, 1-based.</summary>
    private static int ColumnAt(TableReader row, int at)
    {
        for (var i = 0; i < row.FieldCount; i++)
        {
            if (row.RawRow.Overlaps(row.RawField(i), out var start) && at < start + row.RawField(i).Length)
            {
                return i + 1;
            }
        }

        return row.FieldCount;
    }

    /// <summary>The same bytes as offsets of the text once it is UTF-8. A byte of a code page, or two of UTF-16, became one character, which begins with a byte that continues none.</summary>
    private static List<long> InUtf8(Upload upload, TextFacts facts)
    {
        var unit = facts.Encoding is TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian ? 2 : 1;
        var found = new List<long>();
        using var text = Utf8Copy.Open(upload);
        using var rented = new RentedBlock();
        var block = rented.Bytes;
        var (units, start) = (0L, 0L);
        int read;
        while (found.Count < facts.InvalidOffsets.Count && (read = text.Read(block)) > 0)
        {
            for (var i = 0; i < read && found.Count < facts.InvalidOffsets.Count; i++)
            {
                if ((block[i] & 0xC0) == 0x80)
                {
                    continue;
                }

                if (facts.InvalidOffsets[found.Count] <= facts.ByteOrderMark + (units * unit))
                {
                    found.Add(start + i);
                }

                // A character of four bytes is two units of UTF-16.
                units += block[i] >= 0xF0 ? 2 : 1;
            }

            start += read;
        }

        return found;
    }
}
