namespace OpenData.Schemas.Values;

/// <summary>
/// Tells plain words from the bytes of a cell that begins with no digit and no sign. Words are plain unless they begin as a date, an
/// amount or a word for yes, no or nothing begins; what is not sure to be plain is looked at closely elsewhere.
/// </summary>
internal static class PlainWords
{
    /// <summary>The longest of the words for yes, no and nothing that are ASCII, in bytes.</summary>
    private const int LongestWord = 8;

    /// <summary>A cell longer than this is no date and no amount: the longest date with weekday, month and era is shorter.</summary>
    private const int LongestValue = 120;

    /// <summary>ASCII words for yes, no and nothing, lower case, packed eight bytes to a number.</summary>
    private static readonly HashSet<ulong> OddWords =
    [
        .. Words.All.Where(w => w.Length <= LongestWord && w.All(char.IsAscii)).Select(w => Pack(System.Text.Encoding.ASCII.GetBytes(w))),
    ];

    private static readonly HashSet<ulong> OddStarts =
    [
        .. new[] { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "thb", "usd", "bah" }.Select(w => Pack(System.Text.Encoding.ASCII.GetBytes(w))),
    ];

    /// <summary>True where the cell is sure to be text and nothing else.</summary>
    public static bool Are(ReadOnlySpan<byte> cell)
    {
        var first = cell[0];
        if (first == 0xE0)
        {
            return !BeginsOddly(cell);
        }

        if (first >= 0x80)
        {
            // Other scripts are plain; currencies, dashes, dots and odd spaces begin with C2 or E2.
            return first is not (0xC2 or 0xE2);
        }

        if ((uint)((first | 0x20) - 'a') > 'z' - 'a')
        {
            return false;
        }

        return cell.Length <= LongestWord
            ? !OddWords.Contains(Pack(cell)) && !MayBeDate(cell)
            : cell.Length > LongestValue || !MayBeDate(cell);
    }

    /// <summary>Reads <c>true</c> or <c>false</c>, in any case: the words that programs write.</summary>
    public static bool TryTruth(ReadOnlySpan<byte> cell, out bool truth)
    {
        truth = cell.Length == 4;
        return cell.Length is 4 or 5 && System.Text.Ascii.EqualsIgnoreCase(cell, truth ? "true"u8 : "false"u8);
    }

    private static bool MayBeDate(ReadOnlySpan<byte> cell) =>
        cell.Length > 3 && OddStarts.Contains(Pack(cell[..3])) && (cell.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 || cell.Contains((byte)0xE0));

    /// <summary>Thai: a digit, ฿, or the start of ใช่, ไม่…, จริง, เท็จ, วันที่, ว่าง, บาท.</summary>
    private static bool BeginsOddly(ReadOnlySpan<byte> cell)
    {
        if (cell.Length < 3 || cell.Length > LongestValue)
        {
            return cell.Length < 3;
        }

        return (cell[1], cell[2]) switch
        {
            (0xB9, >= 0x90 and <= 0x99) or (0xB8, 0xBF) => true,
            (0xB9, 0x83) => cell.SequenceEqual("ใช่"u8),
            (0xB9, 0x84) => cell.StartsWith("ไม่"u8),
            (0xB9, 0x80) => cell.SequenceEqual("เท็จ"u8),
            (0xB8, 0x88) => cell.SequenceEqual("จริง"u8),
            (0xB8, 0xA7) => cell.StartsWith("วันที่"u8) || cell.SequenceEqual("ว่าง"u8),
            (0xB8, 0x9A) => cell.StartsWith("บาท"u8),
            _ => false,
        };
    }

    /// <summary>Up to eight bytes as one number, ASCII capitals made small; the length is told by the zeros above.</summary>
    private static ulong Pack(ReadOnlySpan<byte> word)
    {
        ulong packed = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var letter = word[i];
            packed |= (ulong)(letter is >= (byte)'A' and <= (byte)'Z' ? letter | 0x20 : letter) << (8 * i);
        }

        return packed;
    }
}
