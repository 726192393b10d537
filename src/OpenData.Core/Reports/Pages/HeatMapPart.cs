using System.Globalization;
using OpenData.Rules;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Reports.Pages;

/// <summary>Columns by clauses, with counts: where in the table the faults are.</summary>
internal static class HeatMapPart
{
    /// <summary>Columns up to which all are shown, faultless ones too.</summary>
    public const int AllColumns = 40;

    /// <summary>Columns shown at most; beyond it the page would be as long as the file.</summary>
    public const int MostColumns = 200;

    public static void Write(Report report, HtmlText text)
    {
        if (report.Columns.Count == 0 || report.Findings.Count == 0)
        {
            return;
        }

        var map = HeatMap.Of(report);
        var isLong = report.Columns.Count > AllColumns;
        var rows = isLong ? map.Rows.Where(r => !r.IsEmpty).ToList() : map.Rows;
        Begin(text);
        foreach (var row in rows.Take(MostColumns))
        {
            text.Write($"<tr><th scope=\"row\">{Html(NameOf(row, report, text))}</th>");
            WriteCells(row, text);
            text.Write("</tr>\n");
        }

        text.Write($"<tr class=\"total\"><th scope=\"row\">{text.Say("รวมทั้งไฟล์", "Whole file")}</th>");
        WriteCells(map.Totals, text);
        text.Write("</tr>\n");
        text.EndTable();
        WriteKey(report, text, isLong, rows.Count, rows.Any(r => r.Cells.Any(c => c.AtLeast)));
    }

    private static void Begin(HtmlText text)
    {
        var caption = text.Say("แผนที่ข้อผิดพลาด: คอลัมน์ × ข้อกำหนด", "Where the faults are: columns × clauses");
        text.BeginTable(caption, "heat", [text.Say("คอลัมน์", "Column"), .. HeatMap.Clauses.Select(c => ShortOf(c, text))]);
    }

    /// <summary>Of the title just the number: seven columns of words fit on no telephone, and the table of clauses stands above.</summary>
    private static string ShortOf(Clause clause, HtmlText text) => clause == Clause.None
        ? text.Say("อื่น ๆ", "Other")
        : text.Say("ข้อ ", "Cl. ") + ((int)clause).ToString(CultureInfo.InvariantCulture);

    private static void WriteCells(HeatRow row, HtmlText text)
    {
        foreach (var cell in row.Cells)
        {
            text.Write($"<td class=\"{StyleOf(cell)}\">{TextOf(cell)}</td>");
        }
    }

    private static string StyleOf(HeatCell cell) => cell switch
    {
        { Errors: > 0 } => "hot",
        { Warnings: > 0 } => "warm",
        { Infos: > 0 } => "mild",
        _ => "cold",
    };

    private static string TextOf(HeatCell cell)
    {
        if (cell.IsEmpty)
        {
            return "·";
        }

        var plus = cell.AtLeast ? "+" : "";
        var parts = new[] { (Severity.Error, cell.Errors), (Severity.Warning, cell.Warnings), (Severity.Info, cell.Infos) };
        return string.Join("<br/>", parts.Where(p => p.Item2 > 0).Select(p => $"<span>{FoundPart.SignOf(p.Item1)} {Number(p.Item2)}{plus}</span>"));
    }

    private static string NameOf(HeatRow row, Report report, HtmlText text) => row.Column is { } column
        ? $"{column.ToString(CultureInfo.InvariantCulture)} {report.Columns.FirstOrDefault(c => c.Index == column)?.Header}"
        : text.Say("(ทั้งแถวหรือทั้งไฟล์)", "(whole rows, or the file)");

    private static void WriteKey(Report report, HtmlText text, bool isLong, int shown, bool hasAtLeast)
    {
        text.Write($"<p class=\"key\">{text.Say("✗ ต้องแก้ไข ▲ ควรแก้ไข ○ ข้อสังเกต · ไม่พบ", "✗ error ▲ warning ○ note · none")}");
        if (hasAtLeast)
        {
            text.Write(text.Say(" + อย่างน้อย (นับครบในแถวรวม)", " + at least (the whole file's line counts all)"));
        }

        text.Write("</p>\n");
        if (isLong)
        {
            var columns = Number(report.Columns.Count);
            text.Write($"<p class=\"key\">{text.Say($"ไฟล์มี {columns} คอลัมน์ แสดงเฉพาะคอลัมน์ที่พบข้อผิดพลาด", $"The file has {columns} columns; only those with findings are shown")}");
            text.Write(shown > MostColumns ? text.Say($" {MostColumns} คอลัมน์แรก</p>\n", $", the first {MostColumns}.</p>\n") : text.Say("</p>\n", ".</p>\n"));
        }
    }
}
