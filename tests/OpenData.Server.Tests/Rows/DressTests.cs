using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.Rows;

[Collection(TableCollection.Name)]
public sealed class DressTests(TableServer server)
{
    [Fact]
    public async Task A_byte_order_mark_is_there_for_those_who_ask_and_nobody_else()
    {
        (await server.Reader.GetByteArrayAsync(TableServer.Stations + ".csv?limit=1&select=no")).Should().Equal(Encoding.UTF8.GetBytes("no\r\n1\r\n"));
        (await server.Reader.GetByteArrayAsync(TableServer.Stations + ".csv?limit=1&select=no&bom=true")).Should().Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("no\r\n1\r\n")]);
    }

    [Fact]
    public async Task Texts_that_Excel_would_run_are_made_texts_and_negative_numbers_stay_numbers()
    {
        (await server.Reader.GetStringAsync(TableServer.Stations + ".csv?select=name&no=2&province=50")).Should().Be("name\r\n=cmd|' /C calc'!A0\r\n");
        (await server.Reader.GetStringAsync(TableServer.Stations + ".csv?select=name&no=2&province=50&excel-safe=true")).Should().Be("name\r\n\"'=cmd|' /C calc'!A0\"\r\n");
        (await server.Reader.GetStringAsync(TableServer.Stations + ".csv?select=fee,lng&no=2&province=10&excel-safe=true")).Should().Be("fee,lng\r\n-5.50,100.54\r\n");
    }

    [Theory]
    [InlineData(".json?bom=true", "bom")]
    [InlineData(".xlsx?excel-safe=true", "excel-safe")]
    [InlineData(".geojson?header=label", "header")]
    [InlineData(".csv?bom=yes", "bom")]
    public async Task What_a_format_does_not_take_is_refused(string query, string parameter)
    {
        var problem = await server.Catalog.GetJsonAsync(TableServer.Stations + query, HttpStatusCode.BadRequest);
        ((string)problem["errors"]![0]!["parameter"]!).Should().Be(parameter);
    }

    [Fact]
    public async Task Places_are_points_of_longitude_and_latitude_and_rows_without_a_place_have_none()
    {
        using var answer = await server.Reader.GetAsync(TableServer.Stations + ".geojson?select=name&limit=4&count=true");
        answer.Content.Headers.ContentType!.ToString().Should().Be("application/geo+json");
        var collection = CatalogServer.Json(await answer.Content.ReadAsStringAsync());
        ((string)collection["type"]!).Should().Be("FeatureCollection");
        ((long)collection["total"]!).Should().Be(5);
        var features = (JArray)collection["features"]!;
        features.Select(f => f["geometry"]!.ToString(Newtonsoft.Json.Formatting.None)).Should().Equal(
            """{"type":"Point","coordinates":[100.517,13.7393]}""", """{"type":"Point","coordinates":[100.54,13.803]}""", """{"type":"Point","coordinates":[99.017,18.7836]}""", "null");
        features[2].ToString(Newtonsoft.Json.Formatting.None).Should().Be("""{"type":"Feature","id":3,"geometry":{"type":"Point","coordinates":[99.017,18.7836]},"properties":{"name":"เชียงใหม่"}}""");
        var last = await server.Catalog.GetJsonAsync((string)collection["next"]!);
        ((long)last["features"]![0]!["id"]!).Should().Be(5);
    }

    [Theory]
    [InlineData(".pdf", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.NotAcceptable)]
    public async Task A_format_that_there_is_not_is_answered_with_those_there_are(string suffix, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, TableServer.Stations + suffix);
        request.Headers.Accept.ParseAdd("application/pdf");
        using var answer = await server.Reader.SendAsync(request);
        answer.StatusCode.Should().Be(status);
        (await answer.Content.ReadAsStringAsync()).Should().ContainAll("json", "csv", "xml", "geo");
    }
}
