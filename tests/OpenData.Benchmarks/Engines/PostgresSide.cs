using System.Data.Common;
using System.Diagnostics;
using Npgsql;
using OpenData.Benchmarks.Api;

namespace OpenData.Benchmarks.Engines;

/// <summary>PostgreSQL: a throw-away cluster with a database for the store, and one for <c>psql</c>.</summary>
internal sealed class PostgresSide : IEngineSide
{
    private const string Store = "store";
    private readonly PostgresCluster cluster;

    private PostgresSide(PostgresCluster cluster) => this.cluster = cluster;

    public string Name => "PostgreSQL";
    public string Tool => "psql \\copy";
    public string Data => $"postgres://{PostgresCluster.User}@/{Store}?host={cluster.Folder}";
    public string Number => "n";

    public static async Task<PostgresSide> StartAsync(string programs) => new(await PostgresCluster.StartAsync(programs));

    public async Task EmptyAsync()
    {
        await cluster.SqlAsync(PostgresCluster.User, "DROP TABLE IF EXISTS records", $"DROP DATABASE IF EXISTS {Store} WITH (FORCE)", $"CREATE DATABASE {Store}");
        await cluster.SqlAsync(PostgresCluster.User, "CHECKPOINT");
    }

    public async Task<TimeSpan?> LoadAsync(string csv)
    {
        var watch = Stopwatch.StartNew();
        await cluster.LoadAsync(csv);
        return watch.Elapsed;
    }

    public string TableOf(string unit) => $"opendata_rows.r_{unit}";

    public DbConnection Connect(string unit) => new NpgsqlConnection($"Host={cluster.Folder};Username={PostgresCluster.User};Database={Store}");

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
