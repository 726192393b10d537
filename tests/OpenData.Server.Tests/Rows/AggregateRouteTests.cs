using System.Net;

namespace OpenData.Server.Tests.Rows;

[Collection(TableCollection.Name)]
public sealed class AggregateRouteTests(TableServer server)
{
    private const string Groups = TableServer.Stations + "/aggregate";

    [Fact]
    public async Task Groups_have_the_columns_grouped_by_and_what_is_told_of_each()
    {
        (await RowsAsync("?group_by=province&select=count(),sum(visitors),avg(fee),min(opened),countDistinct(no)")).Should().Be(
            """[{"province":"10","count":2,"sum_visitors":140000,"avg_fee":7.25,"min_opened":"1898-01-01","count_distinct_no":2},{"province":"50","count":2,"sum_visitors":9000,"avg_fee":15.25,"min_opened":"1921-12-01","count_distinct_no":2},{"province":"a,b","count":1,"sum_visitors":1,"avg_fee":0.1,"min_opened":"2024-02-29","count_distinct_no":1}]""");
        (await RowsAsync("")).Should().Be("""[{"count":5}]""");
        (await RowsAsync("?group_by=province&select=max(fee),province&limit=1")).Should().Be("""[{"max_fee":20.00,"province":"10"}]""");
    }

    [Fact]
    public async Task Rows_and_groups_are_filtered_and_sorted_by_what_is_shown_and_what_is_not()
    {
        (await RowsAsync("?group_by=province&no=1&order=-province")).Should().Be("""[{"province":"50","count":1},{"province":"10","count":1}]""");
        (await RowsAsync("?group_by=province&having.count().gte=2&order=sum(visitors)")).Should().Be("""[{"province":"50","count":2},{"province":"10","count":2}]""");
        (await RowsAsync("?group_by=province&having.province.startsWith=a")).Should().Be("""[{"province":"a,b","count":1}]""");
        (await RowsAsync("?group_by=province&having.sum(visitors)=1")).Should().Be("""[{"province":"a,b","count":1}]""");
        (await RowsAsync("?q=เชียง")).Should().Be("""[{"count":1}]""");
    }

    [Fact]
    public async Task Pages_of_groups_go_on_where_one_ended()
    {
        var first = await server.Catalog.GetJsonAsync(Groups + "?group_by=province&limit=2&count=true");
        ((long)first["total"]!).Should().Be(3);
        var second = await server.Catalog.GetJsonAsync((string)first["next"]!);
        second["rows"]!.Select(r => (string)r["province"]!).Should().Equal("a,b");
        ((string?)second["next"]).Should().BeNull();
    }

    [Theory]
    [InlineData("group_by=nowhere", "unknown-column", "nowhere")]
    [InlineData("group_by=province,province", "invalid-value", "province")]
    [InlineData("select=median(fee)", "invalid-value", "median(fee)")]
    [InlineData("select=sum(name)", "operator-not-for-type", "name")]
    [InlineData("select=sum(nowhere)", "unknown-column", "nowhere")]
    [InlineData("select=name", "invalid-value", "group_by")]
    [InlineData("select=count(),count()", "invalid-value", "count()")]
    [InlineData("select=count(fee)", "invalid-value", "count(fee)")]
    [InlineData("order=-fee", "invalid-value", "fee")]
    [InlineData("having.count().like=1", "unknown-operator", "like")]
    [InlineData("having.count().gt=many", "invalid-value", "many")]
    [InlineData("having.count()gt=1", "invalid-value", "count()gt")]
    [InlineData("nowhere=1", "unknown-parameter", "nowhere")]
    [InlineData("after=x", "unknown-parameter", "after")]
    [InlineData("limit=0", "invalid-value", "limit")]
    public async Task A_fault_is_told_with_its_place(string query, string code, string place)
    {
        var problem = await server.Catalog.GetJsonAsync($"{Groups}?{query}&lang=en", HttpStatusCode.BadRequest);
        ((string)problem["code"]!).Should().Be(code);
        problem["errors"]!.First!.ToString().Should().Contain(place);
    }

    [Fact]
    public async Task Groups_come_in_every_format_but_one_of_places()
    {
        (await server.Reader.GetStringAsync(Groups + ".csv?group_by=province&header=label&lang=en&limit=1")).Should().Be("Label province,Number of rows\r\n10,2\r\n");
        (await server.Reader.GetStringAsync(Groups + ".ndjson?group_by=province&limit=1")).Should().Be("{\"province\":\"10\",\"count\":2}\n");
        (await server.Reader.GetStringAsync(Groups + ".xml?group_by=province&limit=1")).Should().Contain("<row><province>10</province><count>2</count></row>").And.Contain("offset=1");
        using var places = await server.Reader.GetAsync(Groups + ".geojson");
        places.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    /// <summary>The rows as they are written: a reader would take zeros off decimals.</summary>
    private async Task<string> RowsAsync(string query)
    {
        var text = await server.Reader.GetStringAsync(Groups + query);
        return text["{\"rows\":".Length..text.IndexOf(",\"total\"", StringComparison.Ordinal)];
    }
}
