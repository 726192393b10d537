using System.Collections.Frozen;

namespace OpenData.Schemas.Values;

/// <summary>Words that stand for no value, for yes and for no.</summary>
public static class Words
{
    /// <summary>The pair <c>true</c> and <c>false</c>.</summary>
    public const int TrueFalse = 1;

    private static readonly FrozenSet<string> Placeholders = new[]
    {
        "-", "--", "---", "–", "—", ".", "..", "...", "…", "?", "*", "N/A", "n/a", "#N/A", "N.A.", "n.a.", "NULL", "null", "NaN", "<NA>", "#NULL!", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!",
        "ไม่มีข้อมูล", "ไม่มี ข้อมูล", "ไม่พบข้อมูล", "ไม่ปรากฏข้อมูล", "ไม่ปรากฎข้อมูล", "ไม่มีข้อมูล.", "(ไม่มีข้อมูล)",
    }.ToFrozenSet(StringComparer.Ordinal);

    // "Nan" is also a province of Thailand and "None" an answer: only numbers and dates are sure not to be these words.
    private static readonly FrozenSet<string> MissingWords = new[] { "na", "nan", "none", "nil", "null", "missing", "unknown", "ไม่มี", "ไม่ทราบ", "ไม่ระบุ", "ว่าง", "x", "nd" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (bool Truth, int Pair)> Booleans = new Dictionary<string, (bool, int)>
    {
        ["true"] = (true, TrueFalse), ["false"] = (false, TrueFalse),
        ["yes"] = (true, 2), ["no"] = (false, 2),
        ["y"] = (true, 3), ["n"] = (false, 3),
        ["ใช่"] = (true, 4), ["ไม่ใช่"] = (false, 4),
        ["จริง"] = (true, 5), ["เท็จ"] = (false, 5),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every word that means yes, no or nothing.</summary>
    internal static IEnumerable<string> All => Placeholders.Concat(MissingWords).Concat(Booleans.Keys);

    /// <summary>True for a sign that holds the place of a value in any column.</summary>
    public static bool IsPlaceholder(string text) => Placeholders.Contains(text);

    /// <summary>True for a word that means "no value" among numbers and dates.</summary>
    public static bool IsMissingWord(string text) => MissingWords.Contains(text);

    /// <summary>Reads a yes or no; <paramref name="pair"/> tells which pair of words it belongs to.</summary>
    public static bool TryBoolean(string text, out bool truth, out int pair)
    {
        var found = Booleans.TryGetValue(text, out var value);
        (truth, pair) = value;
        return found;
    }
}
