using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenData.Benchmarks.Api;

/// <summary>Requests per second over one large table: by GraphQL and by REST from the same server, and from PostGraphile over the same file.</summary>
internal static partial class ApiBench
{
    private const long Rows = 1_000_000;
    private const int Rounds = 3;
    private const int Seconds = 5;
    private const int WarmUpSeconds = 3;

    private const int Connections = 32;

    /// <summary>A group-by over all rows takes a good part of a second: 32 of them side by side would all end after the measure.</summary>
    private const int SlowConnections = 4;
    private const int SlowFactor = 4;

    private static readonly (Question Question, string Name, int Answers)[] Questions =
    [
        (Question.PageOf100, "page of 100 rows, 12 columns", 100),
        (Question.FilteredPageOf20, "filtered page of 20", 20),
        (Question.SingleRow, "single row by key", 1),
        (Question.GroupByAskedBefore, "group-by over all rows, asked before", 8),
        (Question.GroupByAskedFirst, "group-by over all rows, never asked before", 8),
    ];

    public static async Task<int> RunAsync(string executable, string folder, string reportFile, IReadOnlyList<string> options)
    {
        var rows = Options.Number(options, "--rows") ?? Rows;
        var rounds = (int)(Options.Number(options, "--runs") ?? Rounds);
        var seconds = (int)(Options.Number(options, "--seconds") ?? Seconds);
        var table = new StringBuilder($"# API bench\n\n{Machine.Describe()}. {rows:N0} rows.\n\n");
        Directory.CreateDirectory(folder);
        var (packages, missing) = await PostGraphileServer.InstallAsync();
        var load = new LoadGenerator(Path.GetFullPath(folder), packages is null ? null : Path.Combine(packages, "load.mjs"));
        if (load.Name is null)
        {
            Console.Error.WriteLine($"Nothing can be measured: wrk is not on this machine, and autocannon is not either ({missing}).");
            return 2;
        }

        var postgres = PostgresCluster.FindPrograms();
        using var dataset = RecordsDataset.Make(folder, rows);
        await using var own = await OwnServer.StartAsync(executable, dataset.Folder, folder);
        await using var rival = packages is null || postgres is null ? null : await PostGraphileServer.StartAsync(packages, postgres, dataset.File);
        if (rival is null)
        {
            table.Append(CultureInfo.InvariantCulture, $"PostGraphile: not measured, because {missing ?? "PostgreSQL (initdb) is not on this machine"}.\n\n");
        }

        List<Contender> contenders = [new OwnGraphQl(own.Address), new OwnRest(own.Address)];
        if (rival is not null)
        {
            contenders.Add(new PostGraphile(rival.Address));
        }

        table.Append(CultureInfo.InvariantCulture, $"Requests per second, {Connections} connections of {load.Name} on the same machine; median of {rounds} rounds of {seconds} s, the contenders taking turns; what was never asked before by {SlowConnections} connections and for {seconds * SlowFactor} s. ")
            .Append("Wanted: GraphQL at least 0.8 × REST and 5 × PostGraphile (one node process, with @graphile/pg-aggregates). Our server keeps the groups of a release, which never changes; PostGraphile keeps none.\n\n")
            .Append("| question | GraphQL | REST | PostGraphile | GraphQL / REST | GraphQL / PostGraphile |\n|---|---:|---:|---:|---:|---:|\n");
        Console.Write(table);
        foreach (var (question, name, answers) in Questions)
        {
            await CompareAnswersAsync(contenders, question, rows, answers);
            var line = await MeasureAsync(load, contenders, question, name, rows, rounds, seconds);
            Console.Write(line);
            table.Append(line);
        }

        contenders.ForEach(c => c.Dispose());
        await File.WriteAllTextAsync(reportFile, table.ToString());
        Console.WriteLine($"\nwritten to {reportFile}");
        return 0;
    }

    private static async Task<string> MeasureAsync(LoadGenerator load, List<Contender> contenders, Question question, string name, long rows, int rounds, int seconds)
    {
        var (connections, length) = question == Question.GroupByAskedFirst ? (SlowConnections, seconds * SlowFactor) : (Connections, seconds);
        var measured = contenders.ToDictionary(c => c.Name, _ => new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var contender in contenders)
            {
                if (await contender.PrepareAsync(question, rows) is not { } requests)
                {
                    continue;
                }

                // The first round warms up: code is compiled, pages of files are read.
                var perSecond = await load.MeasureAsync(contender.Address, requests, connections, round == 0 ? WarmUpSeconds : length);
                if (round > 0)
                {
                    measured[contender.Name].Add(perSecond);
                }
            }
        }

        double? Median(string contender) => measured.TryGetValue(contender, out var all) && all.Count > 0 ? all.Order().ElementAt(all.Count / 2) : null;
        var (graphQl, rest, postGraphile) = (Median("GraphQL"), Median("REST"), Median("PostGraphile"));
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {Show(graphQl)} | {Show(rest)} | {Show(postGraphile)} | {graphQl / rest:0.00} | {graphQl / postGraphile:0.0} |\n");
    }

    private static string Show(double? perSecond) => perSecond?.ToString(perSecond < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Asks each of them once in earnest: who answers something else is not compared.</summary>
    internal static async Task CompareAnswersAsync(List<Contender> contenders, Question question, long rows, int answers)
    {
        string? first = null;
        foreach (var contender in contenders)
        {
            if (await contender.PrepareAsync(question, rows) is not { } requests)
            {
                continue;
            }

            var said = new List<string>();
            foreach (var request in requests.Take(3))
            {
                var found = Telling().Matches(await request.AskAsync(contender.Client)).Select(m => m.Groups[1].Value).ToList();
                said.Add(string.Join(',', question >= Question.GroupByAskedBefore ? found.Order() : found));
                if (found.Count != answers * (question >= Question.GroupByAskedBefore ? 1 : 2))
                {
                    throw new InvalidOperationException($"{contender.Name} gave {found.Count} values for {question}");
                }
            }

            var all = string.Join('|', said);
            first ??= all;
            if (all != first)
            {
                throw new InvalidOperationException($"{contender.Name} answered {question} with {all}; {contenders[0].Name} with {first}");
            }
        }
    }

    /// <summary>Cells by which answers are told apart: the key of a row, and its population.</summary>
    [GeneratedRegex("\"(?:record_id|recordId|population|max_population)\":\\s*\"?([0-9]+)")]
    private static partial Regex Telling();
}
