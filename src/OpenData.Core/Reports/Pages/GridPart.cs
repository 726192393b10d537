using System.Globalization;
using OpenData.Rules;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Reports.Pages;

/// <summary>The rows that findings point to, as a spreadsheet shows them, with the faulty cell marked.</summary>
internal static class GridPart
{
    public static void Write(ReportPage page, string code, HtmlText text)
    {
        var faults = page.Report.Findings.Where(f => f.Code == code && f.Row is not null).Select(f => (f.Row!.Value, f.Column)).ToHashSet();
        var rows = RowExcerpts.Of(page.Report, code)
            .SelectMany(column => column)
            .Select(f => page.Excerpts.FirstOrDefault(e => e.Row == f.Row && e.Column == f.Column))
            .OfType<RowExcerpt>()
            .Distinct();
        // A grid per column; the header's row stands once, however many of its cells are faulty. Rows that show other cells need another grid.
        foreach (var grid in rows.GroupBy(r => (r.Row <= page.Report.File.HeaderRow, r.Row <= page.Report.File.HeaderRow ? null : r.Column, r.First, r.Cells.Count)))
        {
            WriteGrid(page.Report, [.. grid.DistinctBy(r => r.Row)], faults, text);
        }
    }

    private static void WriteGrid(Report report, IReadOnlyList<RowExcerpt> rows, HashSet<(long Row, int? Column)> faults, HtmlText text)
    {
        var (first, width, isHeader) = (rows[0].First, rows[0].Cells.Count, rows[0].Row <= report.File.HeaderRow);
        var caption = !isHeader && rows[0].Column is { } column && report.Columns.FirstOrDefault(c => c.Index == column) is { } named
            ? text.Say($"ในไฟล์: คอลัมน์ {Letters(column)} “{named.Header}”", $"In the file: column {Letters(column)} “{named.Header}”")
            : text.Say("ในไฟล์", "In the file");
        text.Write($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Html(caption)}\"><table class=\"grid\">\n<caption>{Html(caption)}</caption>\n<thead><tr><th scope=\"col\">{text.Say("แถว", "Row")}</th>");
        for (var at = first; at < first + width; at++)
        {
            var header = report.Columns.FirstOrDefault(c => c.Index == at)?.Header;
            // The header's own row shows the names already.
            var name = header is null || isHeader ? "" : $"<br/>{Html(Rules.Scanning.CellText.Cut(header, RowExcerpts.CellLength))}";
            text.Write($"<th scope=\"col\"><span class=\"letter\">{Letters(at)}</span>{name}</th>");
        }

        text.BeginRows();
        foreach (var row in rows)
        {
            WriteRow(row, report.File.Columns, faults, text);
        }

        text.EndTable();
    }

    private static void WriteRow(RowExcerpt row, int columns, HashSet<(long Row, int? Column)> faults, HtmlText text)
    {
        var number = row.Row.ToString(CultureInfo.InvariantCulture);
        text.Write(row.Column is null ? $"<tr><th scope=\"row\" class=\"fault\">▶ {number}</th>" : $"<tr><th scope=\"row\">{number}</th>");
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var at = row.First + i;
            var isFault = faults.Contains((row.Row, at)) || (row.Column is null && (row.Cells[i] is null || at > columns));
            var cell = row.Cells[i] is { } value ? Html(value) : $"<em>{text.Say("ไม่มีเซลล์", "no cell")}</em>";
            text.Write(isFault ? $"<td class=\"fault\">▶ {cell}</td>" : $"<td>{cell}</td>");
        }

        text.Write("</tr>\n");
    }

    /// <summary>A column as a spreadsheet calls it: A, B, … Z, AA.</summary>
    internal static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }
}
