using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.OpenApi;

/// <summary>The document put to the proof: requests are made of it by chance, and answers are held to it.</summary>
public sealed class GeneratedRequestTests(GeneratedSite site) : IClassFixture<GeneratedSite>
{
    /// <summary>The same requests each time.</summary>
    private const int Seed = 25690131;

    /// <summary>The answers are written by the same code whichever engine has the rows: PostgreSQL is sent a third of them.</summary>
    private static readonly int Share = TestStore.IsPostgres ? 3 : 1;

    /// <summary>Operations that nobody can be brought to accept here, and why.</summary>
    private static readonly string[] NeverAccepted =
    [
        "linkIdentity", // no provider is configured
        "approveDataset", // who submits does not approve, and the people of this server do both by chance
        "recordException", // tells of a rule that the staged file does not break, in some states only
        "giveFile", // a file is taken by draft datasets; the order of chance decides
        "readSiteMapPart", // there are parts only where the map is too long for one file
        "rollBack", // takes two releases of one dataset that it may be taken from
    ];

    [Fact]
    public async Task Tens_of_thousands_of_requests_are_answered_as_the_document_says()
    {
        var check = new AnswerCheck();
        var random = new Random(Seed);
        var reads = new List<GeneratedRequest>();
        var writes = new List<GeneratedRequest>();
        var operations = new List<DocumentedOperation>();
        foreach (var address in new[] { "/openapi.json", $"/api/v1/data/{GeneratedSite.Table}/main/openapi.json" })
        {
            var document = CatalogServer.Json(await site["anonymous"].GetStringAsync(address + "?lang=en"));
            await check.ReadAsync(document);
            var maker = new RequestMaker(site, document, random);
            foreach (var operation in DocumentedOperation.Of(document))
            {
                operations.Add(operation);
                (operation.Method == "GET" ? reads : writes).AddRange(RequestsOf(operation, maker));
            }
        }

        await Parallel.ForEachAsync(reads, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (request, _) => await SendAsync(request, check, follow: true));
        foreach (var request in writes.OrderBy(_ => random.Next()))
        {
            await SendAsync(request, check, follow: false);
        }

        await File.WriteAllLinesAsync(Path.Combine(Cli.OpenDataProcess.Root, "artifacts/generated-requests.txt"), [$"{check.Count} requests", .. check.Faults]);
        check.Faults.Should().BeEmpty("{0}", string.Join("\n", check.Faults.Take(20)));
        check.Count.Should().BeGreaterThan(Share == 1 ? 20_000 : 6_000);

        // A third of them does not come by every parameter.
        if (Share == 1)
        {
            string.Join("\n", Untried(operations, check)).Should().BeEmpty();
        }
    }

    /// <summary>Requests of one operation: each faulty value once with each of some neighbours, and valid ones in the measure of its parameters.</summary>
    private static IEnumerable<GeneratedRequest> RequestsOf(DocumentedOperation operation, RequestMaker maker)
    {
        var isRead = operation.Method == "GET";
        var isSlow = operation.Id is "readOpenApi" or "graphqlSchema" or "addAccount" or "resetPassword";
        var valid = isSlow ? 15 : isRead ? (40 + (6 * operation.Parameters.Count)) / Share : 80;
        for (var i = 0; i < valid; i++)
        {
            yield return maker.Valid(operation);
        }

        // A page of one is followed by another, whatever chance has chosen for the rest.
        if (isRead && !operation.NeedsCaller && !operation.Path.Contains('{', StringComparison.Ordinal) && operation.Parameters.Select(p => (string?)p["name"]).Intersect(["limit", "after"]).Count() == 2)
        {
            yield return new GeneratedRequest(operation, operation.Path + "?limit=1", "anonymous", operation.IsForeign ? Expected.Documented : Expected.Accepted) { Valid = ["limit"] };
        }

        foreach (var (parameter, value) in maker.Faults(operation).Where((_, i) => i % Share == 0))
        {
            for (var i = 0; i < (isRead && !isSlow && Share == 1 ? 2 : 1); i++)
            {
                yield return maker.Faulty(operation, parameter, value);
            }
        }
    }

    private async Task SendAsync(GeneratedRequest request, AnswerCheck check, bool follow)
    {
        using var message = request.ToMessage();
        using var answer = await site[request.Caller].SendAsync(message);
        var body = await answer.Content.ReadAsByteArrayAsync();
        check.Check(request, answer, body);
        if (follow && request.Expected == Expected.Accepted && !request.IsHead && answer.IsSuccessStatusCode && answer.Headers.TryGetValues("Link", out var links)
            && Regex.Match(string.Join(',', links), "<([^>]*)>; rel=\"next\"") is { Success: true } next)
        {
            // The page behind, by the address that the answer gives: a cursor is valid only so.
            var address = next.Groups[1].Value;
            address = Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme == "http" ? absolute.PathAndQuery : address;
            await SendAsync(request with { Address = address, Headers = [.. request.Headers.Where(h => h.Name == "Accept")], Valid = [address.Contains("after=", StringComparison.Ordinal) ? "after" : "offset"] }, check, follow: false);
        }
    }

    /// <summary>Parameters of which no valid value was accepted, or none that is not valid was refused by name.</summary>
    private static IEnumerable<string> Untried(IEnumerable<DocumentedOperation> operations, AnswerCheck check)
    {
        foreach (var operation in operations)
        {
            var at = $"{operation.Path} {operation.Id} ";
            if (operation.IsForeign || NeverAccepted.Contains(operation.Id))
            {
                continue;
            }

            // Of writing it is enough that it was taken: each request of it changes what the next one finds.
            foreach (var name in operation.Parameters.Where(_ => operation.Method == "GET").Select(p => (string)p["name"]!).Append("operation").Where(n => !check.Accepted.ContainsKey(at + n)))
            {
                yield return at + name + " was accepted with no valid value";
            }

            foreach (var name in operation.Parameters.Where(p => (string?)p["in"] == "query").Select(p => (string)p["name"]!).Where(n => !check.Refused.ContainsKey(at + n)))
            {
                yield return at + name + " was refused with no other value";
            }

            if (operation.Body?["content"]?["application/json"] is not null && !check.Refused.ContainsKey(at + "body"))
            {
                yield return at + "took every body";
            }
        }
    }
}
