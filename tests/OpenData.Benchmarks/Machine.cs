using System.Runtime.InteropServices;

namespace OpenData.Benchmarks;

/// <summary>The machine that figures were measured on.</summary>
internal static class Machine
{
    public static string Describe()
    {
        const string Cpus = "/proc/cpuinfo";
        var model = File.Exists(Cpus)
            ? File.ReadLines(Cpus).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : null;
        return $"{Environment.ProcessorCount} × {model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
    }
}
