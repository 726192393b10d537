using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace OpenData.Benchmarks;

/// <summary>Measures a check against DuckDB reading the same file typed: whole processes, taking turns, so that both meet the same machine.</summary>
internal static class DuckDbRival
{
    public static async Task CompareAsync(string executable, string[] check, string file, int runs, StringBuilder table)
    {
        if (await InstallAsync() is not { } script)
        {
            Tell("\nDuckDB: not measured, because npm could not install it here.\n");
            return;
        }

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var i = 0; i < Math.Max(runs, 3); i++)
        {
            theirs.Add((await MeasuredProcess.RunAsync("node", [script, file])).Time.TotalSeconds);
            ours.Add((await MeasuredProcess.RunAsync(executable, check)).Time.TotalSeconds);
        }

        var (mine, duck) = (Median(ours), Median(theirs));
        Tell(string.Create(CultureInfo.InvariantCulture, $"\nDuckDB typed read: {duck:0.00} s; check with dictionary, no uniqueness: {mine:0.00} s; ratio {mine / duck:0.00} (wanted: at most 0.60).\n\n"));

        void Tell(string line)
        {
            Console.Write(line);
            table.Append(line);
        }
    }

    private static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);

    /// <summary>Installs the rival beside the results, once; null where npm cannot.</summary>
    private static async Task<string?> InstallAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine("artifacts", "duckdb")).FullName;
        foreach (var source in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "DuckDb")))
        {
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)), overwrite: true);
        }

        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = folder })!;
            await npm.WaitForExitAsync();
            return npm.ExitCode == 0 ? Path.Combine(folder, "read.mjs") : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
