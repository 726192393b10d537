using System.Net;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed class PagingTests(CatalogServer server)
{
    private const string Big = "/api/v1/data/big/main";

    [Theory]
    [InlineData("limit=100")]
    [InlineData("limit=1000")]
    [InlineData("limit=335")]
    [InlineData("limit=500&order=-id")]
    [InlineData("limit=500&order=section,-amount")]
    [InlineData("limit=500&order=-section")]
    [InlineData("limit=300&id.gt=100&section.contains=กลุ่ม")]
    [InlineData("limit=300&section.isNull=true&order=-amount")]
    [InlineData("limit=700&offset=13&order=section")]
    public async Task All_pages_by_cursor_are_the_whole_answer(string query)
    {
        var whole = Ids(await server.GetJsonAsync($"{Big}?{query.Replace(query.Split('&')[0], "limit=all", StringComparison.Ordinal)}"));
        var paged = new List<long>();
        for (string? next = $"{Big}?{query}"; next is not null;)
        {
            var page = await server.GetJsonAsync(next);
            paged.AddRange(Ids(page));
            next = (string?)page["next"];
        }

        paged.Should().Equal(whole);
        paged.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_link_header_says_what_next_says()
    {
        using var answer = await server.Reader.GetAsync(Big + "?limit=10&order=-amount");
        var next = (string)CatalogServer.Json(await answer.Content.ReadAsStringAsync())["next"]!;
        Links(answer).Should().Contain($"<{next}>; rel=\"next\"").And.NotContain(l => l.Contains("rel=\"first\"", StringComparison.Ordinal));
        using var last = await server.Reader.GetAsync(Big + "?limit=10&id.gt=2340");
        Links(last).Should().NotContain(l => l.Contains("rel=\"next\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_say_where_the_first_page_is_what_describes_the_columns_and_what_other_formats_there_are()
    {
        var next = (string)(await server.GetJsonAsync(Big + "?limit=10&order=-amount"))["next"]!;
        using var answer = await server.Reader.GetAsync(next);
        Links(answer).Should().Contain([
            $"<{Big}?limit=10&order=-amount>; rel=\"first\"",
            "</api/v1/datasets/big/resources/main/dictionary>; rel=\"describedby\"; type=\"application/json\"",
            $"<{Big}.csv?limit=10>; rel=\"alternate\"; type=\"text/csv\"".Replace("limit=10", next.Split('?')[1], StringComparison.Ordinal),
        ]);
        using var csv = await server.Reader.GetAsync(Big + ".csv?limit=10&header=label&bom=true");
        foreach (var link in Links(csv))
        {
            using var other = await server.Reader.GetAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);
            other.IsSuccessStatusCode.Should().BeTrue(link);
        }
    }

    [Fact]
    public async Task A_page_that_ends_with_the_last_row_has_no_next()
    {
        (await server.GetJsonAsync("/api/v1/data/places/main?limit=5"))["next"]!.Type.Should().Be(JTokenType.Null);
        (await server.GetJsonAsync("/api/v1/data/places/main?limit=5&order=name"))["next"]!.Type.Should().Be(JTokenType.Null);
        (await server.GetJsonAsync("/api/v1/data/places/main?limit=4"))["next"]!.Type.Should().Be(JTokenType.String);
    }

    [Fact]
    public async Task A_cursor_of_another_query_is_stale()
    {
        var next = (string)(await server.GetJsonAsync(Big + "?limit=10&order=-amount"))["next"]!;
        var cursor = next[(next.IndexOf("after=", StringComparison.Ordinal) + 6)..];
        foreach (var other in new[] { "", "order=amount&", "order=-amount&id.gt=1&" })
        {
            var problem = await server.GetJsonAsync($"{Big}?{other}after={cursor}", HttpStatusCode.BadRequest);
            ((string)problem["code"]!).Should().Be("stale-cursor");
        }
    }

    [Fact]
    public async Task A_cursor_of_an_older_release_is_stale()
    {
        await server.PublishAsync("moving", "interior", "เปลี่ยนบ่อย", Tables.Big, Tables.BigRows(30));
        var next = (string)(await server.GetJsonAsync("/api/v1/data/moving/main?limit=10"))["next"]!;
        await server.GetJsonAsync(next);
        await server.PublishAsync("moving", "interior", "เปลี่ยนบ่อย", Tables.Big, Tables.BigRows(40));
        ((string)(await server.GetJsonAsync(next, HttpStatusCode.BadRequest))["code"]!).Should().Be("stale-cursor");
    }

    private static string[] Links(HttpResponseMessage answer) => [.. answer.Headers.GetValues("Link").SelectMany(l => l.Split(", "))];

    private static List<long> Ids(JObject page) => [.. page["rows"]!.Select(r => (long)r["id"]!)];
}
