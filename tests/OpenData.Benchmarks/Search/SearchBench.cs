using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenData.Benchmarks.Api;

namespace OpenData.Benchmarks.Search;

/// <summary>Searches of a generated catalog by our server, and by a bare handler over the same file of SQLite; then what a publish costs the faces.</summary>
internal static class SearchBench
{
    private const int Datasets = 14_000;
    private const int Rounds = 3;
    private const int Seconds = 5;
    private const int WarmUpSeconds = 8;
    private const int Connections = 32;
    private const int Fastest = 4_000;
    private const int Repeated = 100;
    private const int PagesWalked = 140;
    private const int Compared = 20;

    private static readonly (QueryKind Kind, string Name)[] Kinds =
    [
        (QueryKind.All, "all datasets, a page from anywhere"),
        (QueryKind.Thai, "a part of a Thai title"),
        (QueryKind.English, "two English words"),
        (QueryKind.Mistyped, "a word with a letter wrong"),
        (QueryKind.Faceted, "a word, two organizations, a format"),
        (QueryKind.Mix, "one of each in turn"),
    ];

    public static async Task<int> RunAsync(string executable, string folder, string reportFile, IReadOnlyList<string> options)
    {
        var datasets = (int)(Options.Number(options, "--datasets") ?? Datasets);
        var rounds = (int)(Options.Number(options, "--runs") ?? Rounds);
        var seconds = (int)(Options.Number(options, "--seconds") ?? Seconds);
        Directory.CreateDirectory(folder);
        var load = new LoadGenerator(Path.GetFullPath(folder), null);
        if (load.Name is null)
        {
            Console.Error.WriteLine("Nothing can be measured: wrk is not on this machine.");
            return 2;
        }

        var data = await SeededCatalog.MakeAsync(folder, datasets);
        await using var own = await OwnServer.ServeAsync(executable, data);
        var (bare, bareAddress) = await Programs.StartServerAsync(new ProcessStartInfo("dotnet", [typeof(SearchBench).Assembly.Location, "bare-search", Path.Combine(data, "registry.db")]));
        try
        {
            var generated = GeneratedCatalog.Datasets(datasets).ToList();
            var queries = new SearchQueries(generated, await CursorsAsync(own.Address));
            await CompareAsync(own.Address, bareAddress, queries);
            var report = Head(datasets, load, rounds, seconds);
            foreach (var (kind, name) in Kinds)
            {
                var fresh = await MeasureAsync(load, own.Address, queries, kind, rounds, seconds, again: false);
                var again = await MeasureAsync(load, own.Address, queries, kind, rounds, seconds, again: true);
                var plain = await MeasureAsync(load, bareAddress, queries, kind, rounds, seconds, again: false);
                report.Append(Say(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Shown(fresh)} | {Shown(again)} | {Shown(plain)} | {fresh.PerSecond / plain.PerSecond:0.0} |\n")));
            }

            report.Append(await AfterPublish.MeasureAsync(own, data, datasets));
            await File.WriteAllTextAsync(reportFile, report.ToString());
        }
        finally
        {
            bare.Kill();
            await bare.WaitForExitAsync();
            bare.Dispose();
        }

        Console.WriteLine($"\nwritten to {reportFile}");
        return 0;
    }

    private static StringBuilder Head(int datasets, LoadGenerator load, int rounds, int seconds)
    {
        var idle = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";
        return new StringBuilder(Say(string.Create(CultureInfo.InvariantCulture, $"# Search bench\n\n{Machine.Describe()}; load before it: {idle}. {datasets:N0} datasets.\n\n")
            + string.Create(CultureInfo.InvariantCulture, $"{Connections} connections of {load.Name} on the same machine; median of {rounds} rounds of {seconds} s: requests per second, and milliseconds within which half and 99 of 100 are answered. ")
            + $"“first asked” are searches of which no two are the same, “asked again” the same {Repeated} over and over. “bare” is a minimal ASP.NET Core handler with the same full-text statement over the same file of SQLite, asked first, too; it counts no facets, marks no words, and forgives no slip. Wanted: 99 of 100 within 20 ms.\n\n"
            + "| search | first asked: /s | p50 | p99 | asked again: /s | p50 | p99 | bare: /s | p50 | p99 | first asked / bare |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"));
    }

    private static string Shown(Latency measured) => string.Create(CultureInfo.InvariantCulture, $"{measured.PerSecond:N0} | {measured.Median:0.0} | {measured.Slowest:0.0}");

    private static async Task<Latency> MeasureAsync(LoadGenerator load, Uri address, SearchQueries queries, QueryKind kind, int rounds, int seconds, bool again)
    {
        var same = queries.Make(kind, Repeated);
        var measured = new List<Latency>();
        for (var round = 0; round <= rounds; round++)
        {
            // The first round warms up: code is compiled, datasets are read.
            var time = round == 0 ? WarmUpSeconds : seconds;
            var latency = await load.MeasureLatencyAsync(address, again ? same : queries.Make(kind, Fastest * time), Connections, time);
            if (round > 0)
            {
                measured.Add(latency);
            }
        }

        return measured.OrderBy(m => m.Slowest).ElementAt(measured.Count / 2);
    }

    /// <summary>Places in eight orders from which pages begin: with forty lengths some forty thousand pages.</summary>
    private static async Task<IReadOnlyList<string>> CursorsAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        var cursors = new List<string>();
        foreach (var sort in (string[])["name", "-name", "modified", "-modified", "title", "-title", "created", "-created"])
        {
            var next = $"/api/v1/datasets?sort={sort}&limit=100";
            for (var page = 0; page < PagesWalked && next is not null; page++)
            {
                using var answer = JsonDocument.Parse(await client.GetStringAsync(next));
                next = answer.RootElement.GetProperty("next").GetString();
                if (next is not null)
                {
                    cursors.Add(next[(next.IndexOf('?', StringComparison.Ordinal) + 1)..].Replace("&limit=100", "", StringComparison.Ordinal));
                }
            }
        }

        return cursors;
    }

    /// <summary>What finds other datasets is not faster, only wrong.</summary>
    private static async Task CompareAsync(Uri own, Uri bare, SearchQueries queries)
    {
        using var client = new HttpClient();
        foreach (var query in queries.Make(QueryKind.Thai, Compared).Concat(queries.Make(QueryKind.English, Compared)))
        {
            var (expected, found) = (await TotalAsync(client, bare, query), await TotalAsync(client, own, query));
            if (expected != found)
            {
                throw new InvalidOperationException($"{query.Path} finds {found} datasets, and the bare handler {expected}.");
            }
        }
    }

    private static async Task<int> TotalAsync(HttpClient client, Uri server, PreparedRequest query)
    {
        using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(server, query.Path)));
        return answer.RootElement.GetProperty("total").GetInt32();
    }

    private static string Say(string text)
    {
        Console.Write(text);
        return text;
    }
}
