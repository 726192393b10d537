using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Tests.Review;

namespace OpenData.Server.Tests.Dcat;

/// <summary>DCAT-US, CKAN's DCAT JSON, the feed of changes, and what search engines ask for.</summary>
[Collection(HarvestCollection.Name)]
public sealed partial class ListingTests(HarvestSite site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly int All = Forms.All.Count + HarvestSite.Plain;

    [Fact]
    public async Task The_whole_catalog_is_one_file_of_DCAT_US()
    {
        var catalog = CatalogServer.Json(await site.Client.GetStringAsync("/data.json"));
        ((string)catalog["conformsTo"]!).Should().Be("https://project-open-data.cio.gov/v1.1/schema");
        var datasets = catalog["dataset"]!;
        datasets.Should().HaveCount(All);
        datasets.Select(d => (string)d["identifier"]!).Should().OnlyHaveUniqueItems();
        foreach (var key in (string[])["title", "description", "modified", "accessLevel", "identifier", "landingPage"])
        {
            datasets.Should().OnlyContain(d => ((string?)d[key] ?? "").Length > 0, key);
        }

        var filled = datasets.Single(d => ((string)d["landingPage"]!).EndsWith("/filled-stat", StringComparison.Ordinal));
        ((string)filled["publisher"]!["name"]!).Should().Be("สำนักงาน");
        ((string)filled["contactPoint"]!["hasEmail"]!).Should().Be("mailto:contact@example.go.th");
        ((string)filled["temporal"]!).Should().Be("2019/2024");
        ((string)filled["license"]!).Should().EndWith("/licence/CC_BY_4_0");
        using var head = new HttpRequestMessage(HttpMethod.Head, "/data.json");
        using var answer = await site.Client.SendAsync(head);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>The harvester adds <c>?page=N</c> and stops at an empty list.</summary>
    [Fact]
    public async Task CKANs_harvester_of_DCAT_JSON_comes_to_an_end_with_every_dataset()
    {
        var seen = new List<string>();
        for (var page = 1; ; page++)
        {
            var datasets = JArray.Parse(await site.Client.GetStringAsync($"/dcat.json?page={page}"));
            if (datasets.Count == 0)
            {
                break;
            }

            seen.AddRange(datasets.Select(d => (string)d["identifier"]!));
            page.Should().BeLessThan(10);
        }

        seen.Should().HaveCount(All).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_feed_gives_every_change_once_page_by_page_newest_first()
    {
        var (ids, moments) = (new List<string>(), new List<string>());
        var address = "/feed.atom";
        while (address is not null)
        {
            using var answer = await site.Client.GetAsync(address);
            answer.Content.Headers.ContentType!.MediaType.Should().Be("application/atom+xml");
            var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
            feed.Elements(Atom + "id").Should().ContainSingle();
            feed.Elements(Atom + "title").Should().ContainSingle();
            feed.Elements(Atom + "updated").Should().ContainSingle();
            feed.Elements(Atom + "author").Should().ContainSingle();
            feed.Elements(Atom + "link").Count(l => (string?)l.Attribute("rel") == "self").Should().Be(1);
            foreach (var entry in feed.Elements(Atom + "entry"))
            {
                entry.Elements(Atom + "title").Should().ContainSingle();
                ids.Add((string)entry.Element(Atom + "id")!);
                moments.Add((string)entry.Element(Atom + "updated")!);
            }

            var next = feed.Elements(Atom + "link").SingleOrDefault(l => (string?)l.Attribute("rel") == "next");
            address = next is null ? null : new Uri((string)next.Attribute("href")!).PathAndQuery;
        }

        ids.Should().HaveCount(All).And.OnlyHaveUniqueItems().And.OnlyContain(i => i.StartsWith("urn:uuid:", StringComparison.Ordinal));
        moments.Select(m => DateTimeOffset.Parse(m, System.Globalization.CultureInfo.InvariantCulture)).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task Search_engines_find_every_page()
    {
        var pages = XDocument.Parse(await site.Client.GetStringAsync("/sitemap.xml")).Root!.Elements(Map + "url").Select(u => (string)u.Element(Map + "loc")!).ToList();
        pages.Should().OnlyHaveUniqueItems().And.Contain($"{site.Root}/datasets/filled-gis").And.Contain($"{site.Root}/organizations/office").And.NotContain(p => p.Contains("draft", StringComparison.Ordinal));
        pages.Count(p => p.Contains("/datasets/", StringComparison.Ordinal)).Should().Be(All);
        (await site.Client.GetStringAsync("/robots.txt")).Should().Contain($"Sitemap: {site.Root}/sitemap.xml").And.Contain("Disallow: /work");
        using var behind = await site.Client.GetAsync("/sitemap-2.xml");
        behind.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("filled-stat")]
    [InlineData("filled-gis")]
    [InlineData("hostile-0")]
    public async Task A_page_holds_its_dataset_in_the_words_of_schema_org_and_no_text_escapes_from_it(string name)
    {
        var html = await site.Client.GetStringAsync($"/datasets/{name}?lang=en");
        var blocks = Structured().Matches(html);
        blocks.Should().ContainSingle();
        var data = CatalogServer.Json(blocks[0].Groups[1].Value);
        ((string)data["@type"]!).Should().Be("Dataset");
        var form = (await site.Store.Registry.FindDatasetAsync(name))!.Form;
        ((string)data["name"]!).Should().Be(form.Title.En);
        ((string)data["description"]!).Should().Be(form.Notes.En);
        data["distribution"]!.Should().OnlyContain(d => ((string)d["contentUrl"]!).EndsWith("/file", StringComparison.Ordinal));
        html.Replace(blocks[0].Value, "", StringComparison.Ordinal).Should().NotContain("<script");
        if (name == "filled-gis")
        {
            ((string)data["spatialCoverage"]!["geo"]!["box"]!).Should().Be("5.6 97.3 20.5 105.6");
        }
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Structured();
}

/// <summary>What is withdrawn leaves the catalog and is told as gone.</summary>
public sealed class WithdrawalTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    [Fact]
    public async Task What_was_withdrawn_is_gone_from_every_list_and_its_address_says_so()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var id = (await server.FindAsync(name)).Id;
        var reader = server["anonymous"];
        (await reader.GetStringAsync("/catalog.ttl")).Should().Contain($"/dataset/{id}>");
        var gone = await server.MakeAsync(DatasetState.Withdrawn);
        var goneId = (await server.FindAsync(gone)).Id;
        foreach (var address in new[] { "/catalog.ttl", "/data.json", "/dcat.json", "/sitemap.xml" })
        {
            (await reader.GetStringAsync(address)).Should().Contain(name).And.NotContain(gone).And.NotContain(goneId.ToString());
        }

        (await reader.GetStringAsync("/feed.atom")).Should().Contain($"<at:deleted-entry ref=\"urn:uuid:{goneId}\"");
        foreach (var address in new[] { $"/dataset/{gone}", $"/dataset/{goneId}", $"/dataset/{goneId}.ttl", $"/dataset/{goneId}/resource/main" })
        {
            using var answer = await reader.GetAsync(address);
            answer.StatusCode.Should().Be(HttpStatusCode.Gone, address);
        }

        using var seen = await server["admin"].GetAsync($"/dataset/{goneId}.ttl");
        seen.StatusCode.Should().Be(HttpStatusCode.Gone, "a description is for everybody alike");
    }
}
