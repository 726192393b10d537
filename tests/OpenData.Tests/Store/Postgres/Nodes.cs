using Dapper;
using Npgsql;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Store.Postgres;

/// <summary>Three stores over one new database.</summary>
internal sealed class Nodes : IAsyncDisposable
{
    private static readonly DataDictionary Dictionary = StoreFolder.Dictionary(("edition", ColumnType.Integer), ("n", ColumnType.Integer), ("t", ColumnType.Text));
    private readonly string database = TestStore.MakeDatabase();
    private readonly List<IDataStore> stores = [];

    public Nodes()
    {
        for (var i = 0; i < 3; i++)
        {
            stores.Add(DataStores.Open(Address, TimeProvider.System, Guid.CreateVersion7));
        }
    }

    public IDataStore this[int node] => stores[node];

    public string Address => TestStore.AddressOf(database);

    /// <summary>The address that names the replica beside the primary.</summary>
    public string ClusterAddress => TestStore.AddressOf(TestStore.Cluster!, database);

    public async Task<Resource> RegisterAsync() =>
        (await this[0].Registry.SaveDatasetAsync(StoreFolder.Form("budget"), [new ResourceDraft("rows", new LocalText("แถว", "Rows"))], null))!.Resource("rows")!;

    /// <summary>Publishes rows that all bear the number of their edition.</summary>
    public static async Task<Release> PublishAsync(IDataStore node, Resource resource, int edition)
    {
        await using var turn = await node.BeginPublishAsync();
        RowValue[][] rows = [.. Enumerable.Range(0, 300 + edition).Select(n => new[] { RowValue.Of((long)edition), RowValue.Of((long)n), RowValue.Of($"แถว {n}") })];
        var (unit, count) = await node.Rows.LoadAsync(Dictionary, new MemoryRows(3, rows));
        return await node.Registry.PublishAsync(new NewRelease(StoreFolder.ReleaseOf(resource.Id, Dictionary, unit, count), "{}"u8.ToArray()));
    }

    public static async Task<Release> CurrentAsync(IDataStore node) => (await node.Registry.FindDatasetAsync("budget"))!.Resource("rows")!.Current!;

    /// <summary>Ends every session of the database, as an impatient administrator does.</summary>
    public async Task EndBackendsAsync()
    {
        await using var connection = new NpgsqlConnection(OpenData.Store.Postgres.PostgresAddress.Parse(TestStore.Postgres!).ConnectionString + ";Pooling=false");
        await connection.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = @database AND pid <> pg_backend_pid()", new { database });
    }

    public Task<long> UnitsAsync() => CountAsync("SELECT count(*) FROM pg_class WHERE relnamespace = 'opendata_rows'::regnamespace AND relkind = 'r' AND relname LIKE 'r\\_%'");

    /// <summary>The statements that are still to be made of a unit.</summary>
    public async Task<string[]> CareAsync(string unit)
    {
        await using var connection = Connect();
        return (await connection.ExecuteScalarAsync<string[]>("SELECT care FROM opendata_rows.unit WHERE unit = @unit", new { unit }))!;
    }

    public async Task LeaveAsync(string unit, params string[] care)
    {
        await using var connection = Connect();
        await connection.ExecuteAsync("UPDATE opendata_rows.unit SET care = @care WHERE unit = @unit", new { unit, care });
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = Connect();
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    public async Task<long> OnReplicaAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            OpenData.Store.Postgres.PostgresAddress.Parse(TestStore.AddressOf(TestStore.Replica!, database)).ConnectionString + ";Pooling=false");
        await UntilAsync(async () =>
        {
            try
            {
                await connection.OpenAsync();
                return true;
            }
            catch (PostgresException missing) when (missing.SqlState == "3D000")
            {
                return false;
            }
        });
        return await connection.ExecuteScalarAsync<object>(sql) is IConvertible number and not string and not bool ? Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    public Task WaitForReplicaAsync(string unit) => UntilAsync(async () => await OnReplicaAsync($"SELECT count(*) FROM pg_class WHERE relname = 'r_{unit}'") == 1);

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; !await holds(); i++)
        {
            i.Should().BeLessThan(600, "it comes within a minute");
            await Task.Delay(100);
        }
    }

    private NpgsqlConnection Connect() => new(OpenData.Store.Postgres.PostgresAddress.Parse(Address).ConnectionString + ";Pooling=false");

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }

        TestStore.DropDatabase(database);
    }
}
