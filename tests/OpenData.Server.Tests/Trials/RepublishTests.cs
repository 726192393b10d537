using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Tests.Cli;
using OpenData.Store;
using OpenData.Tests.Engines;
using Xunit.Abstractions;

namespace OpenData.Server.Tests.Trials;

/// <summary>Readers and writers at once, over the real server and the real store.</summary>
public sealed class RepublishTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    /// <summary>On PostgreSQL fewer: they would all be in the queue for its connections, and a publish behind them.</summary>
    private static readonly int Readers = TestStore.IsPostgres ? 40 : 100;

    private const int Republishes = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder folder = new();
    private readonly EditedDataset dataset = new("republished", rows: 600);
    private IDataStore store = null!;
    private WebApplication app = null!;
    private HttpClient reader = null!;
    private HttpClient writer = null!;

    public async Task InitializeAsync()
    {
        store = DataStores.Open(folder.Data, TimeProvider.System, Guid.CreateVersion7);
        app = OpenDataServer.Build(new ServerOptions { Urls = "http://127.0.0.1:0", TempFolder = folder.File("temp"), WriteToken = CatalogServer.Token }, store);
        await app.StartAsync();
        reader = CatalogServer.Client(app);
        writer = CatalogServer.Client(app);
        writer.DefaultRequestHeaders.Authorization = new("Bearer", CatalogServer.Token);
        await PutAsync($"/api/v1/datasets/{dataset.Name}", dataset.Form, HttpStatusCode.Created);
        await PutAsync($"/api/v1/datasets/{dataset.Name}/resources/{EditedDataset.Resource}/dictionary", EditedDataset.Dictionary, HttpStatusCode.OK);
    }

    public async Task DisposeAsync()
    {
        reader.Dispose();
        writer.Dispose();
        await app.DisposeAsync();
        await store.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_crowd_of_readers_during_ten_republishes_see_no_error_and_no_mixed_release()
    {
        using var patience = new CancellationTokenSource(Patience);
        await PublishAsync(1);
        using var crowd = new Crowd(reader, dataset, patience.Token);
        var readers = Enumerable.Range(0, Readers).Select(crowd.ReadAsync).ToList();
        await await Task.WhenAny([crowd.ReachAsync(1, Readers), .. readers]);
        for (var edition = 2; edition <= Republishes + 1; edition++)
        {
            await PublishAsync(edition);
            // Not the whole crowd: releases change while most of it is in the middle of a page.
            await await Task.WhenAny([crowd.ReachAsync(edition, Readers / 10), .. readers]);
        }

        crowd.Leave(after: Republishes + 1);
        await Task.WhenAll(readers);

        var releases = await ReleasesAsync();
        releases.Select(r => r.Number).Should().Equal(Enumerable.Range(1, Republishes + 1).Reverse());
        releases.Should().OnlyContain(r => dataset.EditionOf(r.Sha256) == r.Number);
        crowd.Seen.Should().BeSubsetOf(releases.Select(r => r.Number)).And.Contain([1, Republishes + 1]);
        crowd.StaleCursors.Should().BePositive("ten releases change under readers who walk from page to page");
        crowd.WholeWalks.Should().BePositive();
        output.WriteLine($"{crowd.Answers} answers of {crowd.Seen.Count} releases, {crowd.WholeWalks} whole walks, {crowd.StaleCursors} stale cursors");
    }

    [Fact]
    public async Task Two_files_sent_at_once_become_two_releases_and_the_last_one_serves()
    {
        await PublishAsync(1);
        for (var round = 0; round < 5; round++)
        {
            int[] editions = [2 * round + 2, 2 * round + 3];
            await Task.WhenAll(editions.Select(PublishAsync)).WaitAsync(Patience);
            var releases = await ReleasesAsync();
            releases.Select(r => r.Number).Should().Equal(Enumerable.Range(1, editions[^1]).Reverse(), "releases are numbered without gaps");
            releases.Take(2).Select(r => dataset.EditionOf(r.Sha256)).Should().BeEquivalentTo(editions);
            var page = await PageAsync();
            ((int)page["release"]!["number"]!).Should().Be(editions[^1]);
            dataset.EditionOf((string)page["release"]!["sha256"]!).Should().Be(dataset.EditionOf(releases[0].Sha256));
        }
    }

    [Fact]
    public async Task One_file_sent_again_and_by_many_at_once_is_published_once()
    {
        var first = await PublishAsync(1);
        var published = (await ReleasesAsync()).Single();
        (await PublishAsync(1)).Should().Be(first, "the report of an unchanged file is the one it was published with");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PublishAsync(2))).WaitAsync(Patience);
        (await ReleasesAsync()).Select(r => r.Number).Should().Equal(2, 1);
        (await ReleasesAsync())[1].Should().BeEquivalentTo(published);
        TestStore.Units(folder.File("data")).Should().HaveCount(2, "what is not published is not loaded");
        Directory.GetFileSystemEntries(folder.File("temp")).Should().BeEmpty();
    }

    /// <summary>Sends an edition; gives the answer, which is its report.</summary>
    private async Task<string> PublishAsync(int edition)
    {
        using var content = new ByteArrayContent(dataset.File(edition));
        content.Headers.ContentType = new("text/csv");
        using var answer = await writer.PutAsync(new Uri($"/api/v1/datasets/{dataset.Name}/resources/{EditedDataset.Resource}/file?name=readings.csv", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        var report = CatalogServer.Json(text);
        ((string)report["verdict"]!, (int)report["file"]!["rows"]!).Should().Be(("complies", dataset.RowsOf(edition)));
        dataset.EditionOf((string)report["file"]!["sha256"]!).Should().Be(edition);
        return text;
    }

    private async Task PutAsync(string address, string json, HttpStatusCode expected)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await writer.PutAsync(new Uri(address, UriKind.Relative), content);
        answer.StatusCode.Should().Be(expected, await answer.Content.ReadAsStringAsync());
    }

    private async Task<IReadOnlyList<Release>> ReleasesAsync()
    {
        var found = await store.Registry.FindDatasetAsync(dataset.Name);
        return await store.Registry.ListReleasesAsync(found!.Resources[0].Id);
    }

    private async Task<JObject> PageAsync() =>
        CatalogServer.Json(await reader.GetStringAsync(new Uri($"/api/v1/data/{dataset.Name}/{EditedDataset.Resource}", UriKind.Relative)));
}
