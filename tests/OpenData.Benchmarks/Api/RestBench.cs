using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenData.Benchmarks.Api;

/// <summary>Rows by REST from our server, with answers kept and without, and from a bare handler over the same file of SQLite.</summary>
internal static class RestBench
{
    private const long Rows = 1_000_000;
    private const int Rounds = 3;
    private const int Seconds = 5;
    private const int WarmUpSeconds = 3;
    private const int Connections = 32;

    /// <summary>A file of 190 MB takes a tenth of a second: more at once only wait for each other.</summary>
    private const int FileConnections = 4;

    private static readonly (Question Question, string Name, int Answers)[] Questions =
    [
        (Question.PageOf100, "page of 100 rows, 12 columns", 100),
        (Question.FilteredPageOf20, "filtered page of 20", 20),
        (Question.SingleRow, "single row by key", 1),
    ];

    public static async Task<int> RunAsync(string executable, string folder, string reportFile, IReadOnlyList<string> options)
    {
        var rows = Options.Number(options, "--rows") ?? Rows;
        var rounds = (int)(Options.Number(options, "--runs") ?? Rounds);
        var seconds = (int)(Options.Number(options, "--seconds") ?? Seconds);
        Directory.CreateDirectory(folder);
        var load = new LoadGenerator(Path.GetFullPath(folder), null);
        if (load.Name is null)
        {
            Console.Error.WriteLine("Nothing can be measured: wrk is not on this machine.");
            return 2;
        }

        using var dataset = RecordsDataset.Make(folder, rows);
        await using var own = await OwnServer.StartAsync(executable, dataset.Folder, folder);
        await using var forgetful = await OwnServer.ServeAsync(executable, own.Data, keptMegabytes: 0);
        var unit = Directory.GetFiles(Path.Combine(Path.GetFullPath(own.Data), "releases"), "*.db").Single();
        var (process, address) = await Programs.StartServerAsync(new ProcessStartInfo("dotnet", [typeof(RestBench).Assembly.Location, "bare", unit, dataset.File]));
        List<Contender> contenders = [new Bare(address), new OwnRest(forgetful.Address, "nothing kept"), new OwnRest(own.Address, "answers kept")];
        try
        {
            await File.WriteAllTextAsync(reportFile, await CompareAsync(load, contenders, rows, rounds, seconds));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            contenders.ForEach(c => c.Dispose());
        }

        Console.WriteLine($"\nwritten to {reportFile}");
        return 0;
    }

    private static async Task<string> CompareAsync(LoadGenerator load, List<Contender> contenders, long rows, int rounds, int seconds)
    {
        var table = new StringBuilder($"# REST bench\n\n{Machine.Describe()}. {rows:N0} rows.\n\n")
            .Append(CultureInfo.InvariantCulture, $"Requests per second, {Connections} connections of {load.Name} on the same machine ({FileConnections} for the file); median of {rounds} rounds of {seconds} s, the contenders taking turns. ")
            .Append("“bare” is a minimal ASP.NET Core handler with prepared statements and Utf8JsonWriter over the same file of SQLite; its file is the original. Wanted: 0.6 × bare for pages of 100. ")
            .Append("“nothing kept” renders every answer anew (OPENDATA_KEPT_ANSWERS_MB=0); “answers kept” is what the server does by itself, where the same few pages are asked again and again.\n\n")
            .Append("| question | bare | nothing kept | answers kept | nothing kept / bare | answers kept / bare |\n|---|---:|---:|---:|---:|---:|\n");
        Console.Write(table);
        foreach (var (question, name, answers) in Questions)
        {
            await ApiBench.CompareAnswersAsync(contenders, question, rows, answers);
            Add(table, name, await MeasureAsync(load, contenders, c => c.PrepareAsync(question, rows), Connections, rounds, seconds));
        }

        // Made before it is measured: the first request streams and has the file made.
        foreach (var own in contenders.OfType<OwnRest>())
        {
            using var part = new HttpRequestMessage(HttpMethod.Get, OwnRest.WholeFile) { Headers = { Range = new(0, 9) } };
            using var made = await own.Client.SendAsync(part);
            made.EnsureSuccessStatusCode();
        }

        Add(table, "whole file as CSV", await MeasureAsync(load, contenders, c => Task.FromResult<IReadOnlyList<PreparedRequest>?>([new(c is Bare ? "/file" : OwnRest.WholeFile, null)]), FileConnections, rounds, seconds));
        return table.ToString();
    }

    private static async Task<double[]> MeasureAsync(LoadGenerator load, List<Contender> contenders, Func<Contender, Task<IReadOnlyList<PreparedRequest>?>> prepare, int connections, int rounds, int seconds)
    {
        var measured = contenders.ConvertAll(_ => new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                // The first round warms up: code is compiled, pages of files are read.
                var perSecond = await load.MeasureAsync(contenders[i].Address, (await prepare(contenders[i]))!, connections, round == 0 ? WarmUpSeconds : seconds);
                if (round > 0)
                {
                    measured[i].Add(perSecond);
                }
            }
        }

        return [.. measured.Select(m => m.Order().ElementAt(m.Count / 2))];
    }

    private static void Add(StringBuilder table, string name, double[] medians)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"| {name} | {medians[0]:N0} | {medians[1]:N0} | {medians[2]:N0} | {medians[1] / medians[0]:0.00} | {medians[2] / medians[0]:0.00} |\n");
        Console.Write(line);
        table.Append(line);
    }

    /// <summary>The bare handler, whose pages go on behind a row's number.</summary>
    private sealed class Bare(Uri address) : Contender("bare", address)
    {
        private long last;

        protected override PreparedRequest Page(string? after) => new($"/pages?after={after ?? "0"}", null);
        protected override PreparedRequest Filtered(string province) => new($"/filtered?province={province}", null);
        protected override PreparedRequest Single(long id) => new($"/single?id={id}", null);
        protected override PreparedRequest? Group(int variant) => null;

        protected override PreparedRequest Walk(string? after)
        {
            last = (after is null ? 0 : long.Parse(after, CultureInfo.InvariantCulture)) + Stride;
            return new("/single?id=0", null);
        }

        protected override string? Cursor(JsonElement answer) => last.ToString(CultureInfo.InvariantCulture);
    }
}
