using System.Globalization;
using System.Net;
using OpenData.Store;

namespace OpenData.Server.Tests.Rows;

[Collection(TableCollection.Name)]
public sealed class FoundRowTests(TableServer server)
{
    [Theory]
    [InlineData("เชียง", "50/1")]
    [InlineData("ยงให", "50/1")]
    [InlineData("hua", "10/1")]
    [InlineData("HUA ลำโพง", "10/1")]
    [InlineData("ง", "10/1 10/2 50/1 a,b/3")]
    [InlineData("bang 10", "10/2")]
    [InlineData("bang 50", "")]
    [InlineData("\"ในคีย์\"", "a,b/3")]
    [InlineData("%", "")]
    public async Task Every_word_is_in_some_text_of_the_row(string words, string found)
    {
        (await KeysAsync("q=" + Uri.EscapeDataString(words))).Should().Be(found);
    }

    [Theory]
    [InlineData("q=")]
    [InlineData("q=%20%20")]
    [InlineData("q=a%00b")]
    [InlineData("q=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q")]
    public async Task A_search_for_nothing_and_one_that_is_too_long_are_refused(string query)
    {
        var problem = await server.Catalog.GetJsonAsync($"{TableServer.Stations}?{query}", HttpStatusCode.BadRequest);
        ((string)problem["code"]!).Should().Be("invalid-value");
    }

    [Theory]
    [InlineData("100.5,13.7,100.6,13.9", "10/1 10/2")]
    [InlineData("100.5170,13.7393,100.5170,13.7393", "10/1")]
    [InlineData("100,13.74,101,14", "10/2")]
    [InlineData("170,-10,-170,10", "a,b/3")]
    [InlineData("-180,-90,180,90", "10/1 10/2 50/1 a,b/3")]
    public async Task A_box_has_its_edges_in_it_and_may_go_over_the_180th_meridian(string box, string found)
    {
        (await KeysAsync("bbox=" + box)).Should().Be(found);
    }

    [Fact]
    public async Task What_is_near_is_within_the_distance_along_the_great_circle()
    {
        // Hua Lamphong to Bang Sue: 63.7 thousandths of a degree north and 23 east, by hand 7,500 m and a few.
        var metres = GreatCircle.Metres(13.7393, 100.5170, 13.8030, 100.5400);
        metres.Should().BeApproximately(Math.Sqrt(Math.Pow(0.0637 * 111_195.08, 2) + Math.Pow(0.0230 * 111_195.08 * Math.Cos(13.77115 * Math.PI / 180), 2)), 1);
        (await KeysAsync(Near(metres + 0.001))).Should().Be("10/1 10/2");
        (await KeysAsync(Near(metres - 0.001))).Should().Be("10/1");
        (await KeysAsync("near=0,-179.9,22300")).Should().Be("a,b/3");

        static string Near(double metres) => string.Create(CultureInfo.InvariantCulture, $"near=13.7393,100.5170,{metres:R}");
    }

    [Theory]
    [InlineData("bbox=1,2,3")]
    [InlineData("bbox=1,3,2,2")]
    [InlineData("bbox=1,2,3,x")]
    [InlineData("bbox=-181,0,0,1")]
    [InlineData("bbox=0,0,1,91")]
    [InlineData("near=1,2")]
    [InlineData("near=91,0,1")]
    [InlineData("near=1,2,-1")]
    [InlineData("near=1,2,1e9")]
    public async Task A_place_that_is_none_is_refused(string query)
    {
        var problem = await server.Catalog.GetJsonAsync($"{TableServer.Stations}?{query}", HttpStatusCode.BadRequest);
        ((string)problem["code"]!).Should().Be("invalid-value");
    }

    [Theory]
    [InlineData("main?bbox=1,2,3,4")]
    [InlineData("main?near=1,2,3")]
    [InlineData("main.geojson")]
    public async Task A_table_without_coordinates_says_so(string address)
    {
        var problem = await server.Catalog.GetJsonAsync("/api/v1/data/big/" + address, HttpStatusCode.BadRequest);
        ((string)problem["code"]!).Should().Be("no-coordinates");
    }

    [Fact]
    public async Task Pages_of_a_search_go_on_with_it()
    {
        var first = await server.Catalog.GetJsonAsync(TableServer.Stations + "?q=ง&limit=2&order=-visitors&count=true");
        ((long)first["total"]!).Should().Be(4);
        var second = await server.Catalog.GetJsonAsync((string)first["next"]!);
        second["rows"]!.Select(r => (long)r["visitors"]!).Should().Equal(9_000, 1);
    }

    private async Task<string> KeysAsync(string query) =>
        string.Join(' ', (await server.Catalog.GetJsonAsync($"{TableServer.Stations}?{query}"))["rows"]!.Select(r => $"{r["province"]}/{r["no"]}"));
}
