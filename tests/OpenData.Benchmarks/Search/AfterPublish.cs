using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpenData.Benchmarks.Api;
using OpenData.Store;

namespace OpenData.Benchmarks.Search;

/// <summary>What a publish costs whoever asks next, face by face: nothing may read the whole catalog again.</summary>
internal static class AfterPublish
{
    private static readonly string[] Faces =
    [
        "/api/v1/datasets", "/api/v1/datasets?q=dengue", "/api/3/action/package_search?q=dengue", "/api/3/action/package_search?fq=organization:office-1-1&facet.field=%5B%22tags%22%5D",
        "/api/3/action/package_list", "/catalog.jsonld", "/sitemap.xml", "/data.json", "/feed.atom",
    ];

    public static async Task<string> MeasureAsync(OwnServer own, string data, int datasets)
    {
        using var client = new HttpClient { BaseAddress = own.Address, Timeout = TimeSpan.FromMinutes(10) };
        var table = new StringBuilder("\nAfter one more publish, for each face: milliseconds of the first request and of the one after it, and processor time of the server for the first.\n\n")
            .Append("| request | first, ms | processor, ms | next, ms | resident, MB |\n|---|---:|---:|---:|---:|\n");
        var generated = GeneratedCatalog.Datasets(datasets).First();
        await using var store = DataStores.Open(data, TimeProvider.System, Guid.CreateVersion7);
        foreach (var face in Faces)
        {
            // Asked before: what is measured is the publish, not the start.
            await AskAsync(client, face);
            await SeededCatalog.PublishAsync(store, generated);
            var before = own.ProcessorTime;
            var first = await AskAsync(client, face);
            var spent = own.ProcessorTime - before;
            var next = await AskAsync(client, face);
            table.Append(CultureInfo.InvariantCulture, $"| `{face}` | {first.TotalMilliseconds:N0} | {spent.TotalMilliseconds:N0} | {next.TotalMilliseconds:N0} | {own.ResidentBytes / 1e6:N0} |\n");
        }

        Console.Write(table);
        return table.ToString();
    }

    private static async Task<TimeSpan> AskAsync(HttpClient client, string face)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(face, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null);
        return clock.Elapsed;
    }
}
