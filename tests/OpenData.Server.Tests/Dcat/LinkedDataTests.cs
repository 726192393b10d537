using System.Net;
using Newtonsoft.Json.Linq;
using OpenData.Scores;
using OpenData.Server.Dcat.Rdf;
using OpenData.Server.Tests.GraphQl;

namespace OpenData.Server.Tests.Dcat;

/// <summary>The catalog as linked data, read by other people's parsers and held to the official shapes.</summary>
[Collection(HarvestCollection.Name)]
public sealed class LinkedDataTests(HarvestSite site)
{
    [NodeFact(NodeFolder.DcatFolder)]
    public async Task Filled_and_hostile_forms_read_the_same_in_every_notation_and_keep_the_official_shapes_of_DCAT_AP()
    {
        var documents = Forms.All.Select(f => $"{site.Root}/dataset/{f["name"]}").ToArray();
        var said = JObject.Parse(await NodeFolder.Of(NodeFolder.DcatFolder).RunAsync("same.js", ["--shapes", .. documents]));
        said["violations"]!.Values<string>().Should().BeEmpty();
        said["answers"]!.Should().HaveCount(Forms.All.Count);
        foreach (var answer in said["answers"]!)
        {
            answer["different"]!.Values<string>().Should().BeEmpty("{0}", answer["address"]);
            ((int)answer["statements"]!).Should().BeGreaterThan(40);
        }
    }

    [NodeFact(NodeFolder.DcatFolder)]
    public async Task A_page_of_the_catalog_and_the_vocabulary_read_the_same_in_every_notation()
    {
        var answers = JObject.Parse(await NodeFolder.Of(NodeFolder.DcatFolder).RunAsync("same.js", $"{site.Root}/catalog?page=3", $"{site.Root}/vocabulary"))["answers"]!;
        answers.SelectMany(a => a["different"]!.Values<string>()).Should().BeEmpty();
        answers.Select(a => (int)a["statements"]!).Should().OnlyContain(n => n > 500);
    }

    [NodeTheory(NodeFolder.DcatFolder)]
    [InlineData("ttl", "text/turtle")]
    [InlineData("rdf", "application/rdf+xml")]
    [InlineData("xml", "application/rdf+xml")]
    [InlineData("jsonld", "application/ld+json")]
    public async Task The_RDF_harvester_of_CKAN_finds_every_published_dataset_once(string suffix, string mediaType)
    {
        var harvest = CatalogServer.Json(await NodeFolder.Of(NodeFolder.DcatFolder).RunAsync("harvest.js", $"{site.Root}/catalog.{suffix}"));
        ((string)harvest["format"]!).Should().Be(mediaType);
        harvest["requests"]!.Values<string>().Should().Equal(Enumerable.Repeat((string[])["HEAD 200", "GET 200"], 3).SelectMany(r => r));
        var guids = harvest["guids"]!.Values<string>().ToList();
        guids.Should().HaveCount(Forms.All.Count + HarvestSite.Plain).And.OnlyHaveUniqueItems();
        var plain = (await site.Store.Registry.FindDatasetAsync("plain-000"))!;
        ((string)harvest["titles"]![$"{site.Root}/dataset/{plain.Id}"]!).Should().Be("ชุดที่ 0");
        harvest.ToString().Should().NotContain("ร่างที่ยังไม่เผยแพร่");
    }

    [Theory]
    [InlineData("record")]
    [InlineData("stat")]
    [InlineData("gis")]
    [InlineData("multi")]
    [InlineData("other")]
    public async Task Every_item_of_a_form_is_in_the_description(string type)
    {
        var form = Forms.Filled(type);
        var graph = CatalogServer.Json(await site.Client.GetStringAsync($"/dataset/{form["name"]}.jsonld"));
        var values = graph.SelectTokens("$..['@value']").Select(v => (string)v!).ToHashSet();
        var addresses = graph.SelectTokens("$..['@id']").Select(v => (string)v!).ToHashSet();
        var codes = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(Cli.OpenDataProcess.Root, "schemas/codelists.json")));
        foreach (var leaf in form.Descendants().OfType<JValue>())
        {
            var key = ((JProperty)leaf.Ancestors().First(a => a is JProperty { Name: not ("th" or "en") })).Name;
            var list = (string?)codes["aliases"]![key] ?? key;
            var text = leaf.Value switch { bool truth => truth ? "true" : "false", _ => Convert.ToString(leaf.Value, System.Globalization.CultureInfo.InvariantCulture)! };
            if (codes["lists"]![list] is not null)
            {
                addresses.Should().Contain($"{site.Root}/vocabulary#{list}.{text}", "{0} is said", key);
            }
            else if (key is "name" or "owner_org" or "key" && text is "office" or "main")
            {
                graph.ToString().Should().Contain(text);
            }
            else
            {
                values.Concat(addresses).Should().Contain(v => v == text || v == "mailto:" + text, "{0} is said", key);
            }
        }
    }

    [Fact]
    public async Task Terms_of_the_EU_say_what_the_form_says()
    {
        var form = Forms.Filled("stat");
        var turtle = await site.Client.GetStringAsync($"/dataset/{form["name"]}.ttl");
        foreach (var (table, code) in new[]
        {
            ("frequency", "ANNUAL"), ("language", "THA"), ("language", "ENG"), ("access-right", "PUBLIC"), ("licence", "CC_BY_4_0"), ("file-type", "CSV"), ("country", "THA"), ("dataset-type", "STATISTICAL"), ("data-theme", "AGRI"),
        })
        {
            turtle.Should().Contain($"<http://publications.europa.eu/resource/authority/{table}/{code}>");
        }

        turtle.Should().Contain("<http://www.iana.org/assignments/media-types/text/csv>").And.Contain("\"2019\"^^xsd:gYear").And.Contain("\"2024\"^^xsd:gYear");
        turtle.Should().Contain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(CatalogServer.Original))).And.Contain($"\"{CatalogServer.Original.Length}\"^^xsd:nonNegativeInteger");
    }

    [Fact]
    public async Task Every_interface_that_answers_is_a_data_service()
    {
        var turtle = await site.Client.GetStringAsync("/dataset/filled-stat.ttl");
        foreach (var (name, endpoint) in new[] { ("rest", "/api/v1"), ("graphql", "/graphql"), ("ckan", "/api/3"), ("sdmx", "/sdmx/3.0") })
        {
            turtle.Should().Contain($"<{site.Root}/catalog#{name}> a dcat:DataService").And.Contain($"dcat:endpointURL <{site.Root}{endpoint}>");
        }
    }

    [Theory]
    [InlineData("text/turtle", 200, "text/turtle")]
    [InlineData("application/rdf+xml", 200, "application/rdf+xml")]
    [InlineData("application/ld+json", 200, "application/ld+json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 303, null)]
    [InlineData("image/png", 406, "application/problem+json")]
    public async Task A_dataset_answers_in_what_the_client_accepts(string accept, int status, string? mediaType)
    {
        var dataset = (await site.Store.Registry.FindDatasetAsync("filled-stat"))!;
        foreach (var address in new[] { "/dataset/filled-stat", $"/dataset/{dataset.Id}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var answer = await site.Client.SendAsync(request);
            ((int)answer.StatusCode).Should().Be(status);
            answer.Content.Headers.ContentType?.MediaType.Should().Be(mediaType);
            answer.Headers.Location?.ToString().Should().Be("/datasets/filled-stat");
            if (status < 400)
            {
                answer.Headers.Vary.Should().Contain("Accept");
            }
        }
    }

    [Theory]
    [InlineData("/catalog.ttl?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/catalog.ttl?page=x", HttpStatusCode.BadRequest)]
    [InlineData("/catalog.ttl?modified_since=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/catalog.ttl?pages=1", HttpStatusCode.BadRequest)]
    [InlineData("/catalog.pdf", HttpStatusCode.NotFound)]
    [InlineData("/dataset/none.ttl", HttpStatusCode.NotFound)]
    [InlineData("/dataset/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("/dataset/draft-kept-secret", HttpStatusCode.NotFound)]
    [InlineData("/catalog.ttl?page=999", HttpStatusCode.OK)]
    public async Task What_cannot_be_answered_says_so(string address, HttpStatusCode status)
    {
        using var answer = await site.Client.GetAsync(address);
        answer.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task Only_what_has_changed_since_is_given_where_that_is_asked()
    {
        var all = CatalogServer.Json(await site.Client.GetStringAsync("/catalog.jsonld?modified_since=2000-01-01"));
        Total(all).Should().Be(Forms.All.Count + HarvestSite.Plain);
        Total(CatalogServer.Json(await site.Client.GetStringAsync("/catalog.jsonld?modified_since=2999-01-01T00:00:00Z"))).Should().Be(0);
        Total(CatalogServer.Json(await site.Client.GetStringAsync("/catalog.jsonld?q=plain-00"))).Should().Be(10);
    }

    [Fact]
    public async Task The_metadata_of_filled_forms_are_excellent_by_what_their_description_says()
    {
        var scorer = new Scorer(site.Store, TimeProvider.System, new Reached(site.Client));
        var report = await scorer.ScoreAsync("office", new FiscalYear(2569), publishedOnly: true);
        foreach (var (type, points) in new[] { ("stat", 405), ("gis", 405), ("record", 385) })
        {
            var metadata = report!.Metadata.Single(m => m.Dataset == "filled-" + type);
            metadata.Sum.Should().Be(points, "{0}", string.Join("; ", metadata.Points.Where(p => p.Points != p.Most).Select(p => p.Id))).And.BeGreaterThanOrEqualTo(351);
            var graph = await site.Client.GetStringAsync($"/dataset/filled-{type}.ttl");
            foreach (var (id, property) in Properties)
            {
                graph.Contains("    " + property + " ", StringComparison.Ordinal).Should().Be(metadata.Points.Single(p => p.Id == id).Points > 0, "{0} is scored as it is said", id);
            }
        }
    }

    /// <summary>By which property each question of MQA is answered.</summary>
    private static readonly Dictionary<string, string> Properties = new()
    {
        ["keyword"] = "dcat:keyword", ["theme"] = "dcat:theme", ["spatial"] = "dct:spatial", ["temporal"] = "dct:temporal", ["download-url"] = "dcat:downloadURL", ["format"] = "dct:format", ["media-type"] = "dcat:mediaType",
        ["licence"] = "dct:license", ["access-rights"] = "dct:accessRights", ["contact-point"] = "dcat:contactPoint", ["publisher"] = "dct:publisher", ["rights"] = "dct:rights", ["byte-size"] = "dcat:byteSize", ["issued"] = "dct:issued", ["modified"] = "dct:modified",
    };

    /// <summary>Both as XML 1.0 defines its characters.</summary>
    [Theory]
    [InlineData("ก\t\r\n\U0001F600", "ก\t\r\n\U0001F600")]
    [InlineData("a\0b\u001Fc\uFFFE\uFFFF", "a\uFFFDb\uFFFDc\uFFFD\uFFFD")]
    public void What_XML_cannot_hold_is_replaced_in_every_notation(string text, string clean) => RdfText.Clean(text).Should().Be(clean);

    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced_in_every_notation() =>
        RdfText.Clean(new string(['\uD800', 'x', '\uDC00', '\uD83D', '\uDE00', '\uD83D'])).Should().Be("\uFFFDx\uFFFD\U0001F600\uFFFD");

    private static long Total(JObject graph) => (long)graph.SelectTokens("$..['hydra:totalItems'][0]['@value']").Single()!;

    /// <summary>Tries the addresses as anybody can.</summary>
    private sealed class Reached(HttpClient client) : IReachability
    {
        public async Task<bool?> IsReachableAsync(string address, CancellationToken cancellation = default)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using var answer = await client.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode;
        }
    }
}
