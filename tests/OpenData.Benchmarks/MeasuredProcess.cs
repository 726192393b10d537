using System.Diagnostics;
using System.Globalization;

namespace OpenData.Benchmarks;

/// <summary>What one process took.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Time">From start to exit, runtime start included.</param>
/// <param name="PeakBytes">The most memory it held (resident set), or null where the system does not tell.</param>
internal sealed record Measure(int ExitCode, TimeSpan Time, long? PeakBytes);

/// <summary>Runs a program as a user would and measures it from outside.</summary>
internal static class MeasuredProcess
{
    // VmHWM is a high-water mark, so only what grows in the last few milliseconds can be missed.
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    public static async Task<Measure> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.ReadToEndAsync();
        var exit = process.WaitForExitAsync();
        long? peak = null;
        while (!exit.IsCompleted)
        {
            peak = ReadPeak(process.Id) ?? peak;
            await Task.WhenAny(exit, Task.Delay(Poll));
        }

        clock.Stop();
        await output;
        if (process.ExitCode is not 0 and not 1)
        {
            Console.Error.WriteLine(await errors);
        }

        return new Measure(process.ExitCode, clock.Elapsed, peak);
    }

    /// <summary>Linux: the high-water mark of the resident set. Elsewhere, or when the process is gone: null.</summary>
    private static long? ReadPeak(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
