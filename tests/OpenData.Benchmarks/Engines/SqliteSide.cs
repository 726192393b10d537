using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using OpenData.Benchmarks.Api;

namespace OpenData.Benchmarks.Engines;

/// <summary>SQLite: a data folder, and <c>sqlite3</c> with a file beside it.</summary>
internal sealed class SqliteSide : IEngineSide
{
    private readonly string folder;

    private SqliteSide(string folder) => this.folder = folder;

    public string Name => "SQLite";
    public string Tool => "sqlite3 .import";
    public string Data => Path.Combine(folder, "data");
    public string Number => "rowid";

    private string Plain => Path.Combine(folder, "plain.db");

    public static SqliteSide Make(string folder) => new(Path.GetFullPath(Path.Combine(folder, "engines-sqlite")));

    public Task EmptyAsync()
    {
        Remove();
        Directory.CreateDirectory(folder);
        return Task.CompletedTask;
    }

    public async Task<TimeSpan?> LoadAsync(string csv)
    {
        if (!Programs.Has("sqlite3"))
        {
            return null;
        }

        // SQLite has types of its own names; any will do.
        var watch = Stopwatch.StartNew();
        await Programs.RunAsync("sqlite3", [Plain, $"CREATE TABLE records ({string.Join(", ", PostgresCluster.Columns)})", $".import --csv --skip 1 '{csv}' records"]);
        return watch.Elapsed;
    }

    public string TableOf(string unit) => "rows";

    /// <summary>As the store opens it: read-only and mapped.</summary>
    public DbConnection Connect(string unit) =>
        new MappedConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Data, "releases", unit + ".db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());

    public ValueTask DisposeAsync()
    {
        Remove();
        return ValueTask.CompletedTask;
    }

    private void Remove()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class MappedConnection(string connectionString) : SqliteConnection(connectionString)
    {
        public override void Open()
        {
            base.Open();
            using var map = CreateCommand();
            map.CommandText = "PRAGMA mmap_size = 2147418112";
            map.ExecuteNonQuery();
        }
    }
}
