using System.Security.Cryptography;
using System.Text;
using OpenData.Server.GraphQl;
using OpenData.Server.GraphQl.Http;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>Automatic persisted queries: a document is called by its SHA-256, and sent once where the server does not know it.</summary>
[Collection(CatalogCollection.Name)]
public sealed class TrustedDocumentTests(CatalogServer server)
{
    [Theory]
    [InlineData(Asking.Json, 200)]
    [InlineData(Asking.GraphQlResponse, 400)]
    public async Task A_document_is_sent_once_and_called_by_its_hash_from_then_on(string accept, int unknown)
    {
        var query = $"{{ {(unknown == 200 ? "older" : "newer")}: __typename }}";
        var extensions = Extensions(Hash(query));
        var missing = await server.Reader.PostAsync($$"""{"extensions":{{extensions}}}""", accept: accept);
        (missing.Status, missing.Message, missing.Code).Should().Be((unknown, "PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"));
        (await server.Reader.AskAsync(query, accept: accept, extensions: Newtonsoft.Json.Linq.JObject.Parse(extensions))).Status.Should().Be(200);
        (await server.Reader.PostAsync($$"""{"extensions":{{extensions}}}""", accept: accept)).Data.Should().HaveCount(1);
        var got = await server.Reader.GetAsync("/graphql?extensions=" + Uri.EscapeDataString(Extensions(Hash(query).ToUpperInvariant())), accept);
        got.Data.Should().HaveCount(1, "capital digits are the same hash");
    }

    [Fact]
    public async Task A_hash_of_something_else_is_refused_and_nothing_is_kept()
    {
        var extensions = Extensions(Hash("{ other: __typename }"));
        var wrong = await server.Reader.AskAsync("{ __typename }", extensions: Newtonsoft.Json.Linq.JObject.Parse(extensions));
        (wrong.Status, wrong.Code).Should().Be((400, "bad-request"));
        (await server.Reader.PostAsync($$"""{"extensions":{{extensions}}}""")).Code.Should().Be("PERSISTED_QUERY_NOT_FOUND");
    }

    [Fact]
    public async Task A_document_that_is_not_valid_is_not_kept()
    {
        var extensions = Extensions(Hash("{ nothing }"));
        (await server.Reader.AskAsync("{ nothing }", extensions: Newtonsoft.Json.Linq.JObject.Parse(extensions))).Status.Should().Be(400);
        (await server.Reader.PostAsync($$"""{"extensions":{{extensions}}}""")).Code.Should().Be("PERSISTED_QUERY_NOT_FOUND");
    }

    [Theory]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}}""")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":"00"}}""")]
    [InlineData("""{"persistedQuery":{"version":1}}""")]
    [InlineData("""{"persistedQuery":7}""")]
    public async Task Other_protocols_are_refused_by_name(string extensions)
    {
        var answer = await server.Reader.PostAsync($$"""{"query":"{ __typename }","extensions":{{extensions}}}""");
        (answer.Status, answer.Code).Should().Be((400, "bad-request"));
        answer.Message.Should().Contain("version 1");
    }

    [Fact]
    public void What_is_kept_has_a_bound_and_the_oldest_make_room()
    {
        var documents = new TrustedDocuments();
        var document = new byte[1 << 20];
        for (var i = 0; i < 20; i++)
        {
            documents.Keep("hash " + i, document);
            documents.Keep("hash " + i, document);
        }

        documents.Bytes.Should().Be(GraphQlServerLimits.TrustedDocumentBytes);
        documents.Find("hash 11").Should().BeNull();
        documents.Find("hash 12").Should().NotBeNull();
        documents.Find("hash 19").Should().NotBeNull();
    }

    private static string Hash(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));

    private static string Extensions(string hash) => $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";
}
