using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using OpenData.Cli.Commands;
using OpenData.Cli.Output;

namespace OpenData.Cli;

/// <summary>The package's help, and below it the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction help, Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(terminal.Say("ตัวอย่าง:", "Examples:"));
        foreach (var example in Examples(parseResult.CommandResult.Command))
        {
            output.WriteLine($"  {example}");
        }

        output.WriteLine();
        output.WriteLine(terminal.Say(
            "รหัสออก: 0 ทำเสร็จและเป็นไปตามเกณฑ์, 1 ทำเสร็จแต่ไม่เป็นไปตามเกณฑ์, 2 ทำไม่ได้, 130 ถูกหยุดด้วย Ctrl-C",
            "Exit codes: 0 done and compliant, 1 done and not compliant, 2 could not run, 130 stopped by Ctrl-C."));
        return result;
    }

    private static IEnumerable<string> Examples(Command command) => command is ExampledCommand exampled
        ? exampled.Examples
        : command.Subcommands.OfType<ExampledCommand>().Where(sub => !sub.Hidden).Select(sub => sub.Examples[0]);
}
