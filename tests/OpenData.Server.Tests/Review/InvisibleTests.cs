using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using OpenData.Registry;
using OpenData.Server.Ckan;

namespace OpenData.Server.Tests.Review;

/// <summary>
/// Every address that the server has is asked for what is not published, and answers as it does for what never was: the routes are taken from the
/// running server, so that a new face is among them by itself. Lists, counts, searches and feeds read as they did before it was there.
/// </summary>
[Collection(ReviewCollection.Name)]
public sealed partial class InvisibleTests(ReviewServer server)
{
    private const string Absent = "qxzjvwk-none";

    /// <summary>What tells of requests as such, or of the moment.</summary>
    private static readonly string[] Moving = ["/usage", "/api/v1/usage", "/api/v1/usage.csv", "/health/ready", "/health/live"];

    [Theory]
    [InlineData(DatasetState.Draft, "anonymous")]
    [InlineData(DatasetState.Draft, "other")]
    [InlineData(DatasetState.Submitted, "anonymous")]
    [InlineData(DatasetState.Submitted, "other")]
    [InlineData(DatasetState.Returned, "anonymous")]
    [InlineData(DatasetState.Returned, "other")]
    [InlineData(DatasetState.Approved, "anonymous")]
    [InlineData(DatasetState.Approved, "other")]
    public async Task Every_address_answers_as_if_it_never_was(DatasetState state, string who)
    {
        var hidden = await HideAsync(state, who);
        var asked = 0;
        foreach (var (method, pattern) in Routes().Where(r => r.Pattern.Parameters.Count > 0))
        {
            var (there, nowhere) = (Address(pattern, hidden), Address(pattern, Absent));
            (await ReadAsync(who, method, there)).Should().Be(await ReadAsync(who, method, nowhere), "{0} asks {1} {2}, which is {3}", who, method, there, state);
            asked++;
        }

        asked.Should().BeGreaterThan(60, "the routes of all faces are among them");
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("other")]
    public async Task Every_list_count_search_and_feed_reads_as_before(string who)
    {
        await server.MakeAsync(DatasetState.Published);
        server.Clock.Move(TimeSpan.FromMinutes(2));
        string[] addresses =
        [
            .. Routes().Where(r => r is { Method: "GET", Pattern.Parameters.Count: 0 }).Select(r => "/" + r.Pattern.RawText!.TrimStart('/')).Except(Moving),
            .. new[] { "/", "/api/v1/datasets", "/catalog.ttl", "/catalog.jsonld" }.SelectMany(a => new[] { $"{a}?q=qxzjvwk", $"{a}?q=%E0%B8%8A%E0%B8%B8%E0%B8%94" }),
            "/catalog.rdf", "/catalog.xml", "/sdmx/3.0/structure/dataflow", "/organizations/office", "/scores/office", "/api/v1/scores?organization=office",
            "/graphql?query=" + Uri.EscapeDataString("{ datasets(first: 50) { totalCount nodes { name } } organizations { name } }"),
        ];
        var before = new Dictionary<string, string>();
        foreach (var address in addresses)
        {
            before[address] = await ReadAsync(who, "GET", address);
        }

        foreach (var state in new[] { DatasetState.Draft, DatasetState.Submitted, DatasetState.Returned, DatasetState.Approved })
        {
            await HideAsync(state, "list-" + who);
        }

        server.Clock.Move(TimeSpan.FromMinutes(2));
        foreach (var address in addresses)
        {
            var after = await ReadAsync(who, "GET", address);
            (after == before[address]).Should().BeTrue("{0} reads {1} as before, not otherwise {2}", who, address, Difference(before[address], after));
            after.Should().NotContain("qxzjvwk-list");
        }
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("other")]
    public async Task Every_action_of_CKAN_answers_as_if_it_never_was(string who)
    {
        var hidden = await HideAsync(DatasetState.Approved, "ckan-" + who);
        var dataset = await server.FindAsync(hidden);
        (string There, string Nowhere)[] asked =
        [
            (hidden, Absent), (dataset.Id.ToString(), Guid.NewGuid().ToString()), (dataset.Resources[0].Id.ToString(), Guid.NewGuid().ToString()),
        ];
        foreach (var action in ActionList.All)
        {
            foreach (var (there, nowhere) in asked)
            {
                foreach (var query in new[] { "id={0}", "resource_id={0}", "q={0}", "fq=name:{0}", "query=name:{0}", "fq=name:{0}&include_private=true&include_drafts=true", "" })
                {
                    var (one, other) = (Fill(action.Name, query, there), Fill(action.Name, query, nowhere));
                    Without(await ReadAsync(who, "GET", one), there).Should().Be(Without(await ReadAsync(who, "GET", other), nowhere), "{0} asks {1}", who, one);
                }
            }
        }
    }

    private static string Fill(string action, string query, string value) => $"/api/3/action/{action}?" + query.Replace("{0}", value, StringComparison.Ordinal);

    private async Task<string> HideAsync(DatasetState state, string mark) =>
        await server.MakeAsync(state, called: $"qxzjvwk-{mark}-{state}".ToLowerInvariant());

    private IEnumerable<(string Method, RoutePattern Pattern)> Routes() =>
        server.Endpoints
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (m, e.RoutePattern)))
            .Where(r => r.m != "OPTIONS")
            .DistinctBy(r => (r.m, r.RoutePattern.RawText));

    /// <summary>The address with the name wherever a name may stand.</summary>
    private static string Address(RoutePattern pattern, string name) =>
        "/" + string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Value(parameter, name),
            _ => throw new InvalidOperationException(pattern.RawText),
        }))));

    private static string Value(RoutePatternParameterPart parameter, string name)
    {
        var constraints = parameter.ParameterPolicies.Select(p => p.Content).ToList();
        return (parameter.Name, constraints) switch
        {
            (_, ["int"]) => "1",
            (_, ["guid"]) => "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
            ("key", _) => "main",
            ("suffix", _) => "ttl",
            ("file", _) => "main.csv",
            ("version" or "context" or "type" or "agency", _) => "*",
            _ => name,
        };
    }

    /// <summary>Status, headers that tell of a thing, and body, without what is of the moment or repeats the name that was asked for.</summary>
    private async Task<string> ReadAsync(string who, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await server[who].SendAsync(request);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        ((int)answer.StatusCode).Should().BeLessThan(500, "{0} {1}: {2}", method, address, text);
        // Scores are of the moment at which they are asked for, and so is their ETag.
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(h => (h.Key == "ETag" && !address.Contains("/scores", StringComparison.Ordinal)) || h.Key is "Location" or "Content-Type" or "Last-Modified" or "Link" or "Cache-Control")
            .OrderBy(h => h.Key).Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        return Names().Replace(Moments().Replace(string.Join('\n', [$"{(int)answer.StatusCode}", .. headers, text]), ""), "NAME");
    }

    private static string Difference(string before, string after)
    {
        var at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return after[Math.Max(0, at - 40)..Math.Min(after.Length, at + 80)];
    }

    private static string Without(string text, string value) => text.Replace(value, "NAME", StringComparison.Ordinal);

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?( UTC|Z|\+00:00)?|""requestId"":""[^""]*""|""traceId"":""[^""]*""|name=""__RequestVerificationToken""[^>]*>")]
    private static partial Regex Moments();

    [GeneratedRegex("qxzjvwk-(none|(anonymous|other|ckan-anonymous|ckan-other)-[a-z]+)")]
    private static partial Regex Names();
}
