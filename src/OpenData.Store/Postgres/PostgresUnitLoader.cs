using System.Globalization;
using Npgsql;
using OpenData.Schemas;

namespace OpenData.Store.Postgres;

/// <summary>Writes the rows of an accepted file into a new table, by one transaction: before it commits nobody sees it, and a killed one leaves nothing.</summary>
internal sealed class PostgresUnitLoader(NpgsqlConnection connection, string unit, DataDictionary dictionary)
{
    /// <summary>In this transaction indexes are sorted in memory, by one process; a server that gives more room keeps its own setting.</summary>
    private const string RoomForIndexes =
        $"SELECT set_config('maintenance_work_mem', '{StoreLimits.IndexMemory}', true) WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('{StoreLimits.IndexMemory}')";

    /// <summary>What is still to be made when the load has ended.</summary>
    public IReadOnlyList<string> Care { get; private set; } = [];

    /// <summary>What is known of the unit afterwards.</summary>
    public UnitFacts Facts { get; private set; } = new(new HashSet<int>(), new HashSet<int>());

    /// <summary>Writes all rows and the indexes that prove them; returns the number of rows.</summary>
    /// <exception cref="NotSupportedException">The dictionary has more columns than PostgreSQL has room for.</exception>
    /// <exception cref="InvalidDataException">A cell is not of its column's type, or a key is there twice: the rows were not checked.</exception>
    public async Task<long> WriteAsync(RowReader rows, string? trigrams, CancellationToken cancellation)
    {
        if (dictionary.Columns.Count > StoreLimits.PostgresColumns)
        {
            throw TooWide($"a table can have {StoreLimits.PostgresColumns:N0} columns at most (PostgreSQL's limit), and this dictionary has {dictionary.Columns.Count:N0}");
        }

        if (rows.ColumnCount != dictionary.Columns.Count)
        {
            throw new ArgumentException($"Rows of {rows.ColumnCount} columns do not fit a dictionary of {dictionary.Columns.Count}.", nameof(rows));
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(PostgresUnitSchema.Table(unit, dictionary), cancellation);
        await ExecuteAsync(RoomForIndexes, cancellation);
        var copied = await CopyAsync(rows, cancellation);
        await ExecuteAsync(PostgresUnitSchema.NumberIndex(unit), cancellation);
        foreach (var index in PostgresUnitSchema.UniqueIndexes(unit, dictionary))
        {
            await ProveAsync(transaction, index, cancellation);
        }

        Care = PostgresUnitSchema.Care(unit, dictionary, trigrams);
        if (copied.Count <= StoreLimits.RowsTendedAtOnce)
        {
            foreach (var statement in Care)
            {
                await PostgresUnits.MakeAsync(connection, transaction, statement, cancellation);
            }

            Care = [];
        }

        Facts = new UnitFacts(copied.Empty.ToHashSet(), copied.Plain.ToHashSet(), copied.HasOdd);
        await NoteAsync(copied, cancellation);
        await transaction.CommitAsync(cancellation);
        return copied.Count;
    }

    private async Task<CopyWriter> CopyAsync(RowReader rows, CancellationToken cancellation)
    {
        try
        {
            // FREEZE: nobody else sees the table, so its rows need never be looked at again to be made visible.
            await using var stream = await connection.BeginRawBinaryCopyAsync($"COPY {PostgresUnitSchema.TableOf(unit)} FROM STDIN (FORMAT binary, FREEZE)", cancellation);
            var copy = new CopyWriter(stream, dictionary);
            try
            {
                copy.Begin();
                while (await rows.ReadAsync(cancellation))
                {
                    copy.Add(rows);
                    if (copy.IsFull)
                    {
                        await copy.SendAsync(cancellation);
                    }
                }

                copy.End();
                await copy.SendAsync(cancellation);
            }
            catch
            {
                await stream.CancelAsync();
                throw;
            }

            return copy;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.ProgramLimitExceeded)
        {
            throw TooWide($"a row of {dictionary.Columns.Count:N0} columns does not fit ({refused.MessageText})");
        }
    }

    /// <summary>Makes a unique index; of texts that are too long for one, over their hashes.</summary>
    private async Task ProveAsync(NpgsqlTransaction transaction, PostgresUnitSchema.UniqueIndex index, CancellationToken cancellation)
    {
        try
        {
            await transaction.SaveAsync("prove", cancellation);
            try
            {
                await ExecuteAsync(index.Sql, cancellation);
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.ProgramLimitExceeded)
            {
                await transaction.RollbackAsync("prove", cancellation);
                await ExecuteAsync(index.HashedSql, cancellation);
            }
        }
        catch (PostgresException twice) when (twice.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new InvalidDataException($"The values of {string.Join(", ", index.Columns)} tell no row from another: some are there twice.");
        }
    }

    private async Task NoteAsync(CopyWriter copied, CancellationToken cancellation)
    {
        await using var note = new NpgsqlCommand($"INSERT INTO {PostgresServer.RowsSchema}.unit (unit, rows, empty, plain, odd, care) VALUES ($1, $2, $3, $4, $5, $6)", connection);
        note.Parameters.Add(new NpgsqlParameter<string> { TypedValue = unit });
        note.Parameters.Add(new NpgsqlParameter<long> { TypedValue = copied.Count });
        note.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = copied.Empty });
        note.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = copied.Plain });
        note.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = copied.HasOdd });
        note.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. Care] });
        await note.ExecuteNonQueryAsync(cancellation);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NotSupportedException TooWide(string what) => new(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL cannot keep this table: {what}."));
}
