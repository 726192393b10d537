using System.Globalization;
using System.Text.Json;
using Npgsql;
using OpenData.Schemas;

namespace OpenData.Store.Postgres;

/// <summary>
/// Rows of a statement as PostgreSQL sends them. A release never changes and every order is settled to the last tie, so where the connection is
/// lost on the way the statement is sent again, and what was read already is passed over.
/// </summary>
internal sealed class PostgresRowReader : RowReader
{
    private readonly PostgresServer server;
    private readonly Func<CancellationToken, Task<NpgsqlDataReader>> ask;
    private readonly IReadOnlyList<ColumnType> types;
    private readonly IReadOnlyList<int>? places;
    private NpgsqlDataReader? row;
    private bool isFirstRead;
    private bool onRow;
    private long given;
    private Dictionary<string, string>? odd;
    private byte[]? cell;
    private int cellColumn = -1;

    private PostgresRowReader(PostgresServer server, Func<CancellationToken, Task<NpgsqlDataReader>> ask, IReadOnlyList<ColumnType> types, IReadOnlyList<int>? places)
    {
        this.server = server;
        this.ask = ask;
        this.types = types;
        this.places = places;
    }

    /// <inheritdoc/>
    public override int ColumnCount => types.Count;

    /// <inheritdoc/>
    public override long Row => Current.GetInt64(0);

    private NpgsqlDataReader Current => onRow ? row! : throw new InvalidOperationException("The last row has been read.");

    /// <summary>Sends the statement and waits for its first row.</summary>
    /// <param name="server">The server.</param>
    /// <param name="ask">Sends the statement, on a connection that is closed with the reader.</param>
    /// <param name="types">The types of the columns.</param>
    /// <param name="places">The columns' positions in the dictionary, where odd digits stand behind them; else null.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public static async Task<PostgresRowReader> OpenAsync(
        PostgresServer server, Func<CancellationToken, Task<NpgsqlDataReader>> ask, IReadOnlyList<ColumnType> types, IReadOnlyList<int>? places, CancellationToken cancellation)
    {
        var reader = new PostgresRowReader(server, ask, types, places);
        await reader.AskAsync(cancellation);
        reader.isFirstRead = true;
        return reader;
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> ReadAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (isFirstRead)
        {
            isFirstRead = false;
            onRow = hasFirst;
        }
        else if (row is null)
        {
            return false;
        }
        else
        {
            onRow = await NextAsync(cancellation);
        }

        cellColumn = -1;
        odd = null;
        if (!onRow)
        {
            await EndAsync();
            return false;
        }

        given++;
        if (places is not null && !row!.IsDBNull(types.Count + 1))
        {
            odd = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(types.Count + 1));
        }

        return true;
    }

    private bool hasFirst;

    /// <inheritdoc/>
    public override RowValueKind Kind(int column) => Current.IsDBNull(Index(column)) ? RowValueKind.Null : PostgresColumn.KindOf(types[column]);

    /// <inheritdoc/>
    public override long Integer(int column) => types[column] == ColumnType.Boolean ? (Current.GetBoolean(Index(column)) ? 1 : 0) : Current.GetInt64(Index(column));

    /// <inheritdoc/>
    public override double Float(int column) => Current.GetDouble(Index(column));

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Utf8(int column)
    {
        if (cellColumn != column)
        {
            cell = Read(column);
            cellColumn = column;
        }

        return cell;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        onRow = false;
        isFirstRead = false;
        await EndAsync();
        await base.DisposeAsync();
    }

    private byte[] Read(int column)
    {
        switch (types[column])
        {
            case ColumnType.Date:
                var day = new byte[10];
                Current.GetFieldValue<DateOnly>(Index(column)).TryFormat(day, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                return day;
            case ColumnType.Decimal when odd is not null && odd.TryGetValue(places![column].ToString(CultureInfo.InvariantCulture), out var digits):
                return System.Text.Encoding.ASCII.GetBytes(digits);
            case ColumnType.Decimal:
                return Current.GetFieldValue<byte[]>(Index(column));
            default:
                return PostgresText.Unescape(Current.GetFieldValue<byte[]>(Index(column)));
        }
    }

    /// <summary>The place in the statement: the row's number stands before the columns.</summary>
    private int Index(int column) =>
        (uint)column < (uint)types.Count ? column + 1 : throw new ArgumentOutOfRangeException(nameof(column), column, $"The row has {types.Count} columns.");

    private async Task<bool> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await row!.ReadAsync(cancellation);
        }
        catch (Exception lost) when (PostgresServer.IsLost(lost))
        {
            await AskAsync(cancellation);
            return hasFirst;
        }
        catch (PostgresException ended) when (ended.SqlState == PostgresErrorCodes.QueryCanceled && !cancellation.IsCancellationRequested)
        {
            throw TooLong();
        }
    }

    /// <summary>Sends the statement and goes to the row behind those that were given.</summary>
    private async Task AskAsync(CancellationToken cancellation)
    {
        try
        {
            hasFirst = await server.AgainAsync(
                async () =>
                {
                    await EndAsync();
                    row = await ask(cancellation);
                    for (var passed = 0L; passed < given; passed++)
                    {
                        await row.ReadAsync(cancellation);
                    }

                    return await row.ReadAsync(cancellation);
                },
                cancellation);
        }
        catch (PostgresException ended) when (ended.SqlState == PostgresErrorCodes.QueryCanceled && !cancellation.IsCancellationRequested)
        {
            await EndAsync();
            throw TooLong();
        }
        catch
        {
            await EndAsync();
            throw;
        }
    }

    private async Task EndAsync()
    {
        if (row is { } open)
        {
            row = null;
            try
            {
                await open.DisposeAsync();
            }
            catch (Exception lost) when (PostgresServer.IsLost(lost))
            {
                // Its connection is gone, and the rows that it would have brought with it.
            }
        }
    }

    private static TimeoutException TooLong() => new($"The query was ended after {StoreLimits.StatementSeconds} seconds.");
}
