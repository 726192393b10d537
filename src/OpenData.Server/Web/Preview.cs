using System.Globalization;
using System.Text;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Web;

/// <summary>The first rows of a release as texts for a table.</summary>
internal static class Preview
{
    public static async Task<IReadOnlyList<string[]>> ReadAsync(IRowStore store, Release release, CancellationToken cancellation)
    {
        var columns = release.Dictionary.Columns;
        var query = new RowQuery { Select = [.. Enumerable.Range(0, columns.Count)], Limit = ServerLimits.PreviewRows };
        await using var reader = await store.QueryAsync(release, query, cancellation);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add([.. columns.Select((column, i) => Text(column.Type, reader, i))]);
        }

        return rows;
    }

    /// <summary>The class of a column's cells: numbers stand under each other by their last digit; a code or a year is no quantity.</summary>
    public static string? Style(DictionaryColumn column) =>
        column.Type is ColumnType.Integer or ColumnType.Number or ColumnType.Decimal ? "number" : null;

    private static string Text(ColumnType type, RowReader row, int i) => row.Kind(i) switch
    {
        RowValueKind.Integer when type == ColumnType.Boolean => row.Integer(i) != 0 ? "true" : "false",
        RowValueKind.Integer => row.Integer(i).ToString(CultureInfo.InvariantCulture),
        RowValueKind.Float => row.Float(i).ToString("R", CultureInfo.InvariantCulture),
        RowValueKind.Text => Encoding.UTF8.GetString(row.Utf8(i)),
        _ => "",
    };
}
