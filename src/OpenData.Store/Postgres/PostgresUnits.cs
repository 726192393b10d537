using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Npgsql;
using OpenData.Schemas;

namespace OpenData.Store.Postgres;

/// <summary>The units of a database: what is known of them, what is still to be made, and what no release names.</summary>
internal sealed class PostgresUnits(PostgresServer server)
{
    private readonly ConcurrentDictionary<string, UnitFacts> known = new(StringComparer.Ordinal);

    /// <summary>What is known of a unit; a unit never changes, so it is asked for once.</summary>
    /// <exception cref="InvalidOperationException">There is no such unit.</exception>
    public async ValueTask<UnitFacts> FindAsync(string unit, CancellationToken cancellation)
    {
        if (known.TryGetValue(unit, out var facts))
        {
            return facts;
        }

        var row = await server.AgainAsync(
            async () =>
            {
                await using var connection = await server.Primary.OpenConnectionAsync(cancellation);
                return await connection.QuerySingleOrDefaultAsync<(int[]? Empty, int[]? Plain, bool Odd)>(
                    new CommandDefinition($"SELECT empty, plain, odd FROM {PostgresServer.RowsSchema}.unit WHERE unit = @unit", new { unit }, cancellationToken: cancellation));
            },
            cancellation);
        return row.Empty is { } empty ? Remember(unit, new UnitFacts(empty.ToHashSet(), (row.Plain ?? []).ToHashSet(), row.Odd)) : throw new InvalidOperationException($"There are no rows of unit '{unit}'.");
    }

    public UnitFacts Remember(string unit, UnitFacts facts)
    {
        if (known.Count >= StoreLimits.UnitsRemembered)
        {
            known.Clear();
        }

        return known[unit] = facts;
    }

    /// <summary>The schema that has <c>pg_trgm</c>, which is made where it may be; null where it may not.</summary>
    public static async Task<string?> FindTrigramsAsync(NpgsqlConnection connection)
    {
        const string Find = "SELECT n.nspname::text FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm'";
        if (await connection.ExecuteScalarAsync<string?>(Find) is { } schema)
        {
            return schema;
        }

        try
        {
            await connection.ExecuteAsync($"CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA {PostgresServer.Schema}");
        }
        catch (PostgresException refused) when (refused.SqlState is "42501" or "0A000" or "58P01" or "23505" or "42710" or "42704")
        {
            // Not installed, or this user may not: words are found all the same, by reading all rows. Or another node was first.
        }

        return await connection.ExecuteScalarAsync<string?>(Find);
    }

    /// <summary>Removes the units that no release names, in a transaction that writes the registry; returns how many.</summary>
    public static async Task<int> SweepAsync(DbConnection connection, DbTransaction transaction)
    {
        // One that is being tended waits for the next sweep.
        var orphans = (await connection.QueryAsync<string>(
            $"""
            SELECT unit FROM {PostgresServer.RowsSchema}.unit u
            WHERE NOT EXISTS (SELECT 1 FROM release WHERE unit = u.unit) AND NOT EXISTS (SELECT 1 FROM staged_release WHERE unit = u.unit)
            FOR UPDATE SKIP LOCKED
            """,
            transaction: transaction)).AsList();
        foreach (var unit in orphans)
        {
            await connection.ExecuteAsync($"DROP TABLE IF EXISTS {PostgresUnitSchema.TableOf(unit)}; DELETE FROM {PostgresServer.RowsSchema}.unit WHERE unit = @unit", new { unit }, transaction);
        }

        return orphans.Count;
    }

    /// <summary>Makes what is still to be made of a unit, a statement at a time; another node that is at it is left alone.</summary>
    public async Task TendAsync(string unit, CancellationToken cancellation)
    {
        await using var connection = await server.Primary.OpenConnectionAsync(cancellation);
        while (true)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var next = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
                $"SELECT care[1] FROM {PostgresServer.RowsSchema}.unit WHERE unit = @unit AND cardinality(care) > 0 FOR UPDATE SKIP LOCKED", new { unit }, transaction, cancellationToken: cancellation));
            if (next is null)
            {
                return;
            }

            await MakeAsync(connection, transaction, next, cancellation);
            await connection.ExecuteAsync($"UPDATE {PostgresServer.RowsSchema}.unit SET care = care[2:] WHERE unit = @unit", new { unit }, transaction);
            await transaction.CommitAsync(cancellation);
        }
    }

    /// <summary>The units of which something is still to be made.</summary>
    public async Task<IReadOnlyList<string>> ListUntendedAsync(CancellationToken cancellation)
    {
        await using var connection = await server.Primary.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            $"SELECT unit FROM {PostgresServer.RowsSchema}.unit WHERE cardinality(care) > 0 ORDER BY made", cancellationToken: cancellation))).AsList();
    }

    /// <summary>Makes statistics or an index. Texts that are too long for an index go without.</summary>
    public static async Task MakeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string statement, CancellationToken cancellation)
    {
        await transaction.SaveAsync("care", cancellation);
        try
        {
            await using var command = new NpgsqlCommand(statement, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.ProgramLimitExceeded)
        {
            await transaction.RollbackAsync("care", cancellation);
        }
    }
}
