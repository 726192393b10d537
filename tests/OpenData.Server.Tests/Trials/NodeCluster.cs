using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dapper;
using Newtonsoft.Json.Linq;
using Npgsql;
using OpenData.Server.Tests.Cli;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.Trials;

/// <summary>Three nodes of the real executable over one database of a PostgreSQL that may be crashed: files are sent to the first, and the others are read all the while.</summary>
public sealed class NodeCluster : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder folder = new();
    private readonly EditedDataset dataset = new("shared", rows: 6_000);
    private readonly List<ServedFolder> nodes = [];
    private string? database;
    private HttpClient? writer;

    /// <summary>The newest edition that was sent.</summary>
    public int Edition { get; private set; }

    public string Address => TestStore.AddressOf(TestStore.Crashed!, database!);

    public async Task InitializeAsync()
    {
        if (TestStore.Crashed is null)
        {
            return;
        }

        database = $"nodes_{Guid.NewGuid():N}";
        await AskAsync<object>($"CREATE DATABASE {database}");
        nodes.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync())));
        writer = Writer();
        await PutAsync($"/api/v1/datasets/{dataset.Name}", dataset.Form, "application/json", HttpStatusCode.Created);
        await PutAsync($"/api/v1/datasets/{dataset.Name}/resources/{EditedDataset.Resource}/dictionary", EditedDataset.Dictionary, "application/json", HttpStatusCode.OK);
        (await SendAsync(1)).Should().BeTrue();
        Edition = 1;
        nodes[1].Read();
        nodes[2].Read();
    }

    public async Task DisposeAsync()
    {
        writer?.Dispose();
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        if (database is not null)
        {
            await AskAsync<object>($"DROP DATABASE {database} WITH (FORCE)");
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Sends the next edition to the first node; gives how long it took.</summary>
    public async Task<TimeSpan> PublishAsync()
    {
        var life = Stopwatch.StartNew();
        (await SendAsync(++Edition)).Should().BeTrue();
        return life.Elapsed;
    }

    /// <summary>Sends the next edition and does something meanwhile; true where the node said that it is published.</summary>
    public async Task<bool> PublishAsync(Func<Task> meanwhile)
    {
        var sending = SendAsync(++Edition);
        await meanwhile();
        return await sending;
    }

    /// <summary>What whoever got no answer does next: the same again. Then exactly this edition is the newest, once, and every node shows it.</summary>
    public async Task SettleAsync()
    {
        (await SendAsync(Edition)).Should().BeTrue();
        await using var store = DataStores.Open(Address, TimeProvider.System, Guid.CreateVersion7);
        var resource = (await store.Registry.FindDatasetAsync(dataset.Name))!.Resource(EditedDataset.Resource)!;
        var releases = await store.Registry.ListReleasesAsync(resource.Id);
        releases.Select(r => dataset.EditionOf(r.Sha256)).Should().Equal(Enumerable.Range(1, Edition).Reverse(), "each edition is published once, and the newest serves");
        releases.Select(r => r.Number).Should().Equal(Enumerable.Range(1, Edition).Reverse(), "releases are numbered without gaps");
        resource.Current!.Number.Should().Be(Edition);
        await SeenAsync();
    }

    /// <summary>How long it takes until both other nodes show the newest edition.</summary>
    public async Task<TimeSpan> SeenAsync()
    {
        var watch = Stopwatch.StartNew();
        foreach (var node in nodes.Skip(1))
        {
            while (await node.EditionAsync() < Edition)
            {
                watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), "each node hears of a publish, or asks");
                await Task.Delay(10);
            }
        }

        return watch.Elapsed;
    }

    /// <summary>Kills the first node and starts another in its place.</summary>
    public async Task KillNodeAsync()
    {
        await nodes[0].KillAsync();
        await nodes[0].DisposeAsync();
        writer!.Dispose();
        nodes[0] = await StartAsync();
        writer = Writer();
    }

    /// <summary>Ends every session of the database, as an administrator does.</summary>
    public Task EndBackendsAsync() => AskAsync<object>("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = @database AND pid <> pg_backend_pid()");

    /// <summary>Kills the process of a session of the database: the server then ends all others and recovers. False where the server's processes cannot be reached from here.</summary>
    public async Task<bool> KillBackendAsync()
    {
        var pid = await AskAsync<int>("SELECT pid FROM pg_stat_activity WHERE datname = @database AND pid <> pg_backend_pid() ORDER BY xact_start NULLS LAST LIMIT 1");
        var name = $"/proc/{pid}/comm";
        if (!File.Exists(name) || !(await File.ReadAllTextAsync(name)).StartsWith("postgres", StringComparison.Ordinal))
        {
            return false;
        }

        using var process = Process.GetProcessById(pid);
        process.Kill();
        return true;
    }

    /// <summary>Waits until rows are being written, or are there without being published.</summary>
    public async Task UntilLoadingAsync(bool isLoaded)
    {
        var sql = isLoaded
            ? "SELECT (SELECT count(*) FROM opendata_rows.unit) > (SELECT count(*) FROM opendata.release)"
            : "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = @database AND query LIKE 'COPY opendata_rows.%' AND state <> 'idle')";
        await using var connection = new NpgsqlConnection(OpenData.Store.Postgres.PostgresAddress.Parse(Address).ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        var before = Stopwatch.StartNew();
        while (!await connection.ExecuteScalarAsync<bool>(sql, new { database }) && before.Elapsed < Patience)
        {
        }
    }

    /// <summary>The requests that both readers have made, each answered with 200 and whole.</summary>
    public async Task<int> StopReadingAsync()
    {
        var requests = 0;
        foreach (var node in nodes.Skip(1))
        {
            requests += await node.StopAsync();
        }

        return requests;
    }

    private Task<ServedFolder> StartAsync() =>
        ServedFolder.StartAsync(Address, dataset, new() { ["OPENDATA_TOKEN"] = CatalogServer.Token, ["TMPDIR"] = folder.Path });

    private HttpClient Writer()
    {
        var client = new HttpClient { BaseAddress = nodes[0].Root, Timeout = Patience };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", CatalogServer.Token);
        return client;
    }

    /// <summary>Sends an edition; true where it is published, now or before, and false where the node or its database went away meanwhile.</summary>
    private async Task<bool> SendAsync(int edition)
    {
        using var content = new ByteArrayContent(dataset.File(edition));
        content.Headers.ContentType = new("text/csv");
        try
        {
            using var answer = await writer!.PutAsync(new Uri($"/api/v1/datasets/{dataset.Name}/resources/{EditedDataset.Resource}/file?name=readings.csv", UriKind.Relative), content);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                return false;
            }

            answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
            dataset.EditionOf((string)JObject.Parse(text)["file"]!["sha256"]!).Should().Be(edition);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task PutAsync(string address, string body, string type, HttpStatusCode expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await writer!.PutAsync(new Uri(address, UriKind.Relative), content);
        answer.StatusCode.Should().Be(expected, await answer.Content.ReadAsStringAsync());
    }

    private async Task<T?> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(OpenData.Store.Postgres.PostgresAddress.Parse(TestStore.Crashed!).ConnectionString + ";Pooling=false");
        return await connection.ExecuteScalarAsync<T>(sql, new { database });
    }
}
