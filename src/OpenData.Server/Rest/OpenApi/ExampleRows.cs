using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>The first rows of a release as JSON, for examples.</summary>
internal static class ExampleRows
{
    /// <summary>Rows looked at: enough that most columns have some value in one of them.</summary>
    private const int Most = 3;

    public static async Task<IReadOnlyList<JsonObject>> ReadAsync(IRowStore store, Release release, CancellationToken cancellation)
    {
        var columns = release.Dictionary.Columns;
        var rows = new List<JsonObject>(Most);
        await using var reader = await store.QueryAsync(release, new RowQuery { Select = [.. Enumerable.Range(0, columns.Count)], Limit = Most }, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new JsonObject(columns.Select((column, i) => KeyValuePair.Create(column.Name, (JsonNode?)ValueOf(reader, i, column.Type)))));
        }

        return rows;
    }

    /// <summary>A value as rows have it: a decimal digit for digit, as a number.</summary>
    private static JsonValue? ValueOf(RowReader row, int column, ColumnType type) => row.Kind(column) switch
    {
        RowValueKind.Integer when type == ColumnType.Boolean => JsonValue.Create(row.Integer(column) != 0),
        RowValueKind.Integer => JsonValue.Create(row.Integer(column)),
        RowValueKind.Float when double.IsFinite(row.Float(column)) => JsonValue.Create(row.Float(column)),
        RowValueKind.Text when type == ColumnType.Decimal && JsonNumber.Is(row.Utf8(column)) => JsonValue.Create(JsonElement.Parse(row.Utf8(column))),
        RowValueKind.Text => JsonValue.Create(Encoding.UTF8.GetString(row.Utf8(column))),
        _ => null,
    };

    /// <summary>A value as it stands in an address.</summary>
    public static string TextOf(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
