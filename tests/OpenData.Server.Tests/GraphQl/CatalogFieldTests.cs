using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>The catalog's fields over tables that the tests published themselves: what is seen by whom, page by page, the same as by REST.</summary>
[Collection(CatalogCollection.Name)]
public sealed class CatalogFieldTests(CatalogServer server)
{
    [Fact]
    public async Task A_dataset_reads_as_by_REST()
    {
        var rest = await server.GetJsonAsync("/api/v1/datasets/places");
        var data = (await server.Reader.AskAsync("""
            { dataset(name: "places") {
                id name state version created modified title { th en } notes { th } dataType { code label { th } } organization { name title { th en } datasetCount }
                resources { id key name { th en } rows columns { name header type label { th en } } release { number published sha256 fileName bytes rows counts { error warning info total } complies } releases { number } } } }
            """)).Data["dataset"]!;
        foreach (var same in new[] { "id", "name", "version", "created", "modified" })
        {
            JToken.DeepEquals(data[same], rest[same]).Should().BeTrue("{0} is {1} here and {2} there", same, data[same], rest[same]);
        }

        ((string)data["state"]!).Should().Be("PUBLISHED");
        ((string)data["title"]!["th"]!).Should().Be((string)rest["title"]!).And.Be("สถานที่ <script>");
        ((string)data["dataType"]!["code"]!).Should().Be("record");
        ((string)data["dataType"]!["label"]!["th"]!).Should().Be("ข้อมูลระเบียน");
        data["organization"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""{"name":"interior","title":{"th":"กระทรวงมหาดไทย","en":"Ministry of Interior"},"datasetCount":""" + data["organization"]!["datasetCount"] + "}");
        var (resource, same2) = (data["resources"]![0]!, rest["resources"]![0]!);
        foreach (var same in new[] { "id", "key", "name", "rows" })
        {
            JToken.DeepEquals(resource[same], same2[same]).Should().BeTrue("{0} is {1} here and {2} there", same, resource[same], same2[same]);
        }

        resource["columns"]!.Select(c => (string)c["type"]!).Should().Equal(same2["columns"]!.Select(c => ((string)c["type"]!).ToUpperInvariant()));
        resource["columns"]!.Select(c => (string)c["header"]!).Should().Equal(same2["columns"]!.Select(c => (string)c["header"]!));
        ((string)resource["release"]!["published"]!).Should().Be("2026-01-02T03:04:05Z");
        ((int)resource["release"]!["counts"]!["total"]!).Should().Be(1);
        resource["releases"]!.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("{ dataset(name: \"hidden\") { name } }", "dataset")]
    [InlineData("{ dataset(name: \"../x\") { name } }", "dataset")]
    [InlineData("{ organization(name: \"secret-office\") { name } }", "organization")]
    [InlineData("{ report(dataset: \"hidden\", resource: \"main\") { complies } }", "report")]
    [InlineData("{ report(dataset: \"places\", resource: \"other\") { complies } }", "report")]
    [InlineData("{ report(dataset: \"places\", resource: \"main\", release: 99) { complies } }", "report")]
    [InlineData("{ rule(code: \"nothing\") { code } }", "rule")]
    public async Task What_is_not_there_and_what_is_hidden_are_null_alike(string query, string field) =>
        (await server.Reader.AskAsync(query)).Data[field]!.Type.Should().Be(JTokenType.Null);

    [Theory]
    [InlineData("{ datasets(first: 100) { totalCount nodes { name title { th } } facets { organizations { value label { th } count } tags { value } } } }")]
    [InlineData("{ datasets(search: \"ลับ\") { totalCount nodes { name } } }")]
    [InlineData("{ datasets(where: { organization: \"secret-office\" }) { totalCount nodes { name } } }")]
    [InlineData("{ datasets(where: { organization: [\"secret-office\", \"none\"] }) { totalCount nodes { name } facets { organizations { value } } } }")]
    [InlineData("{ datasets(order: { modified: DESC }, first: 100) { nodes { name organization { name parent { name } } } } }")]
    [InlineData("{ organizations { name title { th en } datasets { nodes { name } } } }")]
    [InlineData("{ __schema { types { name description fields { name description } } } }")]
    public async Task Lists_counts_facets_and_the_schema_itself_know_nothing_of_drafts(string query)
    {
        var answer = (await server.Reader.AskAsync(query)).Json.ToString();
        answer.Should().NotContain("ร่างลับ").And.NotContain("\"hidden\"").And.NotContain("Secret office").And.NotContain("หน่วยลับ").And.NotContain("\"secret-office\"");
    }

    [Fact]
    public async Task Whoever_has_the_token_sees_drafts_and_no_cache_keeps_them()
    {
        var answer = await server.Writer.AskAsync("{ dataset(name: \"hidden\") { state complies organization { title { en } } resources { rows release { number } report { complies } columns { name } } } }");
        var dataset = answer.Data["dataset"]!;
        ((string)dataset["state"]!).Should().Be("DRAFT");
        dataset["complies"]!.Type.Should().Be(JTokenType.Null);
        ((string)dataset["organization"]!["title"]!["en"]!).Should().Be("Secret office");
        dataset["resources"]![0]!["columns"]!.Should().HaveCount(3);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Theory]
    [InlineData("", "name")]
    [InlineData("order: { name: DESC }, ", "name")]
    [InlineData("order: [{ organization: ASC }, { modified: DESC }], ", "organization")]
    [InlineData("order: { created: DESC }, ", "created")]
    [InlineData("where: { complies: true }, ", "name")]
    public async Task Pages_follow_one_another_without_gap_or_repetition(string arguments, string _)
    {
        var whole = (await server.Reader.AskAsync($"{{ datasets({arguments}first: 100) {{ totalCount nodes {{ name }} }} }}")).Data["datasets"]!;
        var names = whole["nodes"]!.Select(n => (string)n["name"]!).ToList();
        names.Should().HaveCount((int)whole["totalCount"]!).And.Contain(["places", "big"]);
        var paged = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await server.Reader.AskAsync($"query($after: String) {{ datasets({arguments}first: 1, after: $after) {{ totalCount edges {{ cursor node {{ name }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}", new { after })).Data["datasets"]!;
            ((int)page["totalCount"]!).Should().Be(names.Count);
            ((bool)page["pageInfo"]!["hasPreviousPage"]!).Should().Be(after is not null);
            paged.AddRange(page["edges"]!.Select(e => (string)e["node"]!["name"]!));
            after = (string)page["pageInfo"]!["endCursor"]!;
            after.Should().Be((string)page["edges"]!.Last!["cursor"]!);
            if (!(bool)page["pageInfo"]!["hasNextPage"]!)
            {
                break;
            }
        }

        paged.Should().Equal(names);
    }

    [Theory]
    [InlineData("first: 101", "LIMIT_EXCEEDED", "0 to 100")]
    [InlineData("first: -1", "LIMIT_EXCEEDED", "0 to 100")]
    [InlineData("after: \"nothing\"", "invalid-cursor", "endCursor")]
    [InlineData("after: \"W10\"", "invalid-cursor", "endCursor")]
    [InlineData("search: \"a\\u0000b\"", "invalid-value", "NUL")]
    public async Task Wrong_arguments_are_refused_by_name(string arguments, string code, string says)
    {
        var answer = await server.Reader.AskAsync($"{{ datasets({arguments}) {{ totalCount }} }}");
        (answer.Status, answer.Code).Should().Be((200, code));
        answer.Message.Should().Contain(says);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var cursor = (string)(await server.Reader.AskAsync("{ datasets(first: 1) { pageInfo { endCursor } } }")).Data["datasets"]!["pageInfo"]!["endCursor"]!;
        (await server.Reader.AskAsync($"{{ datasets(order: {{ created: ASC }}, after: \"{cursor}\") {{ totalCount }} }}")).Code.Should().Be("invalid-cursor");
    }

    [Fact]
    public async Task A_request_may_look_through_the_catalog_for_four_searches_and_no_more()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 5).Select(i => string.Create(CultureInfo.InvariantCulture, $"s{i}: datasets(search: \"{i}\") {{ facets {{ complying }} }}")));
        var answer = await server.Reader.AskAsync($"{{ {fields} }}");
        answer.Code.Should().Be("LIMIT_EXCEEDED");
        ((string)answer.Json["errors"]![0]!["extensions"]!["limit"]!).Should().Be("sweeps");
    }

    [Fact]
    public async Task Facets_see_a_publication_at_once()
    {
        const string query = "{ datasets { totalCount facets { organizations { value count } complying } } }";
        long Interior(JObject data) => (long)data["datasets"]!["facets"]!["organizations"]!.First(o => (string)o["value"]! == "interior")["count"]!;
        var before = (await server.Reader.AskAsync(query)).Data;
        await server.PublishAsync("facet-" + Guid.NewGuid().ToString("N")[..8], "interior", "ใหม่", Tables.Big, Tables.BigRows(3));
        var after = (await server.Reader.AskAsync(query)).Data;
        Interior(after).Should().Be(Interior(before) + 1);
        ((long)after["datasets"]!["facets"]!["complying"]!).Should().Be((long)before["datasets"]!["facets"]!["complying"]! + 1);
    }

    [Fact]
    public async Task The_rule_book_is_that_of_REST()
    {
        var rest = (await server.GetJsonAsync("/api/v1/rules"))["rules"]!;
        var rules = (await server.Reader.AskAsync("{ rules { code severity clause { id } title { th en } message { th } why { en } fix { th } bad { th } good { en } appliesTo { th en } steps { th en } } }")).Data["rules"]!;
        rules.Should().HaveSameCount(rest);
        foreach (var (mine, its) in rules.Zip(rest))
        {
            ((string)mine["code"]!).Should().Be((string)its["code"]!);
            ((string)mine["severity"]!).Should().Be(((string)its["severity"]!).ToUpperInvariant());
            ((string?)(mine["clause"] as JObject)?["id"]).Should().Be((string?)its["clause"]);
            foreach (var (text, language) in new[] { ("title", "th"), ("title", "en"), ("message", "th"), ("why", "en"), ("fix", "th"), ("bad", "th"), ("good", "en"), ("appliesTo", "th"), ("appliesTo", "en") })
            {
                ((string)mine[text]![language]!).Should().Be((string)its[language]![text]!);
            }

            mine["steps"]!.Select(s => (string)s["en"]!).Should().Equal(its["en"]!["steps"]!.Select(s => (string)s!));
        }
    }
}
