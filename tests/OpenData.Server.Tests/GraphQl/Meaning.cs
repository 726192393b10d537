using System.Globalization;
using System.Text.Json.Nodes;
using OpenData.Schemas;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>What conditions and orders mean, said of one row after another and knowing nothing of the program.</summary>
internal static class Meaning
{
    private static readonly CompareInfo Thai = CultureInfo.GetCultureInfo("th").CompareInfo;

    public static bool Holds(JsonObject where, Dictionary<string, string?> row) => where.All(member => member.Key switch
    {
        "and" => member.Value!.AsArray().All(w => Holds(w!.AsObject(), row)),
        "or" => member.Value!.AsArray().Any(w => Holds(w!.AsObject(), row)),
        var column => HoldsOf(member.Value!.AsObject(), row[column], Things.TypeOf(column)),
    });

    /// <summary>The rows that hold, in order; rows of equal order as they stand in the file.</summary>
    public static List<Dictionary<string, string?>> Select(IEnumerable<Dictionary<string, string?>> rows, JsonObject where, JsonArray order)
    {
        var found = rows.Where(r => Holds(where, r)).Order(Comparer<Dictionary<string, string?>>.Create((a, b) =>
        {
            foreach (var step in order.Select(s => s!.AsObject().First()))
            {
                var compared = Compare(a[step.Key], b[step.Key], Things.TypeOf(step.Key));
                if (compared != 0)
                {
                    return (string?)step.Value == "DESC" ? -compared : compared;
                }
            }

            return 0;
        }));
        return [.. found];
    }

    /// <summary>Less than, equal or more; what is empty is less than all.</summary>
    public static int Compare(string? left, string? right, ColumnType type) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ when type is ColumnType.Decimal or ColumnType.Number or ColumnType.Integer or ColumnType.Year => Number(left).CompareTo(Number(right)),
        _ when type == ColumnType.Boolean => (left == "true").CompareTo(right == "true"),
        _ when type == ColumnType.Text && Thai.Compare(left, right, CompareOptions.None) is var order and not 0 => order,
        _ => string.CompareOrdinal(left, right),
    };

    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool HoldsOf(JsonObject operations, string? cell, ColumnType type) => operations.All(operation => operation.Key switch
    {
        "and" => operation.Value!.AsArray().All(o => HoldsOf(o!.AsObject(), cell, type)),
        "or" => operation.Value!.AsArray().Any(o => HoldsOf(o!.AsObject(), cell, type)),
        "in" => operation.Value!.AsArray().Any(v => Compare(cell, Text(v), type) == 0),
        "nin" => operation.Value!.AsArray().All(v => Compare(cell, Text(v), type) != 0),
        "eq" => Compare(cell, Text(operation.Value), type) == 0,
        "neq" => Compare(cell, Text(operation.Value), type) != 0,
        ['n', .. var rest] => !Compared(rest, cell, Text(operation.Value)!, type),
        var name => Compared(name, cell, Text(operation.Value)!, type),
    });

    private static bool Compared(string name, string? cell, string value, ColumnType type) => cell is not null && name switch
    {
        "gt" => Compare(cell, value, type) > 0,
        "gte" => Compare(cell, value, type) >= 0,
        "lt" => Compare(cell, value, type) < 0,
        "lte" => Compare(cell, value, type) <= 0,
        "contains" => cell.Contains(value, StringComparison.OrdinalIgnoreCase),
        "startsWith" => cell.StartsWith(value, StringComparison.OrdinalIgnoreCase),
        "endsWith" => cell.EndsWith(value, StringComparison.OrdinalIgnoreCase),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No operator."),
    };

    private static string? Text(JsonNode? value) => value is null ? null : value.GetValueKind() == System.Text.Json.JsonValueKind.String ? (string)value! : value.ToJsonString();
}
