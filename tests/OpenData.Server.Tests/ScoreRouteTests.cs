using System.Net;
using Newtonsoft.Json.Linq;
using OpenData.Registry;

namespace OpenData.Server.Tests;

/// <summary>Scores on the wire: for readers only what is published, and nothing of what is not.</summary>
[Collection(CatalogCollection.Name)]
public sealed class ScoreRouteTests(CatalogServer server)
{
    [Fact]
    public async Task Indicators_of_a_year_are_the_definitions_themselves()
    {
        var json = JObject.Parse(await server.Reader.GetStringAsync("/api/v1/indicators?year=2567"));
        json["items"]!.Select(i => (string)i["id"]!).Should().Contain("doh-2.5").And.Contain("moi-egov-5");
        ((string)json["items"]!.Single(i => (string)i["id"]! == "doh-2.5")["levels"]![3]!["undefined"]!["en"]!).Should().Contain("one clue");
    }

    [Fact]
    public async Task A_reader_gets_the_scores_of_what_is_published()
    {
        var json = JObject.Parse(await server.Reader.GetStringAsync("/api/v1/scores?organization=interior&year=2567"));
        ((bool)json["publishedOnly"]!).Should().BeTrue();
        ((string)json["from"]!).Should().Be("2023-10-01");
        ((string)json["to"]!).Should().Be("2024-09-30");
        var catalog = json["indicators"]!.Single(i => (string)i["id"]! == "doh-2.5");
        catalog["datasets"]!.Select(d => (string)d["dataset"]!).Should().Contain("places").And.Contain("big");
        ((decimal)catalog["score"]!).Should().Be(0);
        catalog["parts"]!.Should().HaveCount(7);
    }

    [Theory]
    [InlineData("/api/v1/scores?organization=secret-office")]
    [InlineData("/api/v1/scores.csv?organization=secret-office")]
    [InlineData("/api/v1/scores.html?organization=secret-office")]
    [InlineData("/scores/secret-office")]
    [InlineData("/api/v1/scores?organization=nobody")]
    [InlineData("/scores/nobody")]
    public async Task An_organization_that_has_published_nothing_is_not_there(string address)
    {
        using var answer = await server.Reader.GetAsync(address);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_list_names_what_is_not_published()
    {
        (await server.Reader.GetStringAsync("/api/v1/scores")).Should().Contain("interior").And.NotContain("secret-office");
        (await server.Reader.GetStringAsync("/scores")).Should().Contain("/scores/interior").And.NotContain("secret-office");
    }

    [Fact]
    public async Task The_token_sees_drafts_and_whole_evidence_and_readers_do_not()
    {
        await server.Store.Scores.AddEvidenceAsync(new Evidence
        {
            Id = Guid.NewGuid(),
            Organization = "interior",
            Indicator = "moi-egov-5.7",
            FiscalYear = 2568,
            Part = "1",
            Link = "https://intranet.example.org/order-7.pdf",
            Date = new DateOnly(2025, 1, 2),
            GivenBy = "Somsri",
            Given = new DateTimeOffset(2025, 1, 3, 0, 0, 0, TimeSpan.Zero),
        });
        (await server.Writer.GetStringAsync("/api/v1/scores?organization=secret-office&year=2568")).Should().Contain("hidden");
        (await server.Writer.GetStringAsync("/api/v1/scores?organization=interior&year=2568")).Should().Contain("order-7").And.Contain("Somsri");
        foreach (var address in new[] { "/api/v1/scores?organization=interior&year=2568", "/api/v1/scores.csv?organization=interior&year=2568", "/scores/interior?year=2568" })
        {
            (await server.Reader.GetStringAsync(address)).Should().Contain("2025-01-02").And.NotContain("order-7").And.NotContain("Somsri");
        }
    }

    [Theory]
    [InlineData("/api/v1/scores?organization=interior&year=2024", "year")]
    [InlineData("/api/v1/scores?organization=interior&year=x", "year")]
    [InlineData("/api/v1/indicators?year=2500", "year")]
    [InlineData("/api/v1/scores?organisation=interior", "organisation")]
    [InlineData("/api/v1/scores.csv", "organization")]
    [InlineData("/scores/interior?year=2024", "2024")]
    public async Task What_is_asked_wrongly_is_told(string address, string named)
    {
        using var answer = await server.Reader.GetAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en");
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(named);
    }

    [Theory]
    [InlineData("th", "ลงชื่อ", "คะแนน")]
    [InlineData("en", "Signature", "Scores")]
    public async Task The_evidence_page_is_for_printing_and_in_both_languages(string language, string signature, string title)
    {
        using var answer = await server.Reader.GetAsync($"/scores/interior?year=2567&lang={language}");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("style-src 'unsafe-inline'").And.NotContain("script");
        var html = await answer.Content.ReadAsStringAsync();
        html.Should().Contain($"<html lang=\"{language}\">").And.Contain(signature).And.Contain(title).And.Contain("size: A4").And.NotContain("<script");
        (await server.Reader.GetStringAsync($"/api/v1/scores.html?organization=interior&year=2567&lang={language}")).Should().Contain(signature);
    }
}
