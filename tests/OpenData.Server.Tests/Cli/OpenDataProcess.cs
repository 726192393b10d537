using System.Diagnostics;
using System.Text;

namespace OpenData.Server.Tests.Cli;

/// <summary>What a run of the executable left: its exit code, and both outputs apart.</summary>
public sealed record RunResult(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);
}

/// <summary>The real executable as a real process, as users and scripts start it.</summary>
public static class OpenDataProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The executable beside the tests.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "opendata.dll");

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string Fixture(string name) => Path.Combine(Root, "tests/OpenData.Server.Tests/Cli/Fixtures", name);

    /// <summary>Runs to the end in English, without a terminal, with empty standard input.</summary>
    public static Task<RunResult> RunAsync(params string[] arguments) => RunAsync([], "", arguments);

    public static async Task<RunResult> RunAsync(Dictionary<string, string?> environment, string input, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = new MemoryStream();
            var copying = process.StandardOutput.BaseStream.CopyToAsync(output, patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await copying;
            await process.WaitForExitAsync(patience.Token);
            return new RunResult(process.ExitCode, output.ToArray(), await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts and leaves it running; the caller ends it.</summary>
    public static Process Start(Dictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Executable, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var variable in (string[])["LC_ALL", "LC_MESSAGES", "NO_COLOR", "OPENDATA_TOKEN"])
        {
            start.Environment.Remove(variable);
        }

        start.Environment["LANG"] = "en_US.UTF-8";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OpenData.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("OpenData.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
