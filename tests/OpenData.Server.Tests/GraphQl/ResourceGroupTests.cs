using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Server.Tests.GraphQl;

public sealed class ResourceGroupTests
{
    [Fact]
    public async Task Three_hundred_random_groupings_are_what_adding_by_hand_gives()
    {
        await using var folder = new ResourceFolder();
        var things = new Things(seed: 11, rows: 200);
        await things.PublishAsync(folder);
        for (var i = 0; i < 300; i++)
        {
            string[] by = [.. Enumerable.Range(0, things.Next(3)).Select(_ => things.Pick(Things.Columns).Name).Distinct()];
            var (where, least, descending) = (things.Where(1), things.Next(4), things.Next(2) == 0);
            var expected = Expected(Meaning.Select(things.Rows, where, []), by, least, descending);
            var found = (JArray)(await folder.DataAsync(Document(by), new
            {
                where,
                by,
                having = new { count = new { gte = least } },
                order = new[] { new { count = descending ? "DESC" : "ASC" } },
            }))["thingsAggregate"]!;
            found.Should().HaveCount(expected.Count, "question {0} is {1} by {2}", i, where.ToJsonString().Replace('{', '(').Replace('}', ')'), string.Join(",", by));
            foreach (var (group, rows) in found.Zip(expected))
            {
                Check((JObject)group, rows, by);
            }
        }
    }

    [Fact]
    public async Task Groups_are_chosen_by_sums_and_ordered_by_averages()
    {
        await using var folder = new ResourceFolder();
        await Sales(folder);
        var found = (await folder.DataAsync(
            """
            {
              all: salesAggregate { count sum { price amount } avg { price amount ratio } min { shop price } max { shop price } countDistinct { shop price } }
              rich: salesAggregate(groupBy: shop, having: { sum: { price: { gt: 0.3 } }, or: [{ max: { amount: { eq: 5 } } }, { avg: { amount: { gte: 2 } } }] }) { key { shop } }
              byAverage: salesAggregate(groupBy: [shop], order: [{ avg: { amount: DESC } }, { key: { shop: DESC } }], first: 2) { key { shop } avg { amount } }
              none: salesAggregate(where: { shop: { eq: "z" } }) { count sum { price } countDistinct { shop } }
              noneByShop: salesAggregate(where: { shop: { eq: "z" } }, groupBy: [shop]) { count }
            }
            """)).ToString(Newtonsoft.Json.Formatting.None);
        // a: 0.10, 0.20, empty · amounts 1, 2, empty; b: 0.30, 0.30 · 5, 2; empty shop: 7.005 · -1
        found.Should().Be(
            """
            {"all":[{"count":6,"sum":{"price":7.905,"amount":9},"avg":{"price":1.581,"amount":1.8,"ratio":0.5},"min":{"shop":"a","price":0.10},"max":{"shop":"b","price":7.005},"countDistinct":{"shop":2,"price":4}}],"rich":[{"key":{"shop":"b"}}],"byAverage":[{"key":{"shop":"b"},"avg":{"amount":3.5}},{"key":{"shop":"a"},"avg":{"amount":1.5}}],"none":[{"count":0,"sum":{"price":null},"countDistinct":{"shop":0}}],"noneByShop":[]}
            """.Trim());
    }

    private static async Task Sales(ResourceFolder folder) => await folder.PublishAsync(
        "sales",
        folder.Dictionary([], ResourceFolder.Column("shop", ColumnType.Text), ResourceFolder.Column("price", ColumnType.Decimal), ResourceFolder.Column("amount", ColumnType.Integer), ResourceFolder.Column("ratio", ColumnType.Number)),
        [
            Sale("a", "0.10", "1", "0.5"), Sale("a", "0.20", "2", "0.25"), Sale("a", null, null, "0.75"),
            Sale("b", "0.30", "5", null), Sale("b", "0.30", "2", "0.5"), Sale(null, "7.005", "-1", null),
        ]);

    private static Store.RowValue[] Sale(string? shop, string? price, string? amount, string? ratio) =>
    [
        Things.Cell(shop, ColumnType.Text), Things.Cell(price, ColumnType.Decimal), Things.Cell(amount, ColumnType.Integer), Things.Cell(ratio, ColumnType.Number),
    ];

    private static string Document(string[] by) =>
        $$"""
        query ($where: ThingsFilterInput, $by: [ThingsColumn!], $having: ThingsGroupFilterInput, $order: [ThingsGroupSortInput!]) {
          thingsAggregate(where: $where, groupBy: $by, having: $having, order: $order, first: 10000) {
            {{(by.Length == 0 ? "" : $"key {{ {string.Join(' ', by)} }}")}}
            count
            countDistinct { {{All}} } min { {{All}} } max { {{All}} } sum { price ratio amount } avg { price ratio amount }
          }
        }
        """;

    private static string All => string.Join(' ', Things.Columns.Select(c => c.Name));

    private static List<List<Dictionary<string, string?>>> Expected(List<Dictionary<string, string?>> rows, string[] by, int least, bool descending)
    {
        List<List<Dictionary<string, string?>>> groups = by.Length == 0 ? [rows] : [];
        foreach (var row in by.Length == 0 ? [] : rows)
        {
            var known = groups.Find(g => by.All(c => Meaning.Compare(g[0][c], row[c], Things.TypeOf(c)) == 0));
            if (known is null)
            {
                groups.Add(known = []);
            }

            known.Add(row);
        }

        return
        [
            .. groups.Where(g => g.Count >= least).Order(Comparer<List<Dictionary<string, string?>>>.Create((a, b) =>
            {
                var counted = descending ? b.Count.CompareTo(a.Count) : a.Count.CompareTo(b.Count);
                return counted != 0 ? counted : by.Select(c => Meaning.Compare(a[0][c], b[0][c], Things.TypeOf(c))).FirstOrDefault(o => o != 0);
            })),
        ];
    }

    private static void Check(JObject group, List<Dictionary<string, string?>> rows, string[] by)
    {
        ((int)group["count"]!).Should().Be(rows.Count);
        foreach (var column in by)
        {
            Same(group["key"]![column]!, rows[0][column], Things.TypeOf(column)).Should().BeTrue();
        }

        foreach (var (name, type, _) in Things.Columns)
        {
            var values = rows.Select(r => r[name]).OfType<string>().Order(Comparer<string>.Create((a, b) => Meaning.Compare(a, b, type))).ToList();
            ((int)group["countDistinct"]![name]!).Should().Be(values.Select(v => type.IsNumeric() ? Meaning.Number(v) : (object)v).Distinct().Count());
            Same(group["min"]![name]!, values.FirstOrDefault(), type).Should().BeTrue("min of {0}", name);
            Same(group["max"]![name]!, values.LastOrDefault(), type).Should().BeTrue("max of {0}", name);
            if (type.IsNumeric())
            {
                var sum = values.Sum(Meaning.Number);
                Number(group["sum"]![name]!).Should().Be(values.Count == 0 ? null : sum, "sum of {0}", name);
                var average = Number(group["avg"]![name]!);
                (average is null).Should().Be(values.Count == 0);
                if (average is { } told)
                {
                    Math.Abs(told - (sum / values.Count)).Should().BeLessThanOrEqualTo(type == ColumnType.Number ? 1e-6m : 0.0000005m);
                }
            }
        }
    }

    private static decimal? Number(JToken token) => token.Type == JTokenType.Null ? null : Meaning.Number(token.ToString(Newtonsoft.Json.Formatting.None));

    private static bool Same(JToken found, string? expected, ColumnType type) => expected is null ? found.Type == JTokenType.Null
        : type == ColumnType.Boolean ? (bool)found == (expected == "true")
        : type is ColumnType.Text or ColumnType.Code or ColumnType.Date or ColumnType.DateTime or ColumnType.Time ? (string?)found == expected
        : Number(found) == Meaning.Number(expected);
}
