using System.Net;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed class VisibilityTests(CatalogServer server)
{
    [Theory]
    [InlineData("/api/v1/datasets/hidden")]
    [InlineData("/api/v1/data/hidden/main")]
    [InlineData("/api/v1/data/hidden/main.csv")]
    [InlineData("/api/v1/datasets/hidden/resources/main/dictionary")]
    [InlineData("/api/v1/datasets/hidden/resources/main/report")]
    [InlineData("/api/v1/datasets/hidden/resources/main/report.html")]
    [InlineData("/api/v1/datasets/hidden/resources/main/releases")]
    [InlineData("/api/v1/datasets/hidden/resources/main/releases/1/report")]
    [InlineData("/api/v1/datasets/hidden/resources/main/file")]
    [InlineData("/datasets/hidden")]
    [InlineData("/datasets/hidden/main/report")]
    [InlineData("/organizations/secret-office")]
    [InlineData("/dataset/hidden")]
    [InlineData("/dataset/hidden.ttl")]
    [InlineData("/dataset/hidden/resource/main")]
    public async Task What_is_not_published_reads_as_what_does_not_exist(string address)
    {
        using var answer = await server.Reader.GetAsync(address);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var absent = await server.Reader.GetAsync(address.Replace("hidden", "absent", StringComparison.Ordinal).Replace("secret-office", "absent", StringComparison.Ordinal));
        absent.StatusCode.Should().Be(HttpStatusCode.NotFound);
        Plain(await answer.Content.ReadAsStringAsync()).Should().Be(Plain(await absent.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/api/v1/datasets?limit=100")]
    [InlineData("/api/v1/datasets?q=%E0%B8%A5%E0%B8%B1%E0%B8%9A")]
    [InlineData("/api/v1/datasets?organization=secret-office")]
    [InlineData("/api/v1/organizations")]
    [InlineData("/")]
    [InlineData("/?q=hidden")]
    [InlineData("/catalog.ttl")]
    [InlineData("/catalog.jsonld?q=hidden")]
    [InlineData("/dcat.json")]
    [InlineData("/data.json")]
    [InlineData("/feed.atom")]
    [InlineData("/sitemap.xml")]
    public async Task Lists_and_counts_know_nothing_of_it(string address)
    {
        var text = await server.Reader.GetStringAsync(address);
        text.Should().NotContain("ร่างลับ").And.NotContain("/hidden").And.NotContain("Secret office").And.NotContain("หน่วยลับ");
        if (address.Contains("organization=", StringComparison.Ordinal))
        {
            ((long)CatalogServer.Json(text)["total"]!).Should().Be(0);
        }
    }

    [Fact]
    public async Task Whoever_has_the_token_sees_drafts_and_no_cache_keeps_them()
    {
        using var answer = await server.Writer.GetAsync("/api/v1/datasets/hidden");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Headers.CacheControl.Private.Should().BeTrue();
        using var rows = await server.Writer.GetAsync("/api/v1/data/hidden/main");
        rows.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static string Plain(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "hidden|absent|secret-office|\"requestId\":\"[^\"]*\"", "");
}
