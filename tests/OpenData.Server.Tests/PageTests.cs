using System.Net;
using System.Text;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed partial class PageTests(CatalogServer server)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/datasets/places")]
    [InlineData("/organizations/interior")]
    [InlineData("/check")]
    [InlineData("/about")]
    [InlineData("/scores")]
    public async Task Every_page_is_safe_accessible_and_in_both_languages(string address)
    {
        foreach (var language in new[] { "th", "en" })
        {
            using var answer = await server.Reader.GetAsync($"{address}?lang={language}");
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            answer.Headers.GetValues("Content-Security-Policy").Single().Should().Be("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            answer.Headers.Contains("Referrer-Policy").Should().BeTrue();
            answer.Headers.GetValues("Set-Cookie").Single().Should().StartWith("lang=" + language);
            var html = await answer.Content.ReadAsStringAsync();
            html.Should().Contain($"<html lang=\"{language}\">").And.Contain("class=\"skip\"").And.Contain("<main id=\"content\">");

            // Data for search engines is no script: no browser runs it.
            DataBlock().Replace(html, "").Should().NotContain("<script").And.NotContain("style=\"");
        }
    }

    [Fact]
    public async Task A_datasets_page_shows_form_rows_dictionary_and_releases()
    {
        var html = await server.Reader.GetStringAsync("/datasets/places?lang=th");
        html.Should().Contain("สถานที่ &lt;script&gt;").And.Contain("ข้อมูลระเบียน").And.Contain("ประเภทชุดข้อมูล");
        html.Should().Contain("<td>เชียงใหม่</td>").And.Contain("ป้ายกำกับ").And.Contain("ป้าย price");
        html.Should().Contain("/api/v1/data/places/main.csv?limit=all").And.Contain("/datasets/places/main/report");
        (await server.Reader.GetStringAsync("/datasets/places?lang=en")).Should().Contain("Record").And.Contain("Label price");
    }

    [Fact]
    public async Task A_search_is_repeated_in_its_box_and_never_as_html()
    {
        var html = await server.Reader.GetStringAsync("/?q=%22%3E%3Cb%3E");
        html.Should().NotContain("\"><b>").And.Contain("&quot;&gt;&lt;b&gt;");
    }

    [Fact]
    public async Task The_language_is_remembered_and_else_negotiated()
    {
        using var remembered = new HttpRequestMessage(HttpMethod.Get, "/");
        remembered.Headers.Add("Cookie", "lang=en");
        (await BodyAsync(remembered)).Should().Contain("<html lang=\"en\">");
        using var negotiated = new HttpRequestMessage(HttpMethod.Get, "/");
        negotiated.Headers.AcceptLanguage.ParseAdd("en");
        (await BodyAsync(negotiated)).Should().Contain("<html lang=\"en\">");
        (await server.Reader.GetStringAsync("/")).Should().Contain("<html lang=\"th\">");
    }

    [Fact]
    public async Task The_style_sheet_is_kept_for_ever_by_its_hash()
    {
        var html = await server.Reader.GetStringAsync("/");
        var address = html.Split("href=\"").Select(p => p.Split('"')[0]).First(a => a.EndsWith(".css", StringComparison.Ordinal));
        using var answer = await server.Reader.GetAsync(address);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/css");
        answer.Headers.CacheControl!.ToString().Should().Contain("immutable");
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_words()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/datasets/nothing");
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await server.Reader.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await answer.Content.ReadAsStringAsync()).Should().Contain("ไม่พบชุดข้อมูล").And.Contain("nothing");
    }

    [Fact]
    public async Task A_file_given_to_the_check_page_gets_its_report()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent([]), "dictionary" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("a,b\r\n1,2\r\n")), "file", "a.csv" },
        };
        using var answer = await server.Reader.PostAsync("/check?lang=en", form);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
    }

    [Fact]
    public async Task The_report_of_a_published_resource_is_a_page()
    {
        using var answer = await server.Reader.GetAsync("/datasets/places/main/report");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("'unsafe-inline'");
    }

    private async Task<string> BodyAsync(HttpRequestMessage request)
    {
        using var answer = await server.Reader.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    [System.Text.RegularExpressions.GeneratedRegex("<script type=\"application/ld\\+json\">[^<]*</script>")]
    private static partial System.Text.RegularExpressions.Regex DataBlock();
}
