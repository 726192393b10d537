using System.Globalization;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Tests.GraphQl;

public sealed class ResourcePageTests
{
    private const string Page =
        """
        query ($where: ThingsFilterInput, $order: [ThingsSortInput!], $first: Int, $after: String, $last: Int, $before: String) {
          things(where: $where, order: $order, first: $first, after: $after, last: $last, before: $before) {
            totalCount
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            edges { cursor node { id text code price ratio active day moment hour year amount } }
          }
        }
        """;

    [Fact]
    public async Task Three_hundred_random_questions_are_answered_as_a_reading_of_the_file_answers_them()
    {
        await using var folder = new ResourceFolder();
        var things = new Things(seed: 5, rows: 150);
        await things.PublishAsync(folder);
        for (var i = 0; i < 300; i++)
        {
            var (where, order) = (things.Where(2), things.Order());
            var expected = Meaning.Select(things.Rows, where, order);
            var page = (await folder.DataAsync(Page, new { where, order, first = 1000 }))["things"]!;
            Ids(page).Should().Equal(expected.Select(r => r["id"]), "question {0} is {1} in the order {2}", i, Say(where), Say(order));
            ((int)page["totalCount"]!).Should().Be(expected.Count);
            foreach (var (node, row) in page["edges"]!.Select(e => (JObject)e["node"]!).Zip(expected))
            {
                foreach (var (name, type, _) in Things.Columns)
                {
                    Same(node[name]!, row[name], type).Should().BeTrue("{0} of row {1} is {2}, not {3}", name, row["id"], row[name], node[name]);
                }
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Walking_forward_and_backward_meets_every_row_once_and_knows_where_it_ends(bool backward)
    {
        await using var folder = new ResourceFolder();
        var things = new Things(seed: 6, rows: 60);
        await things.PublishAsync(folder);
        for (var i = 0; i < 60; i++)
        {
            var (where, order, size) = (i % 2 == 0 ? [] : things.Where(1), i % 3 == 0 ? [] : things.Order(), 1 + things.Next(20));
            var expected = Meaning.Select(things.Rows, where, order).Select(r => r["id"]).ToList();
            List<string?> walked = [];
            string? cursor = null;
            JToken page;
            do
            {
                object asked = backward ? new { where, order, last = size, before = cursor } : new { where, order, first = size, after = cursor };
                page = (await folder.DataAsync(Page, asked))["things"]!;
                var ids = Ids(page);
                var info = page["pageInfo"]!;
                ((bool)info[backward ? "hasNextPage" : "hasPreviousPage"]!).Should().Be(cursor is not null);
                ((string?)info["startCursor"]).Should().Be((string?)page["edges"]!.FirstOrDefault()?["cursor"]);
                ((string?)info["endCursor"]).Should().Be((string?)page["edges"]!.LastOrDefault()?["cursor"]);
                walked.InsertRange(backward ? 0 : walked.Count, ids);
                cursor = (string?)info[backward ? "startCursor" : "endCursor"];
            }
            while ((bool)page["pageInfo"]![backward ? "hasPreviousPage" : "hasNextPage"]!);
            walked.Should().Equal(expected, "question {0} is {1} in the order {2} by {3}", i, Say(where), Say(order), size);
        }
    }

    [Fact]
    public async Task Between_two_cursors_lie_the_rows_between_them()
    {
        await using var folder = new ResourceFolder();
        var things = new Things(seed: 7, rows: 30);
        await things.PublishAsync(folder);
        var order = new JsonArray(new JsonObject { ["year"] = "DESC" });
        var whole = (await folder.DataAsync(Page, new { order, first = 30 }))["things"]!;
        var (ids, cursors) = (Ids(whole), whole["edges"]!.Select(e => (string?)e["cursor"]).ToList());
        var page = (await folder.DataAsync(Page, new { order, after = cursors[4], before = cursors[20], last = 3 }))["things"]!;
        Ids(page).Should().Equal(ids[17..20]);
        page = (await folder.DataAsync(Page, new { order, after = cursors[4], before = cursors[20], first = 100 }))["things"]!;
        Ids(page).Should().Equal(ids[5..20]);
        ((bool)page["pageInfo"]!["hasNextPage"]!).Should().BeTrue();
        ((bool)page["pageInfo"]!["hasPreviousPage"]!).Should().BeTrue();
        page = (await folder.DataAsync(Page, new { order, first = 0 }))["things"]!;
        Ids(page).Should().BeEmpty();
        ((bool)page["pageInfo"]!["hasNextPage"]!).Should().BeTrue();
    }

    [Fact]
    public async Task A_field_is_one_statement_that_reads_the_columns_asked_for()
    {
        await using var folder = new ResourceFolder();
        var things = new Things(seed: 8, rows: 30);
        await things.PublishAsync(folder);
        folder.Store.Take();
        await folder.DataAsync("{ things(first: 5) { nodes { text again: text __typename } pageInfo { hasNextPage } totalCount } }");
        folder.Store.Take().Should().ContainSingle().Which.Should().BeOfType<RowQuery>().Which.Select.Should().Equal(1);
        await folder.DataAsync("{ things { totalCount } }");
        folder.Store.Take().Should().BeEmpty("a release knows how many rows it has");
        await folder.DataAsync("{ things(where: { year: { gt: 2023 } }, order: { day: ASC }) { totalCount edges { cursor node { code } } } }");
        await folder.DataAsync("{ things(where: { year: { gt: 2023 } }) { totalCount } }");
        var asked = folder.Store.Take();
        asked.Should().HaveCount(2, "the count of a release is asked for once");
        asked.OfType<RowQuery>().Single().Select.Should().Equal(2, 6);
        await folder.DataAsync("{ a: thingsByKey(id: 3) { price } b: thingsByKey(id: 4) { price } }");
        folder.Store.Take().OfType<RowQuery>().Select(q => q.Select.Single()).Should().Equal(3, 3);
        await folder.DataAsync("{ thingsAggregate(groupBy: [year, code]) { key { year code } count sum { price amount } avg { price } } }");
        folder.Store.Take().Should().ContainSingle();
    }

    [Fact]
    public async Task A_row_is_found_by_its_key()
    {
        await using var folder = new ResourceFolder();
        var things = new Things(seed: 9, rows: 5);
        await things.PublishAsync(folder);
        var data = await folder.DataAsync("{ there: thingsByKey(id: 3) { id code } gone: thingsByKey(id: 6) { id } }");
        ((string?)data["there"]!["code"]).Should().Be(things.Rows[2]["code"]);
        data["gone"]!.Type.Should().Be(JTokenType.Null);
    }

    [Theory]
    [InlineData("things(first: 1, last: 1) { totalCount }", "first and last are both given*")]
    [InlineData("things(first: -1) { totalCount }", "first is -1: give 0 or more.")]
    [InlineData("things(last: 10001) { totalCount }", "last is 10001, the most is 10000*")]
    [InlineData("things(after: \"%%\") { totalCount }", "after is no cursor*")]
    [InlineData("things(where: { year: { gt: null } }) { totalCount }", "where.year.gt is null*eq or neq*")]
    [InlineData("things(where: { year: null }) { totalCount }", "where.year is null*")]
    [InlineData("things(where: { or: null }) { totalCount }", "where.or is null*")]
    [InlineData("things(where: { code: { in: null } }) { totalCount }", "where.code.in is null*")]
    [InlineData("thingsAggregate(groupBy: [code]) { key { year } }", "key asks for column \"year\"*add year to groupBy*")]
    [InlineData("thingsAggregate(groupBy: [code], order: { key: { day: ASC } }) { count }", "order?0?.key asks for column \"day\"*")]
    [InlineData("thingsAggregate(first: 10001) { count }", "first is 10001, the most is 10000*")]
    [InlineData("things(order: { year: ASC, day: ASC }) { totalCount }", "Within OneOf Input Object type*exactly one field*")]
    [InlineData("things(where: { day: { eq: \"31/01/2567\" } }) { totalCount }", "Date cannot represent \"31/01/2567\": write it like \"2024-01-31\".")]
    [InlineData("things(where: { price: { eq: \"1,000\" } }) { totalCount }", "Decimal cannot represent*")]
    [InlineData("things(where: { amount: { eq: 9223372036854775808 } }) { totalCount }", "Long cannot represent 9223372036854775808*")]
    public async Task What_cannot_be_answered_is_refused_with_its_place_and_remedy(string field, string message)
    {
        await using var folder = new ResourceFolder();
        await new Things(seed: 1, rows: 3).PublishAsync(folder);
        (await folder.ErrorAsync("{ " + field + " }")).Should().Match(message);
    }

    [Fact]
    public async Task Conditions_nested_too_deep_are_refused_and_those_at_the_limit_answered()
    {
        await using var folder = new ResourceFolder();
        await new Things(seed: 1, rows: 3).PublishAsync(folder);
        static JsonObject Nested(int levels) => levels == 0
            ? new JsonObject { ["text"] = new JsonObject { ["ncontains"] = "x" }, ["code"] = new JsonObject { ["in"] = new JsonArray("1", null) } }
            : new JsonObject { [levels % 2 == 0 ? "and" : "or"] = new JsonArray(Nested(levels - 1), Nested(0)) };
        (await folder.AskAsync(Page, new { where = Nested(8) }))["errors"].Should().BeNull();
        (await folder.ErrorAsync(Page, new { where = Nested(12) })).Should().Contain("levels deep, the most is 20");
    }

    [Fact]
    public async Task A_cursor_of_an_older_release_or_another_query_is_told_as_such()
    {
        await using var folder = new ResourceFolder();
        await new Things(seed: 1, rows: 30).PublishAsync(folder);
        var cursor = (string?)(await folder.DataAsync(Page, new { first = 3 }))["things"]!["pageInfo"]!["endCursor"];
        (await folder.ErrorAsync(Page, new { after = cursor, order = new JsonArray(new JsonObject { ["day"] = "ASC" }) })).Should().StartWith("after comes from another query");
        await new Things(seed: 2, rows: 30).PublishAsync(folder);
        (await folder.ErrorAsync(Page, new { before = cursor, last = 2 })).Should().StartWith("before comes from another query or another release");
        var answer = await folder.AskAsync(Page, new { after = cursor });
        ((string?)answer["errors"]![0]!["extensions"]!["code"]).Should().Be("STALE_CURSOR");
    }

    [Fact]
    public async Task Decimals_keep_their_digits_in_and_out()
    {
        await using var folder = new ResourceFolder();
        const string Long = "123456789012345678901234567890.120";
        var dictionary = folder.Dictionary([], ResourceFolder.Column("d", ColumnType.Decimal));
        await folder.PublishAsync("exact", dictionary, [[RowValue.Of(Long)], [RowValue.Of("7.50")]]);
        using var answer = await folder.Executor.ExecuteAsync(await folder.Schema.WholeAsync(default), new("{ exact(where: { d: { in: [\"" + Long + "\", 7.5] } }) { nodes { d } } }"));
        answer.ToString().Should().Be("{\"data\":{\"exact\":{\"nodes\":[{\"d\":" + Long + "},{\"d\":7.50}]}}}");
    }

    private static List<string?> Ids(JToken page) => [.. page["edges"]!.Select(e => ((long)e["node"]!["id"]!).ToString(CultureInfo.InvariantCulture))];

    private static string Say(JsonNode node) => node.ToJsonString().Replace('{', '(').Replace('}', ')');

    private static bool Same(JToken found, string? expected, ColumnType type) => (found.Type, expected) switch
    {
        (JTokenType.Null, null) => true,
        (JTokenType.Null, _) or (_, null) => false,
        (JTokenType.Boolean, _) => (bool)found == (expected == "true"),
        (JTokenType.Integer or JTokenType.Float, _) => type != ColumnType.Text && Meaning.Number(found.ToString(Newtonsoft.Json.Formatting.None)) == Meaning.Number(expected),
        _ => (string?)found == expected,
    };
}
