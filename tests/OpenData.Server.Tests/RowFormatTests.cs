using System.Net;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed class RowFormatTests(CatalogServer server)
{
    private const string Rows = "/api/v1/data/places/main";

    [Fact]
    public async Task Json_has_numbers_booleans_and_nulls_as_themselves()
    {
        var text = await server.Reader.GetStringAsync(Rows + "?id=1");
        text.Should().StartWith("""{"rows":[{"id":1,"name":"เชียงใหม่","code":"01","price":10.50,"ratio":0.5,"active":true,"day":"2024-01-31","moment":"2024-01-31T08:30:00","hour":"08:30","year":2024}],"total":null,"next":null,"release":{"number":1,"published":"2026-01-02T03:04:05""");
        (await server.Reader.GetStringAsync(Rows + "?id=4&select=id,name")).Should().Contain("""{"id":4,"name":null}""");
    }

    [Fact]
    public async Task A_decimal_keeps_every_digit_and_one_that_json_cannot_hold_is_a_text()
    {
        (await server.Reader.GetStringAsync(Rows + "?id=3&select=price")).Should().Contain("""{"price":123456789012345678901234567890.123}""");
        (await server.Reader.GetStringAsync(Rows + "?id=5&select=price")).Should().Contain("""{"price":"007.1"}""");
    }

    [Fact]
    public async Task Selected_columns_come_in_the_order_asked()
    {
        (await server.Reader.GetStringAsync(Rows + "?select=year,id&limit=1")).Should().Contain("""[{"year":2024,"id":1}]""");
    }

    [Fact]
    public async Task Count_counts_the_rows_that_match_and_is_null_where_nobody_asked()
    {
        ((long)(await server.GetJsonAsync(Rows + "?count=true&limit=1"))["total"]!).Should().Be(5);
        ((long)(await server.GetJsonAsync(Rows + "?count=true&limit=1&id.gt=3"))["total"]!).Should().Be(2);
        (await server.GetJsonAsync(Rows + "?limit=1"))["total"]!.Type.Should().Be(JTokenType.Null);
        using var csv = await server.Reader.GetAsync(Rows + ".csv?count=true&id.gt=3");
        csv.Headers.GetValues("X-Total-Count").Should().Equal("2");
    }

    [Fact]
    public async Task Csv_is_rfc_4180_with_crlf_and_quotes_where_they_are_needed()
    {
        var csv = await server.Reader.GetStringAsync(Rows + ".csv?select=id,name,price,active&id.in=1,2,4");
        csv.Should().Be("id,name,price,active\r\n1,เชียงใหม่,10.50,true\r\n2,\"Bangkok, \"\"the\"\" city\",-3.00,false\r\n4,,,\r\n");
    }

    [Fact]
    public async Task Csv_can_have_the_labels_for_its_header()
    {
        (await server.Reader.GetStringAsync(Rows + ".csv?select=id&limit=1&header=label")).Should().StartWith("ป้าย id\r\n");
        (await server.Reader.GetStringAsync(Rows + ".csv?select=id&limit=1&header=label&lang=en")).Should().StartWith("Label id\r\n");
        (await server.Reader.GetStringAsync(Rows + ".csv?select=id&limit=1&header=name")).Should().StartWith("id\r\n");
    }

    [Fact]
    public async Task Ndjson_is_a_row_per_line()
    {
        var lines = (await server.Reader.GetStringAsync(Rows + ".ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(5);
        lines.Select(l => (long)JObject.Parse(l)["id"]!).Should().Equal(1, 2, 3, 4, 5);
    }

    [Fact]
    public async Task Xml_is_well_formed_whatever_the_cells_hold()
    {
        var xml = XDocument.Parse(await server.Reader.GetStringAsync(Rows + ".xml?count=true"));
        xml.Root!.Name.LocalName.Should().Be("rows");
        xml.Root.Elements("row").Should().HaveCount(5);
        xml.Root.Attribute("total")!.Value.Should().Be("5");
        xml.Root.Elements("row").ElementAt(2).Element("name")!.Value.Should().Be("a\uFFFDb<&>\uD83D\uDE00\nline");
        xml.Root.Elements("row").ElementAt(3).Element("name")!.Value.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", null, "application/json")]
    [InlineData(".json", "text/csv", "application/json")]
    [InlineData("", "text/csv", "text/csv")]
    [InlineData("", "application/xml;q=0.9, text/csv;q=0.5", "application/xml")]
    [InlineData("", "application/x-ndjson", "application/x-ndjson")]
    [InlineData("", "*/*", "application/json")]
    [InlineData("", "text/*", "text/csv")]
    [InlineData(".csv", null, "text/csv")]
    public async Task The_suffix_decides_the_format_and_else_what_the_client_accepts(string suffix, string? accept, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Rows + suffix);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var answer = await server.Reader.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    [InlineData("csv")]
    [InlineData("xml")]
    public async Task A_whole_table_streams_to_its_end(string format)
    {
        var text = await server.Reader.GetStringAsync($"/api/v1/data/big/main.{format}?limit=all");
        var rows = format switch
        {
            "json" => CatalogServer.Json(text)["rows"]!.Count(),
            "xml" => XDocument.Parse(text).Root!.Elements("row").Count(),
            "csv" => text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1,
            _ => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length,
        };
        rows.Should().Be(CatalogServer.BigRows);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answers_are_compressed_for_those_who_take_it_and_their_tags_differ(string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/data/big/main?limit=1000");
        request.Headers.AcceptEncoding.ParseAdd(coding);
        using var answer = await server.Reader.SendAsync(request);
        answer.Content.Headers.ContentEncoding.Should().Equal(coding);
        using var plain = await server.Reader.GetAsync("/api/v1/data/big/main?limit=1000");
        plain.Headers.ETag.Should().NotBe(answer.Headers.ETag);
    }
}
