using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using System.Net;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Tests.Cli;
using OpenData.Server.Tests.GraphQl;

namespace OpenData.Server.Tests.OpenApi;

/// <summary>The OpenAPI document of the server: it has the routes that there are, and nothing else.</summary>
[Collection(CatalogCollection.Name)]
public sealed partial class ServerDocumentTests(CatalogServer catalog)
{
    public const string Lint = "OpenApi/Lint";

    /// <summary>Routes that are for people: pages' own files and forms, which no program calls.</summary>
    private static readonly string[] ForPeople =
    [
        "/docs/api", "/assets/", "/check", "/audit.jsonl", "/audit.csv", "/sign-in/provider",
        "/datasets/{name}/{key}/repaired.csv", "/datasets/{name}/{key}/repairs.csv", "/datasets/{name}/{key}/dictionary.json", "/datasets/{name}/{key}/dictionary.csv",
    ];

    [Fact]
    public async Task Every_route_of_the_interface_is_in_the_document_and_the_document_has_no_other()
    {
        await using var server = await catalog.StartAsync(CatalogServer.Token);
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ActionDescriptor>() is null)
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Where(m => m is not ("HEAD" or "OPTIONS")).Select(m => $"{m} {Plain().Replace("/" + e.RoutePattern.RawText!.TrimStart('/'), "{$1}")}"))
            .Where(r => !ForPeople.Any(p => r.Split(' ')[1] == p || (p.EndsWith('/') && r.Split(' ')[1].StartsWith(p, StringComparison.Ordinal))))
            .ToList();
        var documented = (await DocumentAsync())["paths"]!.Children<JProperty>().SelectMany(p => ((JObject)p.Value).Properties().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}")).ToList();
        routes.Should().HaveCountGreaterThan(90);
        documented.Should().BeEquivalentTo(routes, "a new route says what it does by .Tells(…), or is among those for people");
    }

    [Fact]
    public async Task The_written_document_is_what_the_server_answers()
    {
        var served = await DocumentAsync();
        ((string)served["servers"]!.Single()["url"]!).Should().Be(catalog.Reader.BaseAddress!.ToString().TrimEnd('/'));
        served["servers"]![0]!["url"] = "/";
        var text = served.ToString(Newtonsoft.Json.Formatting.Indented).ReplaceLineEndings("\n") + "\n";
        var made = Path.Combine(Directory.CreateDirectory(Path.Combine(OpenDataProcess.Root, "artifacts")).FullName, "openapi.json");
        await File.WriteAllTextAsync(made, text);
        (await File.ReadAllTextAsync(Path.Combine(OpenDataProcess.Root, "schemas/openapi.json"))).Should().Be(text, "{0} is what the program has now: where the change is meant, put it in its place", made);
    }

    [Fact]
    public async Task The_document_is_of_OpenAPI_3_1_in_the_asked_language_and_is_asked_for_again_by_its_tag()
    {
        using var thai = await catalog.Reader.GetAsync("/openapi.json?lang=th");
        var document = CatalogServer.Json(await thai.Content.ReadAsStringAsync());
        ((string)document["openapi"]!).Should().StartWith("3.1.");
        ((string)document["info"]!["license"]!["identifier"]!).Should().Be("Apache-2.0", "the repository's LICENSE says so");
        ((string)document["paths"]!["/api/v1/datasets"]!["get"]!["summary"]!).Should().MatchRegex("[ก-๙]");
        ((string)(await DocumentAsync())["paths"]!["/api/v1/datasets"]!["get"]!["summary"]!).Should().NotMatchRegex("[ก-๙]");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi.json?lang=th");
        again.Headers.IfNoneMatch.Add(thai.Headers.ETag!);
        using var known = await catalog.Reader.SendAsync(again);
        known.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Closed_sets_bounds_and_needs_are_written_as_they_are_enforced()
    {
        var paths = (await DocumentAsync())["paths"]!;
        var search = paths["/api/v1/datasets"]!["get"]!;
        Parameter(search, "sort")["schema"]!["enum"]!.Values<string>().Should().Equal("relevance", "name", "-name", "title", "-title", "modified", "-modified", "created", "-created");
        JToken.DeepEquals(Parameter(search, "limit")["schema"], JObject.Parse("""{ "type": "integer", "minimum": 1, "maximum": 100, "default": 20 }""")).Should().BeTrue("{0}", Parameter(search, "limit")["schema"]);
        Parameter(search, "complies")["schema"]!["items"]!["enum"]!.Values<string>().Should().Equal("true", "false");
        var rows = paths["/api/v1/data/{name}/{file}"]!["get"]!;
        Parameter(rows, "limit")["schema"]!["anyOf"]!.Select(a => a.ToString(Newtonsoft.Json.Formatting.None)).Should().Equal("""{"maximum":10000,"minimum":1,"type":"integer"}""", """{"enum":["all"],"type":"string"}""");
        ((string)Parameter(rows, "conditions")["schema"]!["propertyNames"]!["pattern"]!).Should().Contain("startsWith");
        rows["responses"]!["200"]!["content"]!.Children<JProperty>().Select(c => c.Name).Should().BeEquivalentTo(
            "application/json", "application/x-ndjson", "text/csv", "application/xml", "application/geo+json", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        rows["security"]!.Children().First().Should().BeEmpty("anybody reads");
        paths["/api/v1/accounts"]!["get"]!["security"]!.Children().Should().OnlyContain(s => s.HasValues, "an account is nobody's business but an admin's");
        ((bool?)Parameter(paths["/api/v1/evidence"]!["get"]!, "organization")["required"]).Should().BeTrue();
    }

    [Fact]
    public async Task Every_refusal_of_this_server_is_a_code_of_the_documented_problem()
    {
        var problem = (await DocumentAsync())["components"]!["schemas"]!["Problem"]!;
        problem["properties"]!["code"]!["enum"]!.Values<string>().Should().BeEquivalentTo(ProblemKinds.All.Select(k => k.Code));
    }

    [Fact]
    public async Task The_catalog_tells_harvesters_where_the_document_is()
    {
        var turtle = await catalog.Reader.GetStringAsync("/catalog.ttl");
        turtle.Should().MatchRegex($"dcat:endpointDescription <{Regex.Escape(catalog.Reader.BaseAddress!.ToString())}openapi.json>");
    }

    [Trait("Store", "None")] // The document is made of routes.
    [NodeFact(Lint)]
    public async Task The_linter_of_Redocly_finds_no_error_in_the_document()
    {
        var document = NodeFolder.Of(Lint).File("server.json");
        await File.WriteAllTextAsync(document, await catalog.Reader.GetStringAsync("/openapi.json?lang=en"));

        // What describes a distribution is described where its dataset is: the address of a distribution only leads there (303), as linked data ask.
        await ShouldPassAsync(document, "warn operation-2xx-response: Operation must have at least one `2XX` response. #/paths/~1dataset~1{name}~1resource~1{id}/get/responses");
    }

    /// <summary>Runs the linter, which tells nobody of it.</summary>
    internal static async Task ShouldPassAsync(string document, params string[] meant)
    {
        var environment = new Dictionary<string, string> { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true", ["CI"] = "true" };
        var (code, output, error) = await NodeFolder.Of(Lint).TryAsync(environment, "node_modules/@redocly/cli/bin/cli.js", "lint", "--format=json", "--max-problems=100", document);
        output.Should().StartWith("{", "{0}", error);
        var problems = JObject.Parse(output)["problems"]!.Select(p => $"{p["severity"]} {p["ruleId"]}: {p["message"]} {p["location"]?.FirstOrDefault()?["pointer"]}").ToList();
        problems.Should().BeEquivalentTo(meant);
        code.Should().Be(0, "{0}", error);
    }

    private async Task<JObject> DocumentAsync() => await catalog.GetJsonAsync("/openapi.json?lang=en");

    private static JToken Parameter(JToken operation, string name) => operation["parameters"]!.Single(p => (string?)p["name"] == name);

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Plain();
}
