using System.Text;
using CsvHelper;

namespace OpenData.Schemas;

/// <summary>A CSV as cells: its header, and its rows with the line each begins on.</summary>
/// <param name="Header">The header's cells, trimmed.</param>
/// <param name="Rows">Each row's number as a spreadsheet shows it, its line, and its cells, trimmed.</param>
internal sealed record TableSheet(IReadOnlyList<string> Header, IReadOnlyList<(int Row, int Line, IReadOnlyList<string> Cells)> Rows)
{
    // Recovered quoting would shift what a column means: better told than guessed.
    private static readonly CsvReaderOptions Options = new() { HasHeader = false, TrackLineNumbers = true, DetectSeparatorHint = true, SkipEmptyLines = false, MalformedData = CsvMalformedDataHandling.Throw };

    public static (TableSheet? Sheet, DocumentError? Error) Parse(ReadOnlySpan<byte> csv)
    {
        var rows = new List<(int Row, int Line, IReadOnlyList<string> Cells)>();
        try
        {
            using var reader = CsvReader.Create(Utf8(csv), Options);
            while (reader.Read())
            {
                if (rows.Count > DocumentLimits.MaxTableRows)
                {
                    return (null, TooManyRows());
                }

                var cells = new string[reader.FieldCount];
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = reader.GetString(i).Trim().TrimStart('\uFEFF');
                }

                rows.Add(((int)reader.RowNumber, (int)reader.LineNumber, cells));
            }
        }
        catch (CsvFormatException malformed)
        {
            return (null, Malformed(malformed));
        }

        rows.RemoveAll(r => r.Cells.All(c => c.Length == 0));
        return rows.Count == 0 ? (null, Empty()) : (new TableSheet(rows[0].Cells, rows[1..]), null);
    }

    private static byte[] Utf8(ReadOnlySpan<byte> csv)
    {
        if (System.Text.Unicode.Utf8.IsValid(csv))
        {
            return csv.ToArray();
        }

        // Thai Excel saves "CSV" as windows-874, and every byte of it means something there.
        return Encoding.UTF8.GetBytes(CodePagesEncodingProvider.Instance.GetEncoding(874)!.GetString(csv));
    }

    private static DocumentError Empty() => new(
        "empty-document",
        "",
        1,
        new("ไฟล์พจนานุกรมข้อมูลไม่มีแถวใดเลย", "The data dictionary has no rows."),
        new("ใส่หัวตาราง name,type,description แล้วอธิบายคอลัมน์ละหนึ่งแถว", "Give it the header name,type,description and one row per column."));

    private static DocumentError TooManyRows() => new(
        "too-large",
        "",
        DocumentLimits.MaxTableRows,
        new($"พจนานุกรมข้อมูลมีเกิน {DocumentLimits.MaxTableRows} แถว", $"The data dictionary has more than {DocumentLimits.MaxTableRows} rows."),
        new("ตรวจว่าไม่ได้ส่งไฟล์ข้อมูลมาแทนพจนานุกรม", "See that it is not the data file, given by mistake."));

    private static DocumentError Malformed(CsvFormatException malformed)
    {
        var line = Math.Max(1, (int)malformed.LineNumber);
        return new(
            "malformed-csv",
            "",
            line,
            new($"แถวที่เริ่มบรรทัด {line} ไม่เป็น CSV ที่ถูกต้อง (เครื่องหมายคำพูดไม่ครบคู่ หรือเซลล์ยาวเกินไป)", $"The row that begins on line {line} is not valid CSV (an unpaired quote, or too long a cell)."),
            new("ปิดเครื่องหมาย \" ให้ครบคู่ แล้วเขียน \" ในข้อความเป็น \"\"", "Close every quote, and write a quote inside a text as \"\"."));
    }
}
