using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpenData.Benchmarks.Api;
using OpenData.Store;

namespace OpenData.Benchmarks.Engines;

/// <summary>Both stores over one large file: publishing against a plain load by the engine's own tool, and queries against the same SQL sent by hand.</summary>
internal static class EngineBench
{
    private const long Rows = 1_000_000;
    private const int Runs = 3;
    private const int Seconds = 3;

    private static readonly (Question Question, string Name)[] Questions =
    [
        (Question.Page, "page of 100 rows, 12 columns"),
        (Question.Filter, "filtered page of 20"),
        (Question.Key, "single row by key"),
        (Question.Count, "count of half the rows"),
        (Question.Group, "count and sum by province, of half the rows"),
    ];

    public static async Task<int> RunAsync(string executable, string folder, string reportFile, IReadOnlyList<string> options)
    {
        var rows = Options.Number(options, "--rows") ?? Rows;
        var runs = (int)(Options.Number(options, "--runs") ?? Runs);
        var seconds = (int)(Options.Number(options, "--seconds") ?? Seconds);
        Directory.CreateDirectory(folder);
        var text = new StringBuilder($"# Engines bench\n\n{Machine.Describe()}. {rows:N0} rows; the median of {runs} runs, both sides taking turns.\n\n");
        using var dataset = RecordsDataset.Make(folder, rows);
        var check = await CheckAsync(executable, dataset, folder, runs);
        await using (var sqlite = SqliteSide.Make(folder))
        {
            await MeasureAsync(executable, dataset, sqlite, rows, runs, seconds, check, text);
        }

        if (PostgresCluster.FindPrograms() is { } programs)
        {
            await using var postgres = await PostgresSide.StartAsync(programs);
            await MeasureAsync(executable, dataset, postgres, rows, runs, seconds, check, text);
        }
        else
        {
            text.Append("PostgreSQL: not measured, because its programs (initdb) are not on this machine.\n");
        }

        await File.WriteAllTextAsync(reportFile, text.ToString());
        Console.WriteLine($"{text}\nwritten to {reportFile}");
        return 0;
    }

    /// <summary>The part of publishing that no plain load has: the file is checked against its dictionary.</summary>
    private static async Task<double> CheckAsync(string executable, RecordsDataset dataset, string folder, int runs)
    {
        var seconds = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            seconds.Add((await MeasuredProcess.RunAsync(executable, ["check", dataset.File, "--dictionary", dataset.Dictionary, "--out", Path.Combine(folder, "report.json")])).Time.TotalSeconds);
        }

        return Median(seconds);
    }

    private static async Task MeasureAsync(string executable, RecordsDataset dataset, IEngineSide side, long rows, int runs, int seconds, double check, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {side.Name}\n\n");
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            // Both begin with a database that is there: ours with an empty catalog.
            await side.EmptyAsync();
            await MeasuredProcess.RunAsync(executable, ["verify", "--data", side.Data]);
            if (await side.LoadAsync(dataset.File) is { } plain)
            {
                theirs.Add(plain.TotalSeconds);
            }

            ours.Add((await MeasuredProcess.RunAsync(executable, ["add", dataset.Folder, "--data", side.Data])).Time.TotalSeconds);
        }

        text.Append(theirs.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Publish: {Median(ours):0.00} s, of which a check alone takes {check:0.00} s; {side.Tool} is not on this machine.\n\n")
            : string.Create(CultureInfo.InvariantCulture, $"Publish: {Median(ours):0.00} s, of which a check alone takes {check:0.00} s; {side.Tool}: {Median(theirs):0.00} s; ratio {Median(ours) / Median(theirs):0.00} (wanted: at most 1.5), without the check {(Median(ours) - check) / Median(theirs):0.00}.\n\n"));
        text.Append("| question | by hand | store | store / by hand |\n|---|---:|---:|---:|\n");
        await using var store = DataStores.Open(side.Data, TimeProvider.System, Guid.CreateVersion7);
        var published = (await store.Registry.ListPublishedAsync())[0];
        var release = (await store.Registry.FindDatasetAsync(published.Dataset))!.Resources[0].Current!;
        await using var hand = await ByHand.OpenAsync(side.Connect(release.Unit), side.TableOf(release.Unit), side.Number);
        var mine = new ByStore(store.Rows, release);
        foreach (var (question, name) in Questions)
        {
            var (byHand, byStore) = await RaceAsync(question, rows, runs, seconds, hand, mine);
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Show(byHand)} | {Show(byStore)} | {byStore / byHand:0.00} |\n");
        }

        text.Append("\nRequests per second, one after another in one process, every cell read. Wanted: at least 0.6.\n\n");
    }

    private static async Task<(double ByHand, double ByStore)> RaceAsync(Question question, long rows, int runs, int seconds, ByHand hand, ByStore store)
    {
        var values = Enumerable.Range(0, 64).Select(i => ValueOf(question, rows, i)).ToArray();
        foreach (var value in values.Take(3))
        {
            var (theirs, ours) = ((await hand.AskAsync(question, value)).ToString(), (await store.AskAsync(question, value)).ToString());
            if (theirs != ours || theirs.Length == 0)
            {
                throw new InvalidOperationException($"{question} of {value}: by hand {theirs}, by the store {ours}");
            }
        }

        var (byHand, byStore) = (new List<double>(), new List<double>());
        for (var run = 0; run <= runs; run++)
        {
            // The first round warms up.
            var length = TimeSpan.FromSeconds(run == 0 ? 1 : seconds);
            var (theirs, ours) = (await RateAsync(length, v => hand.AskAsync(question, v), values), await RateAsync(length, v => store.AskAsync(question, v), values));
            if (run > 0)
            {
                byHand.Add(theirs);
                byStore.Add(ours);
            }
        }

        return (Median(byHand), Median(byStore));
    }

    private static async Task<double> RateAsync(TimeSpan length, Func<object, Task<Answer>> ask, object[] values)
    {
        var watch = Stopwatch.StartNew();
        var asked = 0;
        do
        {
            await ask(values[asked++ % values.Length]);
        }
        while (watch.Elapsed < length);
        return asked / watch.Elapsed.TotalSeconds;
    }

    private static object ValueOf(Question question, long rows, int i) => question switch
    {
        Question.Page => i * (rows / 64),
        Question.Filter => string.Create(CultureInfo.InvariantCulture, $"{10 + (i % 8)}"),
        Question.Key => ((i * 7919L) + 1) % rows,
        _ => 500_000L + i,
    };

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    private static string Show(double perSecond) => perSecond.ToString(perSecond < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);
}
