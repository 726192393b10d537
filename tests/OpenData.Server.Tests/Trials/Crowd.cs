using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.Trials;

/// <summary>
/// Readers who read without pause: a quarter each walk from page to page in the order of the file and in another,
/// and a quarter each take NDJSON and CSV, which name their release by nothing but the ETag.
/// </summary>
internal sealed class Crowd(HttpClient client, EditedDataset dataset, CancellationToken cancellation) : IDisposable
{
    private const int PageRows = 200;

    /// <summary>What an address and an ETag have stood for: one edition for ever.</summary>
    private readonly ConcurrentDictionary<(string Address, string Tag), int> tags = [];
    private readonly ConcurrentDictionary<int, int> seen = [];
    private readonly SemaphoreSlim answered = new(0);
    private int answers;
    private int wholeWalks;
    private int staleCursors;
    private int last = int.MaxValue;

    public int Answers => answers;
    public int WholeWalks => wholeWalks;
    public int StaleCursors => staleCursors;
    public IReadOnlyCollection<int> Seen => [.. seen.Keys];

    /// <summary>Reads until an answer is of the edition after which the crowd leaves.</summary>
    public async Task ReadAsync(int number)
    {
        var address = $"/api/v1/data/{dataset.Name}/{EditedDataset.Resource}";
        var edition = 0;
        while (edition < Volatile.Read(ref last))
        {
            var found = (number % 4) switch
            {
                0 => await WalkAsync($"{address}?limit={PageRows}", id => id),
                1 => await WalkAsync($"{address}?limit={PageRows}&order=amount", id => -id),
                2 => await LinesAsync($"{address}.ndjson?limit=all&id.gt={number}", number, line => (int)CatalogServer.Json(line)["edition"]!),
                _ => await LinesAsync($"{address}.csv?select=edition&limit=all&id.gt={number}", number - 1, CsvEdition),
            };
            found.Should().BeGreaterThanOrEqualTo(edition, "a release that was seen is not taken back");
            edition = found;
        }
    }

    /// <summary>Waits until so many answers were of an edition or a later one.</summary>
    public async Task ReachAsync(int edition, int count)
    {
        while (seen.Where(s => s.Key >= edition).Sum(s => s.Value) < count)
        {
            await answered.WaitAsync(cancellation);
        }
    }

    public void Dispose() => answered.Dispose();

    /// <summary>Everybody leaves who has seen this edition.</summary>
    public void Leave(int after) => Volatile.Write(ref last, after);

    /// <summary>Walks from the first page to the last; a cursor that became stale on the way ends the walk. Gives the edition it went through.</summary>
    private async Task<int> WalkAsync(string first, Func<int, int> order)
    {
        var (ids, edition) = (new List<int>(), 0);
        for (string? next = first; next is not null;)
        {
            var (status, text, tag) = await GetAsync(next);
            var page = CatalogServer.Json(text);
            if (status == HttpStatusCode.BadRequest && next != first)
            {
                ((string)page["code"]!).Should().Be("stale-cursor", text);
                Interlocked.Increment(ref staleCursors);
                return edition;
            }

            status.Should().Be(HttpStatusCode.OK, text);
            edition = edition == 0 ? EditionOf(page) : edition;
            EditionOf(page).Should().Be(edition, "the pages of one walk are of one release");
            page["rows"]!.Should().OnlyContain(r => (int)r["edition"]! == edition);
            Note(next, tag, edition);
            ids.AddRange(page["rows"]!.Select(r => (int)r["id"]!));
            next = (string?)page["next"];
        }

        ids.Should().Equal(Enumerable.Range(1, dataset.RowsOf(edition)).OrderBy(order));
        Interlocked.Increment(ref wholeWalks);
        return edition;
    }

    /// <summary>Reads all rows but the first <paramref name="without"/> as lines of one edition.</summary>
    private async Task<int> LinesAsync(string address, int without, Func<string, int?> editionOf)
    {
        var (status, text, tag) = await GetAsync(address);
        status.Should().Be(HttpStatusCode.OK, text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var editions = lines.Select(editionOf).OfType<int>().Distinct().ToList();
        editions.Should().ContainSingle();
        lines.Should().HaveCount(dataset.RowsOf(editions[0]) - without);
        Note(address, tag, editions[0]);
        return editions[0];
    }

    /// <summary>The release that a page names, by its number and by its hash.</summary>
    private int EditionOf(JObject page)
    {
        var edition = dataset.EditionOf((string)page["release"]!["sha256"]!);
        ((int)page["release"]!["number"]!).Should().Be(edition);
        return edition;
    }

    private void Note(string address, string tag, int edition)
    {
        tags.GetOrAdd((address, tag), edition).Should().Be(edition, "an ETag names one release");
        seen.AddOrUpdate(edition, 1, (_, count) => count + 1);
        Interlocked.Increment(ref answers);
        answered.Release();
    }

    private async Task<(HttpStatusCode Status, string Text, string Tag)> GetAsync(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation), answer.Headers.ETag?.Tag ?? "");
    }

    private static int? CsvEdition(string line) => line.StartsWith("edition", StringComparison.Ordinal) ? null : int.Parse(line, CultureInfo.InvariantCulture);
}
