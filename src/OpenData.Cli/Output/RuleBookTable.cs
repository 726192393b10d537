using OpenData.Reports;
using OpenData.Rules;
using Spectre.Console;

namespace OpenData.Cli.Output;

/// <summary>The rule book as a table for people at a terminal.</summary>
internal static class RuleBookTable
{
    public static void Write(Terminal terminal)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(
            terminal.Say("กฎ", "Rule"),
            terminal.Say("ระดับ", "Severity"),
            terminal.Say("ข้อกำหนด", "Clause"),
            terminal.Say("สิ่งที่พบ", "Fault"));
        foreach (var rule in RuleBook.Rules)
        {
            table.AddRow(
                new Text(rule.Code),
                new Text(ReportNames.TitleOf(rule.Severity).In(terminal.Language)),
                new Text(ReportNames.HeadingOf(rule.Clause, terminal.Language)),
                new Text(rule.In(terminal.Language).Title));
        }

        terminal.Results.Write(table);
        terminal.Line(terminal.Say(
            $"ชุดกฎรุ่น {RuleBook.Version} จำนวน {RuleBook.Rules.Count} กฎ",
            $"Rule book {RuleBook.Version}: {RuleBook.Rules.Count} rules"));
    }
}
