using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Store.Postgres;

/// <summary>The rows of releases, each release in a table of its own. They are read from a replica where there is one that has them.</summary>
internal sealed class PostgresRowStore : IRowStore, IAsyncDisposable
{
    private readonly PostgresServer server;
    private readonly Func<Guid> ids;
    private readonly PostgresUnits units;
    private readonly CancellationTokenSource closing = new();

    /// <summary>The units that this node is at.</summary>
    private readonly ConcurrentDictionary<string, Task> tending = new(StringComparer.Ordinal);

    public PostgresRowStore(PostgresServer server, Func<Guid> ids)
    {
        this.server = server;
        this.ids = ids;
        units = new PostgresUnits(server);
    }

    /// <inheritdoc/>
    public bool LeavesNoTrace => false;

    /// <inheritdoc/>
    public async Task<(string Unit, long Rows)> LoadAsync(DataDictionary dictionary, RowReader rows, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var unit = PostgresUnitSchema.NameOf(ids());
        return (unit, await LoadAsync(unit, dictionary, rows, cancellation));
    }

    /// <summary>True where a unit is there: it is whole or not at all.</summary>
    public async Task<bool> HasAsync(string unit, CancellationToken cancellation)
    {
        await using var connection = await server.Primary.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(
            new CommandDefinition($"SELECT EXISTS (SELECT 1 FROM {PostgresServer.RowsSchema}.unit WHERE unit = @unit)", new { unit }, cancellationToken: cancellation));
    }

    /// <summary>Writes all rows into a unit of this name; returns their number.</summary>
    public async Task<long> LoadAsync(string unit, DataDictionary dictionary, RowReader rows, CancellationToken cancellation)
    {
        await using var connection = await server.AgainAsync(async () => await server.Primary.OpenConnectionAsync(cancellation), cancellation);
        var trigrams = await PostgresUnits.FindTrigramsAsync(connection);
        var loader = new PostgresUnitLoader(connection, unit, dictionary);
        var count = await loader.WriteAsync(rows, trigrams, cancellation);
        units.Remember(unit, loader.Facts);
        if (loader.Care.Count > 0)
        {
            Tend(unit);
        }

        return count;
    }

    /// <inheritdoc/>
    public async Task<RowReader> QueryAsync(Release release, RowQuery query, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var facts = await units.FindAsync(release.Unit, cancellation);
        var statement = PostgresRowSql.Select(release.Unit, release.Dictionary, query, facts);
        var places = PostgresRowSql.SelectsOdd(release.Dictionary, query, facts) ? query.Select : null;
        return await ReadAsync(statement, [.. query.Select.Select(c => release.Dictionary.Columns[c].Type)], places, cancellation);
    }

    /// <inheritdoc/>
    public async Task<RowReader> AggregateAsync(Release release, AggregateQuery query, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var facts = await units.FindAsync(release.Unit, cancellation);
        var statement = PostgresAggregateSql.Select(release.Unit, release.Dictionary, query, facts.Plain, mayOverflow: false);
        ColumnType[] types = [.. query.Terms.Select(t => t.TypeIn(release.Dictionary))];
        try
        {
            return await ReadAsync(statement, types, null, cancellation);
        }
        catch (PostgresException overflow) when (overflow.SqlState == PostgresErrorCodes.NumericValueOutOfRange)
        {
            return await ReadAsync(PostgresAggregateSql.Select(release.Unit, release.Dictionary, query, facts.Plain, mayOverflow: true), types, null, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task<long> CountAsync(Release release, Filter? where, CancellationToken cancellation = default)
    {
        if (where is null)
        {
            return release.Rows;
        }

        var facts = await units.FindAsync(release.Unit, cancellation);
        await using var reader = await ReadAsync(PostgresRowSql.Count(release.Unit, release.Dictionary, where, facts), [], null, cancellation);
        await reader.ReadAsync(cancellation);
        return reader.Row;
    }

    /// <inheritdoc/>
    public long UnitBytes(string unit)
    {
        using var connection = server.Primary.OpenConnection();
        return connection.ExecuteScalar<long>("SELECT pg_total_relation_size(CAST(@table AS regclass))", new { table = PostgresUnitSchema.TableOf(unit) });
    }

    /// <summary>Removes the units that no release names, in a transaction that writes the registry; then goes on with what others have left to be made.</summary>
    public async Task<int> SweepAsync(DbConnection connection, DbTransaction transaction)
    {
        var removed = await PostgresUnits.SweepAsync(connection, transaction);
        await TendLeftAsync();
        return removed;
    }

    /// <summary>Goes on with what other nodes have left to be made of units, behind the back of the caller; true where there was something.</summary>
    public async Task<bool> TendLeftAsync()
    {
        var left = await units.ListUntendedAsync(closing.Token);
        foreach (var unit in left)
        {
            Tend(unit);
        }

        return left.Count > 0;
    }

    /// <summary>Ends when what is being made has been given up or is done.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await Task.WhenAll(tending.Values);
        closing.Dispose();
    }

    private async Task<RowReader> ReadAsync(PostgresStatement statement, IReadOnlyList<ColumnType> types, IReadOnlyList<int>? places, CancellationToken cancellation)
    {
        try
        {
            return await PostgresRowReader.OpenAsync(server, stop => SendAsync(server.Readers, statement, stop), types, places, cancellation);
        }
        catch (PostgresException behind) when (server.Address.HasReplicas && behind.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or "40001")
        {
            // A replica that does not have the release yet, or had to drop the query to go on. A release that was seen is never missing.
            return await PostgresRowReader.OpenAsync(server, stop => SendAsync(server.PrimaryReaders, statement, stop), types, places, cancellation);
        }
    }

    private static async Task<NpgsqlDataReader> SendAsync(NpgsqlDataSource source, PostgresStatement statement, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            var command = new NpgsqlCommand(statement.Text, connection);
            foreach (var parameter in statement.Parameters)
            {
                command.Parameters.Add(parameter.Clone());
            }

            return await command.ExecuteReaderAsync(CommandBehavior.CloseConnection, cancellation);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes what is still to be made of a unit, while it is read; where this node is at it already, it goes on.</summary>
    private void Tend(string unit)
    {
        var begun = new Task<Task>(async () =>
        {
            try
            {
                await units.TendAsync(unit, closing.Token);
            }
            catch (Exception left) when (left is OperationCanceledException or NpgsqlException or ObjectDisposedException or InvalidOperationException)
            {
                // It is noted with the unit what is left, and the next sweep goes on.
            }
            finally
            {
                tending.TryRemove(unit, out _);
            }
        });
        if (tending.TryAdd(unit, begun.Unwrap()))
        {
            begun.Start(TaskScheduler.Default);
        }
    }
}
