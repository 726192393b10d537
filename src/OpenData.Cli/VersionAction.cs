using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Runtime.InteropServices;
using OpenData.Cli.Output;
using OpenData.Rules;
using OpenData.Store.Sqlite;

namespace OpenData.Cli;

/// <summary>Prints what a bug report needs to say: version, rule book, runtime, system and database library.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        terminal.Line($"opendata {version}");
        terminal.Line($"{terminal.Say("ชุดกฎ", "rule book")} {RuleBook.Version}");
        terminal.Line($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        var sqlite = SqliteLibrary.Version; // asked first: only then is it known where it came from
        var source = SqliteLibrary.IsSystem ? terminal.Say("ของระบบ", "the system's") : terminal.Say("ที่มากับโปรแกรม", "bundled");
        terminal.Line($"SQLite {sqlite} ({source})");
        return ExitCode.Complies;
    }
}
