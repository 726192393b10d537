using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Published;
using OpenData.Server.Rest.Rows;
using OpenData.Store;

namespace OpenData.Server.Ckan.Datastore;

/// <summary>What a call asks of a table, in the words of the one query model.</summary>
internal sealed record DatastoreQuery
{
    /// <summary>The columns to give, <see cref="DatastoreColumns.IdPosition"/> for the row's number.</summary>
    public required IReadOnlyList<int> Columns { get; init; }

    public Filter? Where { get; init; }
    public IReadOnlyList<Sort> Order { get; init; } = [];

    /// <summary>True for rows from the last to the first.</summary>
    public bool Backward { get; init; }

    /// <summary>True where rows that are equal in the columns are given once.</summary>
    public bool Distinct { get; init; }

    public long Offset { get; init; }

    /// <summary>The greatest number of rows, or null for all.</summary>
    public long? Limit { get; init; }

    /// <summary>The columns but the row's number, which every row brings with it.</summary>
    public IReadOnlyList<int> Selected => [.. Columns.Where(c => c != DatastoreColumns.IdPosition)];

    /// <summary>The rows, from the first that is to be given.</summary>
    public async Task<RowReader> ReadAsync(IRowStore rows, GroupingTurn turn, Release release, CancellationToken cancellation)
    {
        if (!Distinct)
        {
            return await rows.QueryAsync(release, new RowQuery { Select = Selected, Where = Where, Order = Order, Backward = Backward, Offset = Offset, Limit = Limit }, cancellation);
        }

        var reader = await GroupAsync(rows, turn, release, Limit + Offset, cancellation);
        for (var i = 0L; i < Offset && await reader.ReadAsync(cancellation); i++)
        {
            // Groups have no offset of their own.
        }

        return reader;
    }

    /// <summary>How many rows match, without offset and limit.</summary>
    public async Task<long> CountAsync(IRowStore rows, GroupingTurn turn, Release release, CancellationToken cancellation)
    {
        if (!Distinct)
        {
            return await rows.CountAsync(release, Where, cancellation);
        }

        await using var reader = await GroupAsync(rows, turn, release, null, cancellation);
        var count = 0L;
        while (await reader.ReadAsync(cancellation))
        {
            count++;
        }

        return count;
    }

    /// <summary>The groups, once it is this query's turn; the first of them gives it back.</summary>
    private async Task<RowReader> GroupAsync(IRowStore rows, GroupingTurn turn, Release release, long? limit, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return new TurnedRows(await rows.AggregateAsync(release, Groups(limit), cancellation), turn);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    private AggregateQuery Groups(long? limit) => new()
    {
        GroupBy = Columns,
        Terms = [.. Columns.Select(c => new AggregateTerm(AggregateFunction.Key, c))],
        Where = Where,
        Order = [.. Order.Select(s => (Place: Place(s.Column), s.Descending)).Where(s => s.Place >= 0).Select(s => new Sort(s.Place, s.Descending))],
        Limit = limit,
    };

    private int Place(int column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i;
            }
        }

        return -1;
    }
}
