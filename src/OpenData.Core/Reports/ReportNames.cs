using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>The names that reports use for clauses and severities, as codes and in words.</summary>
public static class ReportNames
{
    private static readonly (Clause Clause, string Id, LocalText Title)[] Clauses =
    [
        (Clause.HeaderNames, "header-names", new("ระบุชื่อหัวคอลัมน์แต่ละคอลัมน์ในตาราง", "Every column has a name")),
        (Clause.SingleHeader, "single-header", new("หัวคอลัมน์มี ๑ บรรทัดต่อตัวแปร", "One header line per variable")),
        (Clause.NoMergedCells, "no-merged-cells", new("ไม่ประสานเซลล์", "No merged cells")),
        (Clause.ConsistentTypes, "consistent-types", new("ข้อมูลในหนึ่งคอลัมน์มีความสม่ำเสมอ", "One type per column")),
        (Clause.ValidDates, "valid-dates", new("ตัวแปรวันที่มีรูปแบบที่ถูกต้อง", "Dates are dates")),
        (Clause.SingleTable, "single-table", new("ไม่มีข้อมูลที่หลากหลาย (สี แผนภูมิ ตารางย่อย)", "Nothing but one table")),
    ];

    private static readonly LocalText Beside = new("นอกเหนือ 6 ข้อ", "Beside the six clauses");

    /// <summary>The clause's id in a report, or null for <see cref="Clause.None"/>.</summary>
    public static string? IdOf(Clause clause) => Array.Find(Clauses, c => c.Clause == clause).Id;

    /// <summary>The clause of an id; <see cref="Clause.None"/> for null.</summary>
    public static Clause ClauseOf(string? id) => Array.Find(Clauses, c => c.Id == id).Clause;

    /// <summary>What the clause asks, in a few words.</summary>
    public static LocalText TitleOf(Clause clause) => Array.Find(Clauses, c => c.Clause == clause).Title ?? LocalText.Empty;

    /// <summary>The clause by its number and title; what lies beside the six by a title of its own.</summary>
    public static string HeadingOf(Clause clause, Language language) => clause == Clause.None
        ? Beside.In(language)
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)clause} {TitleOf(clause).In(language)}");

    /// <summary>The severity's name in a report.</summary>
    public static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The severity in words.</summary>
    public static LocalText TitleOf(Severity severity) => severity switch
    {
        Severity.Error => new("ต้องแก้ไข", "Error"),
        Severity.Warning => new("ควรแก้ไข", "Warning"),
        _ => new("ข้อสังเกต", "Note"),
    };

    /// <summary>The severity of a name.</summary>
    public static Severity SeverityOf(string name) => name switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        _ => Severity.Info,
    };
}
