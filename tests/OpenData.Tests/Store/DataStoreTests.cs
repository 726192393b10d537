using Dapper;
using Microsoft.Data.Sqlite;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Store.Sqlite;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Store;

public sealed class DataStoreTests
{
    private static readonly DataDictionary Dictionary = StoreFolder.Dictionary(("generation", ColumnType.Integer), ("n", ColumnType.Integer));

    [Theory]
    [InlineData("mysql://localhost/opendata", "*mysql*")]
    public void A_store_that_is_not_there_yet_is_refused_in_so_many_words(string data, string message)
    {
        var open = () => DataStores.Open(data, TimeProvider.System, Guid.NewGuid);

        open.Should().Throw<NotSupportedException>().WithMessage(message);
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public async Task The_version_of_SQLite_is_known()
    {
        await using var folder = new StoreFolder();

        Version.Parse(SqliteLibrary.Version).Should().BeGreaterThanOrEqualTo(new Version(3, 35, 5));
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public async Task Twenty_stores_opened_at_once_in_a_new_folder_migrate_it_once()
    {
        var path = Path.Combine(Path.GetTempPath(), $"opendata-{Guid.NewGuid():N}");
        try
        {
            using var start = new Barrier(20);
            var stores = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return DataStores.Open(path, TimeProvider.System, Guid.CreateVersion7);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            using var connection = Registry(path);
            connection.Query<int>("SELECT number FROM migration").Should().Equal(OpenData.Store.Registry.Migrations.Known("sqlite").Select(m => m.Number));
            connection.ExecuteScalar<string>("PRAGMA journal_mode").Should().Be("wal");
            foreach (var store in stores)
            {
                await store.DisposeAsync();
            }
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    [Fact]
    public async Task A_folder_of_a_newer_program_is_left_alone()
    {
        await using var folder = new StoreFolder();
        using (System.Data.Common.DbConnection connection = TestStore.IsPostgres ? folder.Connect() : Registry(folder.Path))
        {
            connection.Execute("INSERT INTO migration VALUES (999, 'later', '')");
        }

        folder.Invoking(f => f.Open()).Should().Throw<InvalidOperationException>().WithMessage("*version 999*");
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public async Task A_data_folder_can_be_moved()
    {
        await using var folder = new StoreFolder();
        var moved = folder.Path + " moved";
        await folder.PublishAsync(await folder.RegisterAsync(), Dictionary, Generation(1));
        await folder.Store.DisposeAsync();
        Directory.Move(folder.Path, moved);
        try
        {
            await using var store = DataStores.Open(moved, TimeProvider.System, Guid.CreateVersion7);
            var release = (await store.Registry.FindDatasetAsync("budget"))!.Resource("rows")!.Current!;
            (await store.Rows.NumbersAsync(release, new RowQuery { Select = [], Limit = 1 })).Should().Equal(1);
        }
        finally
        {
            Directory.Move(moved, folder.Path);
        }
    }

    [Fact]
    public async Task One_publishes_at_a_time_in_this_process_and_in_others()
    {
        await using var folder = new StoreFolder();
        await using var other = folder.Open();
        var turn = await folder.Store.BeginPublishAsync();

        var here = folder.Store.BeginPublishAsync().AsTask();
        var there = other.BeginPublishAsync().AsTask();
        await Task.Delay(100);
        (here.IsCompleted, there.IsCompleted).Should().Be((false, false));

        await turn.DisposeAsync();
        await turn.DisposeAsync();
        var next = await Task.WhenAny(here, there);
        await Task.Delay(60);
        (here.IsCompleted ^ there.IsCompleted).Should().BeTrue();
        await (await next).DisposeAsync();
        await (await (next == here ? there : here)).DisposeAsync();
    }

    [Fact]
    public async Task Waiting_for_a_turn_can_be_cancelled_and_the_turn_is_not_lost()
    {
        await using var folder = new StoreFolder();
        await using var other = folder.Open();
        var turn = await folder.Store.BeginPublishAsync();
        using var soon = new CancellationTokenSource(50);

        var wait = async () => await other.BeginPublishAsync(soon.Token);

        await wait.Should().ThrowAsync<OperationCanceledException>();
        await turn.DisposeAsync();
        await (await other.BeginPublishAsync()).DisposeAsync();
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public async Task A_sweep_removes_what_killed_publishes_left_and_nothing_else()
    {
        await using var folder = new StoreFolder();
        var upload = await folder.UploadAsync("a\n1\n"u8.ToArray());
        await folder.Store.Originals.KeepAsync(upload);
        var live = await folder.PublishAsync(await folder.RegisterAsync(), Dictionary, Generation(1));
        var replaced = await folder.PublishAsync(await folder.RegisterAsync(), Dictionary, Generation(2));
        var orphan = await folder.LoadAsync(Dictionary, Generation(3));
        File.WriteAllText(Path.Combine(folder.Path, "releases", $"{Guid.NewGuid():N}.tmp"), "");
        File.WriteAllText(Path.Combine(folder.Path, "originals", upload.Sha256[..2], $"{upload.Sha256}.1.tmp"), "");

        (await folder.Store.SweepAsync()).Should().Be(3);

        folder.Files("releases").Select(Path.GetFileName).Should().BeEquivalentTo($"{live.Unit}.db", $"{replaced.Unit}.db").And.NotContain($"{orphan.Unit}.db");
        folder.Files("originals").Should().ContainSingle();
        (await folder.Store.SweepAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_sweep_does_nothing_while_somebody_publishes()
    {
        await using var folder = new StoreFolder();
        await using var other = folder.Open();
        await folder.LoadAsync(Dictionary, Generation(1));

        await using (await folder.Store.BeginPublishAsync())
        {
            (await folder.Store.SweepAsync()).Should().Be(0);
            (await other.SweepAsync()).Should().Be(0);
        }

        (await other.SweepAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Fifty_readers_see_the_old_release_or_the_new_one_and_never_a_mixture()
    {
        await using var folder = new StoreFolder();
        var resource = await folder.RegisterAsync();
        await folder.PublishAsync(resource, Dictionary, Generation(1));
        using var published = new CancellationTokenSource();

        var readers = Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            var seen = 0L;
            do
            {
                var release = (await folder.Store.Registry.FindDatasetAsync("budget"))!.Resource("rows")!.Current!;
                var rows = await folder.Store.Rows.AllAsync(release, new RowQuery { Select = [0, 1], Order = [new Sort(1, true)] });
                rows.Should().HaveCount((int)release.Rows);
                rows.Select(r => r.Values[0].Integer).Distinct().Should().Equal(release.Number);
                seen.Should().BeLessThanOrEqualTo(release.Number, "nobody goes back in time");
                seen = release.Number;
            }
            while (!published.IsCancellationRequested);

            return seen;
        })).ToArray();
        for (var generation = 2; generation <= 8; generation++)
        {
            await folder.PublishAsync(resource, Dictionary, Generation(generation));
            (await folder.Store.SweepAsync()).Should().Be(0);
        }

        await published.CancelAsync();
        await Task.WhenAll(readers);
    }

    /// <summary>Rows that all bear the number of their release; each release has more of them than the one before.</summary>
    private static RowValue[][] Generation(int number) =>
        [.. Enumerable.Range(0, 500 * number).Select(n => new[] { RowValue.Of((long)number), RowValue.Of((long)n) })];

    private static SqliteConnection Registry(string folder)
    {
        _ = SqliteLibrary.Version;
        return new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "registry.db"), Pooling = false }.ToString());
    }
}
