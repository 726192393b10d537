using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using OpenData.Store.Registry;
using OpenData.Store.Search;

namespace OpenData.Store.Sqlite;

/// <summary>The registry in one SQLite file, written by one transaction at a time and read beside it.</summary>
internal sealed class SqliteRegistryDatabase : RegistryDatabase
{
    private readonly string connectionString;

    /// <summary>Writers of this process queue here without holding a thread; those of other processes meet at the file's lock.</summary>
    private readonly SemaphoreSlim writing = new(1, 1);

    private readonly ChangeStamp stamp;
    private readonly ChangeStamp searchStamp;

    private SqliteRegistryDatabase(string connectionString)
    {
        this.connectionString = connectionString;
        stamp = new ChangeStamp(connectionString, "published_change");
        searchStamp = new ChangeStamp(connectionString, "search_change");
    }

    /// <summary>SQLite takes the tables of a CROSS JOIN as they stand.</summary>
    public override string JoinInOrder => "CROSS JOIN";

    /// <inheritdoc/>
    public override ISearchIndex Search => new SqliteSearchIndex(this, searchStamp);

    /// <summary>Opens the file, making or upgrading it. Two processes may do so at once: the second waits, and finds nothing left to do.</summary>
    public static SqliteRegistryDatabase Open(string path, TimeProvider clock)
    {
        var options = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = StoreLimits.BusySeconds };
        var database = new SqliteRegistryDatabase(options.ToString());
        using var connection = database.Connect();

        // Kept in the file from then on: readers do not wait for a writer, nor a writer for readers.
        connection.Execute("PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction(deferred: false);
        Migrations.Apply(connection, transaction, "sqlite", clock);
        transaction.Commit();
        return database;
    }

    /// <inheritdoc/>
    public override ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation = default) => ValueTask.FromResult<DbConnection>(Connect());

    /// <inheritdoc/>
    public override ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellation) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    /// <inheritdoc/>
    public override ValueTask<long> StampAsync(CancellationToken cancellation) => ValueTask.FromResult(stamp.Read());

    /// <inheritdoc/>
    public override Task<IEnumerable<string>> ListTriggersAsync(DbConnection connection, string table) =>
        connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = @table", new { table });

    /// <inheritdoc/>
    public override Task<IEnumerable<string>> ListTablesAsync(DbConnection connection, DbTransaction transaction) =>
        connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' AND sql NOT LIKE 'CREATE VIRTUAL%'", transaction: transaction);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> ListColumnsAsync(DbConnection connection, DbTransaction transaction, string table) =>
        (await connection.QueryAsync<string>("SELECT name FROM pragma_table_info(@table)", new { table }, transaction)).AsList();

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> SilenceAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<string> tables)
    {
        await connection.ExecuteAsync("PRAGMA defer_foreign_keys = ON", transaction: transaction);

        // Those that refuse and those that count; what keeps an index up to date goes on.
        var triggers = (await connection.QueryAsync<(string Name, string Sql)>(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND (sql LIKE '%RAISE(%' OR sql LIKE '%published_change%')", transaction: transaction)).AsList();
        foreach (var (name, _) in triggers)
        {
            await connection.ExecuteAsync($"DROP TRIGGER {name}", transaction: transaction);
        }

        return [.. triggers.Select(t => t.Sql)];
    }

    /// <inheritdoc/>
    public override async Task WakeAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<string> tables, IReadOnlyList<string> silenced)
    {
        foreach (var trigger in silenced)
        {
            await connection.ExecuteAsync(trigger, transaction: transaction);
        }
    }

    /// <summary>Takes the file's lock before the transaction reads.</summary>
    public override async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = await write(connection, transaction);
            transaction.Commit();
            return result;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        stamp.Dispose();
        searchStamp.Dispose();
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        writing.Dispose();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();

        // FULL: what a transaction said is done stays done after a power cut, in WAL mode too.
        connection.Execute($"PRAGMA busy_timeout = {StoreLimits.BusySeconds * 1000}; PRAGMA synchronous = FULL");
        return connection;
    }
}
