using System.Diagnostics;

namespace OpenData.Benchmarks.Api;

/// <summary>Runs the programs of others that a bench needs.</summary>
internal static class Programs
{
    /// <summary>Where programs are looked for.</summary>
    public static string[] Folders => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    public static bool Has(string name) => Folders.Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>What a program writes.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message has its last words.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string? folder = null)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {(await errors + output).Trim()}");
    }

    /// <summary>Starts a server and reads what it writes up to the address at which it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended without an address.</exception>
    public static async Task<(Process Process, Uri Address)> StartServerAsync(ProcessStartInfo start)
    {
        const string Sign = " at http://";
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(Sign, StringComparison.Ordinal))
            {
                // Nobody reads on: a pipe that fills would hold the server up.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return (process, new Uri(line[(line.IndexOf(Sign, StringComparison.Ordinal) + 4)..].Trim()));
            }
        }

        throw new InvalidOperationException($"{start.FileName} ended without saying where it listens");
    }
}
