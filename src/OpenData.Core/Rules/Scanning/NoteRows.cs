namespace OpenData.Rules.Scanning;

/// <summary>Tells footnotes, sources and remarks from data.</summary>
internal static class NoteRows
{
    private static readonly string[] Starts =
    [
        "หมายเหตุ", "ที่มา", "แหล่งที่มา", "แหล่งข้อมูล", "ข้อมูล ณ", "ปรับปรุงข้อมูล", "จัดทำโดย", "รวบรวมโดย", "ประมวลผลโดย", "คำอธิบาย", "สัญลักษณ์", "ผู้จัดทำ", "ผู้รายงาน",
        "note", "notes", "source", "sources", "remark", "remarks", "footnote", "prepared by", "compiled by", "last updated", "data as of", "legend",
    ];

    /// <summary>True where a text begins as notes begin.</summary>
    public static bool SaysNote(string cell)
    {
        var text = cell.TrimStart(' ', '\t', '(', '*', '"', '\u00A0').ToLowerInvariant();
        return Array.Exists(Starts, s => text.StartsWith(s, StringComparison.Ordinal)
            && (text.Length == s.Length || !char.IsLetter(text[s.Length]) || s[0] > '\u0E00'));
    }

    /// <summary>True for a row of a table of three or more columns that holds a note, or nothing but a text in one cell that is too long for a value or marked as a footnote.</summary>
    public static bool IsNote(IReadOnlyList<string> cells, int width)
    {
        var filled = cells.Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        if (filled.Count == 0 || width < 3 || filled.Count > Math.Max(1, width / 3))
        {
            return false;
        }

        return SaysNote(filled[0]) || (filled.Count == 1 && (filled[0].Length >= 60 || filled[0].TrimStart() is ['*', ..] or ['(', ..] or ['¹' or '²' or '³', ..]));
    }
}
