using System.Net;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed class RowFilterTests(CatalogServer server)
{
    [Theory]
    [InlineData("id=2", "2")]
    [InlineData("id.eq=2", "2")]
    [InlineData("id.neq=2", "1 3 4 5")]
    [InlineData("id.gt=3", "4 5")]
    [InlineData("id.gte=3", "3 4 5")]
    [InlineData("id.lt=3", "1 2")]
    [InlineData("id.lte=3", "1 2 3")]
    [InlineData("id.in=1,5", "1 5")]
    [InlineData("id.nin=1,5", "2 3 4")]
    [InlineData("id.gte=2&id.lt=4", "2 3")]
    [InlineData("name.contains=BANGKOK", "2")]
    [InlineData("name.contains=ชียง", "1")]
    [InlineData("name.startsWith=%3D1%2B", "5")]
    [InlineData("name.endsWith=line", "3")]
    [InlineData("name.in=\"Bangkok, \"\"the\"\" city\",เชียงใหม่", "1 2")]
    [InlineData("name.isNull=true", "4")]
    [InlineData("name.isNull=false", "1 2 3 5")]
    [InlineData("name=%25", "")]
    [InlineData("name.contains=%25", "")]
    [InlineData("name.contains=_", "")]
    [InlineData("code=01", "1")]
    [InlineData("code.startsWith=0", "1 2")]
    [InlineData("price=10.50", "1")]
    [InlineData("price.lt=0", "2")]
    [InlineData("price.gt=123456789012345678901234567890.122", "3")]
    [InlineData("ratio=0.5", "1")]
    [InlineData("ratio.gt=1e299", "3")]
    [InlineData("active=true", "1 3")]
    [InlineData("active.neq=true", "2 4 5")]
    [InlineData("active.in=true,false", "1 2 3 5")]
    [InlineData("day.gte=2025-01-01", "2 5")]
    [InlineData("moment.lt=2024-01-31T08:30:00", "3")]
    [InlineData("hour=08:30", "1")]
    [InlineData("year=2024", "1")]
    [InlineData("year.in=1999,2026", "3 5")]
    [InlineData("order=-id&limit=2", "5 4")]
    [InlineData("order=active,-id", "4 5 2 3 1")]
    [InlineData("offset=3", "4 5")]
    [InlineData("offset=9", "")]
    [InlineData("id.gt=-9223372036854775808", "1 2 3 4 5")]
    public async Task Every_operator_finds_its_rows(string query, string ids)
    {
        (await server.IdsAsync(query)).Should().Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse));
    }

    [Theory]
    [InlineData("nme=1", "unknown-parameter", "nme", "name")]
    [InlineData("limitt=1", "unknown-parameter", "limitt", "limit")]
    [InlineData("nme.eq=1", "unknown-column", "nme.eq", "name")]
    [InlineData("id.gtt=1", "unknown-operator", "id.gtt", "gte")]
    [InlineData("id.=1", "unknown-operator", "id.", "eq")]
    [InlineData("id.contains=1", "operator-not-for-type", "id.contains", "gte")]
    [InlineData("active.gt=true", "operator-not-for-type", "active.gt", "eq")]
    [InlineData("id=abc", "invalid-value", "id", "whole number")]
    [InlineData("id=", "invalid-value", "id", "whole number")]
    [InlineData("id=99999999999999999999", "invalid-value", "id", "whole number")]
    [InlineData("id=1.5", "invalid-value", "id", "whole number")]
    [InlineData("id=1%20OR%201=1", "invalid-value", "id", "whole number")]
    [InlineData("id.in=1,x", "invalid-value", "id.in", "whole number")]
    [InlineData("name.in=\"a", "invalid-value", "name.in", "commas")]
    [InlineData("name=a%00b", "invalid-value", "name", "NUL")]
    [InlineData("ratio=1e999", "invalid-value", "ratio", "number")]
    [InlineData("ratio=NaN", "invalid-value", "ratio", "number")]
    [InlineData("price=1,000", "invalid-value", "price", "decimal")]
    [InlineData("active=yes", "invalid-value", "active", "true or false")]
    [InlineData("day=31/01/2567", "invalid-value", "day", "2026-01-31")]
    [InlineData("day=2026-02-30", "invalid-value", "day", "2026-01-31")]
    [InlineData("moment=yesterday", "invalid-value", "moment", "T08:30:00")]
    [InlineData("hour=25:00", "invalid-value", "hour", "08:30")]
    [InlineData("year=67", "invalid-value", "year", "four digits")]
    [InlineData("name.isNull=1", "invalid-value", "name.isNull", "true or false")]
    [InlineData("limit=0", "invalid-value", "limit", "10000")]
    [InlineData("limit=10001", "invalid-value", "limit", "10000")]
    [InlineData("limit=-1", "invalid-value", "limit", "10000")]
    [InlineData("limit=99999999999999999999999", "invalid-value", "limit", "10000")]
    [InlineData("offset=-1", "invalid-value", "offset", "whole number")]
    [InlineData("offset=99999999999999999999999", "invalid-value", "offset", "whole number")]
    [InlineData("count=maybe", "invalid-value", "count", "false, true")]
    [InlineData("select=", "invalid-value", "select", "commas")]
    [InlineData("select=id,id", "invalid-value", "select", "once")]
    [InlineData("select=id,nope", "unknown-column", "select", "name")]
    [InlineData("order=nope", "unknown-column", "order", "name")]
    [InlineData("order=id,-id", "invalid-value", "order", "once")]
    [InlineData("header=label", "unknown-parameter", "header", ".csv")]
    [InlineData("lang=fr", "invalid-value", "lang", "th, en")]
    [InlineData("id=1&id=2", "duplicate-parameter", "id", "once")]
    [InlineData("limit=1&limit=1", "duplicate-parameter", "limit", "once")]
    [InlineData("name=%E0%B8", "malformed-query", "name", "%XX")]
    [InlineData("name=%C0%AF", "malformed-query", "name", "%XX")]
    [InlineData("%FF=1", "malformed-query", "%FF", "%XX")]
    [InlineData("after=!!!", "invalid-cursor", "after", "next")]
    [InlineData("after=", "invalid-cursor", "after", "next")]
    [InlineData("after=AAAA", "invalid-cursor", "after", "next")]
    [InlineData("after=AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "stale-cursor", "after", "first page")]
    [InlineData("after=AAAAAAAAAAAAAAAAAAAAAAAAAAAA&offset=1", "conflicting-parameters", "offset", "one of")]
    public async Task A_mistaken_query_is_a_400_that_names_the_parameter_and_what_it_may_be(string query, string code, string parameter, string help)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/data/places/main?" + query);
        request.Headers.AcceptLanguage.ParseAdd("en");
        using var answer = await server.Reader.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var problem = CatalogServer.Json(await answer.Content.ReadAsStringAsync());
        ((string)problem["code"]!).Should().Be(code);
        var error = problem["errors"]!.Should().ContainSingle().Subject;
        ((string)error["parameter"]!).Should().Be(parameter);
        ((string)error["fix"]!).Should().Contain(help);
    }

    [Fact]
    public async Task A_mistyped_column_is_answered_with_the_name_that_was_meant()
    {
        var problem = await server.GetJsonAsync("/api/v1/data/places/main?pricee.gt=1&lang=en", HttpStatusCode.BadRequest);
        ((string)problem["errors"]![0]!["fix"]!).Should().StartWith("Did you mean “price”?");
    }

    [Fact]
    public async Task All_faults_of_a_query_are_told_at_once()
    {
        var problem = await server.GetJsonAsync("/api/v1/data/places/main?nope=1&id=x&limit=0", HttpStatusCode.BadRequest);
        ((string)problem["code"]!).Should().Be("invalid-query");
        problem["errors"]!.Should().HaveCount(3);
    }

    [Fact]
    public async Task Ten_thousand_parameters_are_refused_at_once()
    {
        var query = string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"a{i % 10}=1"));
        var problem = await server.GetJsonAsync("/api/v1/data/places/main?" + query, HttpStatusCode.BadRequest);
        ((string)problem["code"]!).Should().Be("too-many-parameters");
    }

    [Fact]
    public async Task Sql_in_a_value_is_only_a_value()
    {
        (await server.IdsAsync("name=" + Uri.EscapeDataString("' OR 1=1; DROP TABLE rows; --"))).Should().BeEmpty();
        (await server.IdsAsync("")).Should().HaveCount(5);
    }
}
