using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;
using OpenData.Store.Registry;
using OpenData.Store.Search;

namespace OpenData.Store.Postgres;

/// <summary>The registry in a schema of a PostgreSQL database, shared by all nodes: writers take turns by an advisory lock.</summary>
internal sealed class PostgresRegistryDatabase : RegistryDatabase
{
    private readonly PostgresServer server;

    /// <summary>Writers of this node queue here without holding a connection; those of other nodes meet at the lock.</summary>
    private readonly SemaphoreSlim writing = new(1, 1);

    private readonly PostgresStamp stamp;

    private PostgresRegistryDatabase(PostgresServer server, Func<Task<bool>> afterChange)
    {
        this.server = server;
        stamp = new PostgresStamp(server, afterChange);
    }

    /// <inheritdoc/>
    public override string JoinInOrder => "JOIN";

    /// <inheritdoc/>
    public override ISearchIndex Search => new PostgresSearchIndex(this);

    /// <summary>Opens the registry, making or upgrading it. Nodes may do so at once: the second waits, and finds nothing left to do.</summary>
    /// <param name="server">The database.</param>
    /// <param name="clock">Tells when it is upgraded.</param>
    /// <param name="afterChange">What this node does when nothing has come for a while after a change; true where there is still more of it.</param>
    /// <exception cref="InvalidOperationException">No connection can be made, or the registry is of a newer program.</exception>
    public static PostgresRegistryDatabase Open(PostgresServer server, TimeProvider clock, Func<Task<bool>> afterChange)
    {
        try
        {
            using var connection = server.Primary.OpenConnection();
            using var transaction = connection.BeginTransaction();
            connection.Execute($"SELECT pg_advisory_xact_lock({PostgresServer.WriteLock})", transaction: transaction);
            if (!connection.ExecuteScalar<bool>("SELECT to_regnamespace(@Schema) IS NOT NULL", new { PostgresServer.Schema }, transaction))
            {
                connection.Execute($"CREATE SCHEMA {PostgresServer.Schema}; CREATE SCHEMA {PostgresServer.RowsSchema}", transaction: transaction);
            }

            Migrations.Apply(connection, transaction, "postgres", clock);
            transaction.Commit();
        }
        catch (Exception unreachable) when (PostgresServer.IsUnreachable(unreachable))
        {
            throw server.Unreachable(unreachable);
        }

        return new PostgresRegistryDatabase(server, afterChange);
    }

    /// <inheritdoc/>
    public override async ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation = default) => await server.Primary.OpenConnectionAsync(cancellation);

    /// <inheritdoc/>
    public override async ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellation) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    /// <summary>Nothing is changed by a read: it is asked again where its connection was lost.</summary>
    public override Task<T> QueryAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) =>
        server.AgainAsync(() => base.QueryAsync(read, cancellation), cancellation);

    /// <inheritdoc/>
    public override ValueTask<long> StampAsync(CancellationToken cancellation) => stamp.ReadAsync(cancellation);

    /// <inheritdoc/>
    public override Task<IEnumerable<string>> ListTriggersAsync(DbConnection connection, string table) =>
        connection.QueryAsync<string>("SELECT tgname::text FROM pg_trigger WHERE tgrelid = to_regclass(@table) AND NOT tgisinternal AND tgenabled IN ('O', 'A')", new { table });

    /// <inheritdoc/>
    public override async Task RequireUnitAsync(DbConnection connection, DbTransaction transaction, string unit)
    {
        if (!await connection.ExecuteScalarAsync<bool>($"SELECT EXISTS (SELECT 1 FROM {PostgresServer.RowsSchema}.unit WHERE unit = @unit)", new { unit }, transaction))
        {
            throw new InvalidOperationException(
                $"ไม่มีตารางของแถวข้อมูล '{unit}' แล้ว โปรดเผยแพร่ไฟล์อีกครั้ง · The rows '{unit}' are not there any more, because the turn to publish was lost in between: publish the file again.");
        }
    }

    /// <inheritdoc/>
    public override Task<IEnumerable<string>> ListTablesAsync(DbConnection connection, DbTransaction transaction) =>
        connection.QueryAsync<string>("SELECT tablename::text FROM pg_tables WHERE schemaname = @Schema", new { PostgresServer.Schema }, transaction);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> ListColumnsAsync(DbConnection connection, DbTransaction transaction, string table) =>
        (await connection.QueryAsync<string>("SELECT attname::text FROM pg_attribute WHERE attrelid = to_regclass(@table) AND attnum > 0 AND NOT attisdropped", new { table }, transaction)).AsList();

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> SilenceAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<string> tables)
    {
        foreach (var table in tables)
        {
            await connection.ExecuteAsync($"ALTER TABLE {table} DISABLE TRIGGER USER", transaction: transaction);
        }

        var references = (await connection.QueryAsync<string>(
            "SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint WHERE contype = 'f' AND connamespace = to_regnamespace(@Schema) AND NOT condeferrable",
            new { PostgresServer.Schema },
            transaction)).AsList();
        foreach (var reference in references)
        {
            await connection.ExecuteAsync($"{reference} DEFERRABLE INITIALLY DEFERRED", transaction: transaction);
        }

        return references;
    }

    /// <inheritdoc/>
    public override async Task WakeAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<string> tables, IReadOnlyList<string> silenced)
    {
        await connection.ExecuteAsync("SET CONSTRAINTS ALL IMMEDIATE", transaction: transaction);
        foreach (var reference in silenced)
        {
            await connection.ExecuteAsync($"{reference} NOT DEFERRABLE", transaction: transaction);
        }

        foreach (var table in tables)
        {
            await connection.ExecuteAsync($"ALTER TABLE {table} ENABLE TRIGGER USER", transaction: transaction);
        }

        // Numbers that were given elsewhere are not given again.
        var counted = await connection.QueryAsync<string>(
            """
            SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), (SELECT coalesce(max(%I), 0) + 1 FROM %s), false)', attrelid::regclass::text, attname, attname, attrelid::regclass)
            FROM pg_attribute WHERE attidentity <> '' AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = to_regnamespace(@Schema))
            """,
            new { PostgresServer.Schema },
            transaction);
        foreach (var sequence in counted.AsList())
        {
            await connection.ExecuteAsync(sequence, transaction: transaction);
        }
    }

    /// <summary>Takes the writers' lock before the transaction reads. Where the connection is lost, whatever was not committed is begun again.</summary>
    public override async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            return await server.AgainAsync(() => WriteOnceAsync(write, cancellation), cancellation);
        }
        finally
        {
            stamp.Doubt();
            writing.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        stamp.Dispose();
        writing.Dispose();
    }

    private async Task<T> WriteOnceAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellation)
    {
        await using var connection = await server.Primary.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var number = await connection.ExecuteScalarAsync<string>(
            $"SET LOCAL lock_timeout = '{StoreLimits.BusySeconds}s'; SELECT pg_advisory_xact_lock({PostgresServer.WriteLock}); SELECT pg_current_xact_id()::text", transaction: transaction);
        var result = await write(connection, transaction);
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception lost) when (PostgresServer.IsLost(lost))
        {
            // Whether it was committed before the connection was lost, the database knows.
            if (!await WasCommittedAsync(number!, cancellation))
            {
                throw;
            }
        }

        return result;
    }

    private async Task<bool> WasCommittedAsync(string number, CancellationToken cancellation)
    {
        while (true)
        {
            var status = await server.AgainAsync(
                async () =>
                {
                    await using var connection = await server.Primary.OpenConnectionAsync(cancellation);
                    return await connection.ExecuteScalarAsync<string>("SELECT pg_xact_status(CAST(@number AS xid8))", new { number });
                },
                cancellation);
            if (status != "in progress")
            {
                return status == "committed";
            }

            await Task.Delay(StoreLimits.ConnectionRetry, cancellation);
        }
    }
}
