using System.Globalization;
using System.Text;

namespace OpenData.Benchmarks;

/// <summary>The main jobs over one large file, each as a whole process: check, check against a dictionary, publish.</summary>
internal static class Bench
{
    private const long Rows = 1_000_000;
    private const int LargeFactor = 10;
    private const int Runs = 3;

    public static async Task<int> RunAsync(string executable, string folder, string reportFile, IReadOnlyList<string> options)
    {
        var rows = Options.Number(options, "--rows") ?? Rows;
        var runs = (int)(Options.Number(options, "--runs") ?? Runs);
        Directory.CreateDirectory(folder);
        var table = new StringBuilder($"""
            # Bench

            {Machine.Describe()}. Each step is a whole process (runtime start included); time is the median of {runs} runs, publishing is run once.

            | step | rows | MB | seconds | MB/s | rows/s | peak memory, MB | exit |
            |---|---:|---:|---:|---:|---:|---:|---:|

            """);
        Console.Write(table);
        var worst = await MeasureFileAsync(executable, folder, rows, runs, publish: true, table);
        if (options.Contains("--large"))
        {
            worst = Math.Max(worst, await MeasureFileAsync(executable, folder, rows * LargeFactor, 1, publish: false, table));
        }

        await File.WriteAllTextAsync(reportFile, table.ToString());
        Console.WriteLine($"\nwritten to {reportFile}");
        return worst > 1 ? worst : 0;
    }

    private static async Task<int> MeasureFileAsync(string executable, string folder, long rows, int runs, bool publish, StringBuilder table)
    {
        using var dataset = RecordsDataset.Make(folder, rows);
        var (file, dictionary) = (dataset.File, dataset.Dictionary);
        var report = Path.Combine(folder, "report.json");
        var worst = await StepAsync("check", ["check", file, "--out", report], runs);
        worst = Math.Max(worst, await StepAsync("check with dictionary", ["check", file, "--dictionary", dictionary, "--out", report], runs));
        worst = Math.Max(worst, await StepAsync("check with dictionary, no uniqueness", ["check", file, "--dictionary", dictionary, "--no-uniqueness", "--out", report], runs));
        if (publish)
        {
            RecordsFile.Write(file, rows, faulty: true);
            worst = Math.Max(worst, await StepAsync("check with dictionary, no uniqueness, a fault in every row", ["check", file, "--dictionary", dictionary, "--no-uniqueness", "--out", report], runs));
            table.Append(CultureInfo.InvariantCulture, $"\nThe report of the file with a fault in every row has {new FileInfo(report).Length / 1e6:0.00} MB.\n\n");
            RecordsFile.Write(file, rows);
            await DuckDbRival.CompareAsync(executable, ["check", file, "--dictionary", dictionary, "--no-uniqueness", "--out", report], file, runs, table);
            var data = Path.Combine(folder, "data");
            if (Directory.Exists(data))
            {
                Directory.Delete(data, recursive: true);
            }

            worst = Math.Max(worst, await StepAsync("publish (add)", ["add", dataset.Folder, "--data", data], 1));
            Directory.Delete(data, recursive: true);
        }

        return worst;

        async Task<int> StepAsync(string step, string[] arguments, int times)
        {
            var measures = new List<Measure>();
            for (var i = 0; i < times; i++)
            {
                measures.Add(await MeasuredProcess.RunAsync(executable, arguments));
            }

            var seconds = measures.Select(measure => measure.Time.TotalSeconds).Order().ElementAt(times / 2);
            var peak = measures.Max(measure => measure.PeakBytes);
            var megabytes = new FileInfo(file).Length / 1e6;
            var code = measures.Max(measure => measure.ExitCode);
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"| {step} | {rows:N0} | {megabytes:N0} | {seconds:0.00} | {megabytes / seconds:N0} | {rows / seconds:N0} | {(peak is { } bytes ? (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture) : "not available")} | {code} |\n");
            Console.Write(line);
            table.Append(line);
            return code;
        }
    }
}
