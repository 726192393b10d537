namespace OpenData.Schemas.Values;

/// <summary>Names of months, Thai and English, long and short, with or without dots.</summary>
internal static class MonthNames
{
    private static readonly string[][] ByMonth =
    [
        ["มกราคม", "ม.ค.", "มค", "january", "jan"],
        ["กุมภาพันธ์", "ก.พ.", "กพ", "february", "feb"],
        ["มีนาคม", "มี.ค.", "มีค", "march", "mar"],
        ["เมษายน", "เม.ย.", "เมย", "april", "apr"],
        ["พฤษภาคม", "พ.ค.", "พค", "may"],
        ["มิถุนายน", "มิ.ย.", "มิย", "june", "jun"],
        ["กรกฎาคม", "ก.ค.", "กค", "july", "jul", "กรกฏาคม"],
        ["สิงหาคม", "ส.ค.", "สค", "august", "aug"],
        ["กันยายน", "ก.ย.", "กย", "september", "sep", "sept"],
        ["ตุลาคม", "ต.ค.", "ตค", "october", "oct"],
        ["พฤศจิกายน", "พ.ย.", "พย", "november", "nov"],
        ["ธันวาคม", "ธ.ค.", "ธค", "december", "dec"],
    ];

    private static readonly Dictionary<string, int> Numbers = ByMonth
        .SelectMany((names, index) => names.Select(name => (Name: Bare(name), Month: index + 1)))
        .DistinctBy(n => n.Name)
        .ToDictionary(n => n.Name, n => n.Month, StringComparer.OrdinalIgnoreCase);

    /// <summary>1–12, or 0 where the word names no month.</summary>
    public static int Find(string word) => Numbers.GetValueOrDefault(Bare(word));

    private static string Bare(string name) => name.Replace(".", "", StringComparison.Ordinal).Trim();
}
