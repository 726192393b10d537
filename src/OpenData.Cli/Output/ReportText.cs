using System.Globalization;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using Spectre.Console;

namespace OpenData.Cli.Output;

/// <summary>A report for people at a terminal: verdict, the six clauses, the rules that were broken, and the first findings.</summary>
internal sealed class ReportText(IAnsiConsole console, Language language)
{
    public void Write(Report report)
    {
        WriteVerdict(report);
        WriteClauses(report);
        WriteSummary(report);
        WriteFindings(report);
    }

    private void WriteVerdict(Report report)
    {
        var file = report.File;
        var verdict = report.Complies ? $"[green]✔ {Verdict(true)}[/]" : $"[red]✘ {Verdict(false)}[/]";
        console.Markup($"{verdict}: ");
        Line(file.Name);
        Line(string.Join(" · ", new[]
        {
            $"{Number(file.Rows)} {Say("แถว", "rows")} × {Number(file.Columns)} {Say("คอลัมน์", "columns")}",
            $"{Number(file.Bytes)} {Say("ไบต์", "bytes")}",
            string.Join(" ", new[] { file.Kind, file.Encoding, file.LineEnding, file.Sheet }.Where(part => part is not null)),
            report.Dictionary is null ? Say("ไม่มีพจนานุกรมข้อมูล", "no dictionary") : Say("ตรวจตามพจนานุกรมข้อมูล", "checked against a dictionary"),
            $"sha256 {file.Sha256[..Math.Min(12, file.Sha256.Length)]}…",
        }));
        Line("");
    }

    private void WriteClauses(Report report)
    {
        var table = Table(Say("ข้อกำหนด", "Clause"), "", Say("ผิด", "Errors"), Say("เตือน", "Warnings"));

        // Where there is no table, no clause was broken; but none was seen to be met either.
        var met = report.File.Columns > 0 ? "[green]✔[/]" : "–";
        foreach (var clause in report.Clauses)
        {
            table.AddRow(
                new Text(ReportNames.HeadingOf(clause.Clause, language)),
                new Markup(clause.Met ? met : "[red]✘[/]"),
                new Text(Count(clause.Errors)),
                new Text(Count(clause.Warnings)));
        }

        console.Write(table);
    }

    private void WriteSummary(Report report)
    {
        if (report.Summary.Count == 0)
        {
            return;
        }

        var table = Table(Say("ระดับ", "Severity"), Say("กฎ", "Rule"), Say("จำนวน", "Count"), Say("สิ่งที่พบ", "Fault"));
        foreach (var line in report.Summary)
        {
            var rule = RuleBook.Find(line.Code);
            table.AddRow(
                new Markup(SeverityMarkup(line.Severity)),
                new Text(line.Code),
                new Text(Number(line.Count)),
                new Text((language == Language.Thai ? rule?.Thai : rule?.English)?.Title ?? ""));
        }

        console.Write(table);
    }

    private void WriteFindings(Report report)
    {
        var shown = Shown(report);
        if (shown.Count == 0)
        {
            return;
        }

        var table = Table(Say("แถว", "Row"), Say("คอลัมน์", "Column"), Say("ค่า", "Value"), Say("สิ่งที่พบ และวิธีแก้", "Fault and fix"));
        table.ShowRowSeparators();
        foreach (var finding in shown)
        {
            table.AddRow(
                new Text(finding.Row?.ToString(CultureInfo.InvariantCulture) ?? ""),
                new Text(Column(finding)),
                new Text(Cut(finding.Value)),
                new Markup($"{Colour(finding.Severity)}{Markup.Escape(Sentences.Message(finding, language))}[/]\n{Markup.Escape(Sentences.Fix(finding, language))}".TrimEnd()));
        }

        console.Write(table);
        if (report.Counts.Total > shown.Count)
        {
            Line(Say(
                $"แสดง {shown.Count} จาก {Number(report.Counts.Total)} รายการ ดูทั้งหมดที่เก็บไว้ด้วย --format html --out report.html",
                $"{shown.Count} of {Number(report.Counts.Total)} findings shown; for all that are kept: --format html --out report.html"));
        }
    }

    /// <summary>The first findings of each rule, errors before warnings before the rest.</summary>
    private static List<Finding> Shown(Report report) =>
        report.Findings
            .GroupBy(finding => finding.Code)
            .SelectMany(rule => rule.Take(CliDefaults.ShownPerRule))
            .OrderBy(finding => finding.Severity)
            .Take(CliDefaults.Shown)
            .ToList();

    private static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        return table;
    }

    private string Verdict(bool complies) => complies
        ? Say("เป็นไปตามเกณฑ์", "complies")
        : Say("ไม่เป็นไปตามเกณฑ์", "does not comply");

    private string SeverityMarkup(Severity severity) => $"{Colour(severity)}{ReportNames.TitleOf(severity).In(language)}[/]";

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Error => "[red]",
        Severity.Warning => "[yellow]",
        _ => "[grey]",
    };

    private static string Column(Finding finding) => finding.Column is null
        ? ""
        : $"{finding.Column.Value.ToString(CultureInfo.InvariantCulture)} {finding.Header}".TrimEnd();

    private static string Cut(string? value) => value is null || value.Length <= CliDefaults.ShownValue
        ? value ?? ""
        : string.Concat(value.AsSpan(0, CliDefaults.ShownValue), "…");

    /// <summary>A line as it is: folding would break names and sums in two.</summary>
    private void Line(string text) => console.Profile.Out.Writer.WriteLine(text);

    private static string Count(long count) => count == 0 ? "" : Number(count);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private string Say(string thai, string english) => language == Language.Thai ? thai : english;
}
