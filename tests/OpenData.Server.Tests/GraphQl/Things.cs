using System.Globalization;
using System.Text.Json.Nodes;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>A table of every type, with empty cells and ties, and questions about it thrown by dice that always fall the same.</summary>
internal sealed class Things
{
    public static readonly (string Name, ColumnType Type, string?[] Pool)[] Columns =
    [
        ("text", ColumnType.Text, [null, "", "a", "A", "ab", "Bangkok", "bangkok", "กรุงเทพ", "เชียงใหม่", "50%", "x_y", "\\", "\"q\""]),
        ("code", ColumnType.Code, [null, "01", "1", "10", "AB", "ab"]),
        ("price", ColumnType.Decimal, [null, "0", "0.10", "0.1", "-3.25", "10.50", "1234567890.123456", "99"]),
        ("ratio", ColumnType.Number, [null, "0", "0.5", "-1.25", "2", "1000000"]),
        ("active", ColumnType.Boolean, [null, "true", "false"]),
        ("day", ColumnType.Date, [null, "2024-01-31", "2024-02-01", "1999-12-31"]),
        ("moment", ColumnType.DateTime, [null, "2024-01-31T08:30:00", "2024-01-31T08:30:01"]),
        ("hour", ColumnType.Time, [null, "08:30", "23:59", "00:00"]),
        ("year", ColumnType.Year, [null, "2023", "2024", "2025"]),
        ("amount", ColumnType.Integer, [null, "0", "1", "-7", "9007199254740993", "42"]),
    ];

    private readonly Random dice;

    public Things(int seed, int rows)
    {
        dice = new Random(seed);
        Rows = [.. Enumerable.Range(1, rows).Select(id => new Dictionary<string, string?>(Columns.Select(c => KeyValuePair.Create(c.Name, Pick(c.Pool)))) { ["id"] = id.ToString(CultureInfo.InvariantCulture) })];
    }

    /// <summary>The cells as texts, by column.</summary>
    public IReadOnlyList<Dictionary<string, string?>> Rows { get; }

    public static ColumnType TypeOf(string column) => column == "id" ? ColumnType.Integer : Columns.First(c => c.Name == column).Type;

    public async Task PublishAsync(ResourceFolder folder)
    {
        var dictionary = folder.Dictionary(["id"], [ResourceFolder.Column("id", ColumnType.Integer, required: true), .. Columns.Select(c => ResourceFolder.Column(c.Name, c.Type))]);
        await folder.PublishAsync("things", dictionary, [.. Rows.Select(r => dictionary.Columns.Select(c => Cell(r[c.Name], c.Type)).ToArray())]);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[dice.Next(from.Count)];

    public int Next(int below) => dice.Next(below);

    /// <summary>A condition as JSON; what it means is in <see cref="Meaning"/>.</summary>
    public JsonObject Where(int depth)
    {
        var where = new JsonObject();
        for (var i = dice.Next(3); i >= 0; i--)
        {
            if (depth > 0 && dice.Next(3) == 0)
            {
                where[Pick(["and", "or"])] = new JsonArray([.. Enumerable.Range(0, dice.Next(3)).Select(_ => (JsonNode)Where(depth - 1))]);
            }
            else
            {
                var (name, type, pool) = Pick(Columns);
                where[name] = Operations(type, pool, depth);
            }
        }

        return where;
    }

    /// <summary>An order as JSON.</summary>
    public JsonArray Order() =>
        new([.. Enumerable.Range(0, dice.Next(4)).Select(_ => (JsonNode)new JsonObject { [Pick(Columns).Name] = Pick(["ASC", "DESC"]) })]);

    /// <summary>A value as JSON writes it.</summary>
    public static JsonNode? Json(string? text, ColumnType type) => text is null ? null : type switch
    {
        ColumnType.Boolean => JsonValue.Create(text == "true"),
        ColumnType.Number or ColumnType.Decimal or ColumnType.Integer or ColumnType.Year => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };

    private JsonObject Operations(ColumnType type, string?[] pool, int depth)
    {
        var operations = new JsonObject();
        for (var i = dice.Next(2); i >= 0; i--)
        {
            var name = Pick(Names(type, depth));
            operations[name] = name switch
            {
                "and" or "or" => new JsonArray([.. Enumerable.Range(0, dice.Next(3)).Select(_ => (JsonNode)Operations(type, pool, depth - 1))]),
                "in" or "nin" => new JsonArray([.. Enumerable.Range(0, dice.Next(4)).Select(_ => Json(Pick(pool), type))]),
                "eq" or "neq" => Json(Pick(pool), type),
                _ => Json(Pick(pool[1..]), type),
            };
        }

        return operations;
    }

    private static string[] Names(ColumnType type, int depth)
    {
        string[] ordered = ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
        return type switch
        {
            ColumnType.Boolean => ["eq", "neq"],
            ColumnType.Text or ColumnType.Code => [.. ordered, "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith", .. depth > 0 ? new[] { "and", "or" } : []],
            _ => ordered,
        };
    }

    public static RowValue Cell(string? text, ColumnType type) => text is null ? RowValue.Null : type switch
    {
        ColumnType.Integer or ColumnType.Year => RowValue.Of(long.Parse(text, CultureInfo.InvariantCulture)),
        ColumnType.Number => RowValue.Of(double.Parse(text, CultureInfo.InvariantCulture)),
        ColumnType.Boolean => RowValue.Of(text == "true"),
        _ => RowValue.Of(text),
    };
}
