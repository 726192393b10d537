using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Reports;
using OpenData.Rules;

namespace OpenData.Server.Tests;

/// <summary>The rule book on the wire: a page per rule, and the whole for programs.</summary>
[Collection(CatalogCollection.Name)]
public sealed class RulePageTests(CatalogServer server)
{
    [Fact]
    public async Task The_book_lists_every_rule_with_a_link_to_its_page()
    {
        var html = await server.Reader.GetStringAsync("/rules?lang=th");
        html.Should().ContainAll(RuleBook.Rules.Select(r => $"href=\"/rules/{r.Code}\"")).And.Contain("ข้อมูลในหนึ่งคอลัมน์มีความสม่ำเสมอ");
        (await server.Reader.GetStringAsync("/rules?lang=en")).Should().Contain("4 One type per column");
    }

    [Fact]
    public async Task Every_rule_has_a_page_in_both_languages()
    {
        foreach (var rule in RuleBook.Rules)
        {
            WebUtility.HtmlDecode(await server.Reader.GetStringAsync($"/rules/{rule.Code}?lang=th")).Should().Contain(rule.Thai.Title).And.Contain(rule.Thai.Why).And.Contain(Sentences.Visible(rule.Thai.Bad));
            WebUtility.HtmlDecode(await server.Reader.GetStringAsync($"/rules/{rule.Code}?lang=en")).Should().Contain(rule.English.Title).And.Contain(rule.English.Fix);
        }
    }

    [Fact]
    public async Task An_unknown_rule_is_not_found_in_words()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/rules/no-such-rule?lang=en");
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await server.Reader.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("There is no rule").And.Contain("no-such-rule");
    }

    [Fact]
    public async Task The_book_as_JSON_has_every_rule_and_is_known_again_by_its_tag()
    {
        var book = await server.GetJsonAsync("/api/v1/rules");
        ((string?)book["ruleBook"]).Should().Be(RuleBook.Version);
        book["rules"]!.Select(r => (string?)r["code"]).Should().Equal(RuleBook.Rules.Select(r => r.Code));
        book["rules"]!.Should().OnlyContain(r => (string?)r["th"]!["appliesTo"] != "" && r["en"]!["steps"] is JArray);
        using var first = await server.Reader.GetAsync("/api/v1/rules");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/rules");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await server.Reader.SendAsync(again);
        answer.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_checked_file_gets_its_rows_and_links_to_the_rules()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("id,day\n1,2024-01-05\n2,2024-02-30\n")), "file", "a.csv" } };
        using var answer = await server.Reader.PostAsync("/check?lang=en", form);
        var html = await answer.Content.ReadAsStringAsync();
        html.Should().Contain("<td class=\"fault\">▶ 2024-02-30</td>").And.Contain("href=\"/rules/date-error\"");
    }

    [Theory]
    [InlineData("application/sarif+json")]
    [InlineData("text/csv")]
    public async Task A_checked_file_is_told_in_the_form_that_is_asked_for(string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/validate?name=a.csv") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("id,day\n1,2024-02-30\n")) };
        request.Headers.Accept.ParseAdd(mediaType);
        using var answer = await server.Reader.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
    }

    [Fact]
    public async Task The_report_of_a_resource_is_there_as_SARIF()
    {
        using var answer = await server.Reader.GetAsync("/api/v1/datasets/places/resources/main/report.sarif");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/sarif+json");
        ((string?)CatalogServer.Json(await answer.Content.ReadAsStringAsync())["version"]).Should().Be("2.1.0");
    }
}
