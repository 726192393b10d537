using System.Globalization;
using OpenData.Publishing.Repair;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using Spectre.Console;

namespace OpenData.Cli.Output;

/// <summary>What a conversion did, for people at a terminal: the changes by kind, and the two reports side by side.</summary>
internal sealed class ConversionText(Terminal terminal)
{
    public void Write(Report before, Report after, RepairTally changes)
    {
        WriteChanges(changes);
        WriteReports(before, after);
    }

    private void WriteChanges(RepairTally changes)
    {
        if (changes.Count == 0)
        {
            terminal.Line(terminal.Say("ไม่มีอะไรต้องเปลี่ยน", "Nothing had to be changed."));
            return;
        }

        var table = Table(terminal.Say("การเปลี่ยนแปลง", "Change"), terminal.Say("จำนวน", "Count"), terminal.Say("ตัวอย่าง", "For example"));
        foreach (var (kind, count) in changes.Kinds)
        {
            table.AddRow(new Text(RepairNames.TitleOf(kind).In(terminal.Language)), new Text(Number(count.Count)), new Text(Example(count.First[0])));
        }

        terminal.Results.Write(table);
    }

    private void WriteReports(Report before, Report after)
    {
        var table = Table("", terminal.Say("ก่อน", "Before"), terminal.Say("หลัง", "After"));
        table.AddRow(new Text(terminal.Say("ผล", "Verdict")), Verdict(before), Verdict(after));
        Row(terminal.Say("แถว", "Rows"), before.File.Rows, after.File.Rows);
        Row(terminal.Say("คอลัมน์", "Columns"), before.File.Columns, after.File.Columns);
        Row(terminal.Say("ผิด", "Errors"), before.Counts.Error, after.Counts.Error);
        Row(terminal.Say("เตือน", "Warnings"), before.Counts.Warning, after.Counts.Warning);
        Row(terminal.Say("ข้อสังเกต", "Notes"), before.Counts.Info, after.Counts.Info);
        var lines = before.Summary.Concat(after.Summary).Select(line => (line.Severity, line.Code)).Distinct();
        foreach (var (severity, code) in lines.OrderBy(line => line.Severity).ThenBy(line => RuleBook.PlaceOf(line.Code)))
        {
            Row($"{ReportNames.TitleOf(severity).In(terminal.Language)}: {code}", CountOf(before, severity, code), CountOf(after, severity, code));
        }

        terminal.Results.Write(table);

        void Row(string title, long old, long now) => table.AddRow(new Text(title), new Text(Number(old)), new Text(Number(now)));
    }

    private Markup Verdict(Report report) => new(report.Complies
        ? $"[green]✔ {terminal.Say("เป็นไปตามเกณฑ์", "complies")}[/]"
        : $"[red]✘ {terminal.Say("ไม่เป็นไปตามเกณฑ์", "does not comply")}[/]");

    private static long CountOf(Report report, Severity severity, string code) =>
        report.Summary.FirstOrDefault(line => line.Severity == severity && line.Code == code)?.Count ?? 0;

    private string Example(RepairChange change)
    {
        var row = change.Row is { } number ? terminal.Say("แถว ", "row ") + number.ToString(CultureInfo.InvariantCulture) : "";
        var column = change.Column is { } index ? terminal.Say(" คอลัมน์ ", " column ") + index.ToString(CultureInfo.InvariantCulture) : "";
        var values = (change.Old, change.New) switch
        {
            (null, _) => "",
            ({ } old, null) => Cut(old),
            ({ } old, { } now) => $"{Quote(old)} → {Quote(now)}",
        };
        return $"{row}{column} {values}".Trim();
    }

    /// <summary>Blanks and spaces at the ends are the change itself; quotes let them be seen.</summary>
    private static string Quote(string text) => text.Length == 0 || text != text.Trim() ? $"“{Cut(text)}”" : Cut(text);

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= CliDefaults.ShownValue ? line : string.Concat(line.AsSpan(0, CliDefaults.ShownValue), "…");
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        return table;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
