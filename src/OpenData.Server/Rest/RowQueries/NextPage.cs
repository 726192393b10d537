using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>Finds where the next page starts before this one is written, since the <c>Link</c> header goes first.</summary>
internal static class NextPage
{
    /// <summary>The last row of this page, or null where no row follows it.</summary>
    public static async Task<RowPosition?> FindAsync(IRowStore rows, Release release, RowQuery query, CancellationToken cancellation)
    {
        if (query.Limit is not { } limit)
        {
            return null;
        }

        if (query is { Where: null, Order.Count: 0 })
        {
            // The whole table in the order of the file: rows are numbered from 1 without gaps.
            var last = (query.After?.Row ?? 0) + query.Offset + limit;
            return last < release.Rows ? new RowPosition([], last) : null;
        }

        var peek = query with
        {
            Select = query.Order.Count == 0 ? [0] : [.. query.Order.Select(o => o.Column)],
            Offset = query.Offset + limit - 1,
            Limit = 2,
        };
        await using var reader = await rows.QueryAsync(release, peek, cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            return null;
        }

        var position = new RowPosition([.. Enumerable.Range(0, query.Order.Count).Select(reader.Value)], reader.Row);
        return await reader.ReadAsync(cancellation) ? position : null;
    }
}
