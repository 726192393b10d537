using System.CommandLine;
using System.CommandLine.Help;
using OpenData.Cli.Commands;
using OpenData.Cli.Output;

namespace OpenData.Cli;

/// <summary>The commands, and what is the same for all of them: language, help with examples, version, errors, Ctrl-C.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs; whatever happens, the answer is an exit code and at most a line of error.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var parsed = Build(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Misused(parsed, terminal);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = CliDefaults.StopWithin,
            });
        }
        catch (OperationCanceledException)
        {
            terminal.Fail(terminal.Say("หยุดตามคำสั่ง ไม่มีอะไรค้างครึ่งทาง", "stopped; nothing was left half-done"));
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            terminal.Fail(Explanation.Of(exception, terminal));
            return ExitCode.CouldNotRun;
        }
    }

    private static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand(terminal.Say(
            "OpenData: ตรวจ ลงทะเบียน และเผยแพร่ชุดข้อมูลเปิดภาครัฐ",
            "OpenData: checks, registers and publishes open government data."))
        {
            new CheckCommand(terminal),
            new InferCommand(terminal),
            new ConvertCommand(terminal),
            new RulesCommand(terminal),
            new AddCommand(terminal),
            new DemoCommand(terminal),
            new ScoresCommand(terminal),
            new EvidenceCommand(terminal),
            new ServeCommand(terminal),
            new CompareCommand(terminal),
            new RollbackCommand(terminal),
            new MigrateCommand(terminal),
            new VerifyCommand(terminal),
            new AuditCommand(terminal),
            new TokenCommand(terminal),
            new HealthCommand(terminal),
        };
        root.Options.Add(new Option<string>(Locale.Option)
        {
            Description = terminal.Say("ภาษาของข้อความ (ถ้าไม่ระบุ ใช้ตามเครื่อง)", "The language of messages (default: the locale's)."),
            Recursive = true,
        }.AcceptOnlyFromAmong("th", "en"));
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Description = terminal.Say("แสดงวิธีใช้", "Show help and examples.");
                    help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal);
                    break;
                case VersionOption version:
                    version.Description = terminal.Say("แสดงรุ่นของโปรแกรม", "Show the version, the runtime and the SQLite in use.");
                    version.Action = new VersionAction(terminal);
                    break;
            }
        }

        return root;
    }

    private static int Misused(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
        {
            terminal.Fail(error.Message);
        }

        var command = parsed.CommandResult.Command is RootCommand ? "opendata" : $"opendata {parsed.CommandResult.Command.Name}";
        terminal.Note(terminal.Say($"ดูวิธีใช้: {command} --help", $"See: {command} --help"));
        return ExitCode.CouldNotRun;
    }
}
