using System.Text;
using OpenData.Store;

namespace OpenData.Tests.Store;

/// <summary>Rows that a test wrote down.</summary>
public sealed class MemoryRows(int columns, IReadOnlyList<RowValue[]> rows) : RowReader
{
    private int at = -1;

    public override int ColumnCount => columns;
    public override long Row => at + 1;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(++at < rows.Count);
    }

    public override RowValueKind Kind(int column) => rows[at][column].Kind;
    public override long Integer(int column) => rows[at][column].Integer;
    public override double Float(int column) => rows[at][column].Float;
    public override ReadOnlySpan<byte> Utf8(int column) => Encoding.UTF8.GetBytes(rows[at][column].Text);
}

/// <summary>What a reader gave: a row's number and its values.</summary>
public static class ReadRows
{
    public static async Task<List<(long Row, RowValue[] Values)>> AllAsync(this IRowStore store, OpenData.Registry.Release release, RowQuery query)
    {
        await using var reader = await store.QueryAsync(release, query);
        List<(long, RowValue[])> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add((reader.Row, [.. Enumerable.Range(0, reader.ColumnCount).Select(reader.Value)]));
        }

        return rows;
    }

    public static async Task<long[]> NumbersAsync(this IRowStore store, OpenData.Registry.Release release, RowQuery query) =>
        [.. (await store.AllAsync(release, query)).Select(r => r.Row)];
}
