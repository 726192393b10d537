using OpenData.Schemas;

namespace OpenData.Rules;

/// <summary>What a rule can be broken by, in the words of the rule book.</summary>
public static class RuleScope
{
    private static readonly HashSet<string> TextOnly =
    [
        "encoding-error", "not-utf8", "byte-order-mark", "separator-not-comma", "malformed-quoting", "mixed-line-endings", "merged-cells-trace",
    ];

    private static readonly HashSet<string> WorkbookOnly =
    [
        "unreadable-workbook", "merged-cells", "leading-zero-lost", "several-sheets", "cell-colour", "chart-or-picture", "hidden-rows-or-columns", "formula",
    ];

    private static readonly LocalText Text = new("ไฟล์ CSV", "CSV files");
    private static readonly LocalText Workbook = new("สมุดงาน XLSX", "XLSX workbooks");
    private static readonly LocalText Tables = new("ทุกตาราง", "every table");
    private static readonly LocalText Described = new("ตารางที่มีพจนานุกรมข้อมูล", "tables with a data dictionary");

    /// <summary>What the rule applies to.</summary>
    public static LocalText Of(Rule rule) =>
        TextOnly.Contains(rule.Code) ? Text
        : WorkbookOnly.Contains(rule.Code) ? Workbook
        : rule.GetType().Namespace == typeof(Conformity.MissingColumnRule).Namespace ? Described
        : Tables;
}
