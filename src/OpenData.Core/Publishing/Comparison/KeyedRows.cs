using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Publishing.Comparison;

/// <summary>Compares rows by their key: both releases are read in the key's order, one row of each at a time.</summary>
internal sealed class KeyedRows(IRowStore rows, Release from, Release to, IReadOnlyList<string> key, IReadOnlyList<string> common)
{
    /// <summary>The key first, then what else both have.</summary>
    private readonly List<string> columns = [.. key, .. common.Except(key)];

    public async Task CompareAsync(RowTally tally, CancellationToken cancellation)
    {
        await using var older = await OpenAsync(from, cancellation);
        await using var newer = await OpenAsync(to, cancellation);
        var hasOlder = await older.ReadAsync(cancellation);
        var hasNewer = await newer.ReadAsync(cancellation);
        while (hasOlder || hasNewer)
        {
            var order = !hasOlder ? 1 : !hasNewer ? -1 : Order(older, newer);
            if (order < 0)
            {
                tally.Add(RowChange.Removed, () => new RowDifference(RowChange.Removed, older.Row, null, Cells(older, null)));
            }
            else if (order > 0)
            {
                tally.Add(RowChange.Added, () => new RowDifference(RowChange.Added, null, newer.Row, Cells(null, newer)));
            }
            else if (Enumerable.Range(key.Count, columns.Count - key.Count).Any(c => !RowCells.Same(older, newer, c)))
            {
                tally.Add(RowChange.Changed, () => new RowDifference(RowChange.Changed, older.Row, newer.Row, Cells(older, newer)));
            }

            hasOlder = order <= 0 ? await older.ReadAsync(cancellation) : hasOlder;
            hasNewer = order >= 0 ? await newer.ReadAsync(cancellation) : hasNewer;
        }
    }

    private Task<RowReader> OpenAsync(Release release, CancellationToken cancellation)
    {
        var query = new RowQuery
        {
            Select = [.. columns.Select(release.Dictionary.IndexOf)],
            Order = [.. key.Select(k => new Sort(release.Dictionary.IndexOf(k), Descending: false) { ByBytes = true })],
        };
        return rows.QueryAsync(release, query, cancellation);
    }

    private int Order(RowReader older, RowReader newer) =>
        Enumerable.Range(0, key.Count).Select(c => RowCells.Compare(older, newer, c)).FirstOrDefault(order => order != 0);

    private List<CellDifference> Cells(RowReader? older, RowReader? newer) =>
    [
        .. Enumerable.Range(0, columns.Count)
            .Where(c => older is null || newer is null || c < key.Count || !RowCells.Same(older, newer, c))
            .Select(c => new CellDifference(columns[c], older?.Value(c) ?? RowValue.Null, newer?.Value(c) ?? RowValue.Null)),
    ];
}
