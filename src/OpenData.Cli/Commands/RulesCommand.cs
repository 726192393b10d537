using System.CommandLine;
using System.Text;
using OpenData.Cli.Output;
using OpenData.Reports;

namespace OpenData.Cli.Commands;

/// <summary><c>rules</c>: the rule book, for people, for programs and for the manual.</summary>
internal sealed class RulesCommand : ExampledCommand
{
    private static readonly string[] Formats = ["text", "json", "markdown"];

    public RulesCommand(Terminal terminal)
        : base(
            "rules",
            terminal.Say("แสดงชุดกฎทั้งหมด", "Print the rule book."),
            "opendata rules",
            "opendata rules --format markdown > docs/rules.md",
            "opendata rules --format json")
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = terminal.Say("รูปแบบ", "The format."),
            HelpName = string.Join('|', Formats),
            DefaultValueFactory = _ => Formats[0],
        };
        format.AcceptOnlyFromAmong(Formats);
        Options.Add(format);
        SetAction(parsed =>
        {
            switch (parsed.GetValue(format))
            {
                case "json":
                    terminal.Bytes.Write(RuleBookJson.Write());
                    break;
                case "markdown":
                    terminal.Bytes.Write(Encoding.UTF8.GetBytes(RuleBookMarkdown.Write()));
                    break;
                default:
                    RuleBookTable.Write(terminal);
                    break;
            }

            return ExitCode.Complies;
        });
    }
}
