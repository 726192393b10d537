using System.Net;
using System.Text;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>GraphQL over HTTP: which request gets which status, and what it says.</summary>
[Collection(CatalogCollection.Name)]
public sealed class ExchangeTests(CatalogServer server)
{
    private const string Json = Asking.Json;
    private const string GraphQl = Asking.GraphQlResponse;

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/graphql-response+json", GraphQl)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; q=0.9", GraphQl)]
    [InlineData("application/graphql-response+json;q=0.5, application/json", Json)]
    public async Task The_answer_is_of_the_type_that_is_accepted(string? accept, string expected)
    {
        var posted = await server.Reader.PostAsync("""{"query":"{ __typename }"}""", accept: accept);
        (posted.Status, posted.MediaType).Should().Be((200, expected));
        ((string)posted.Data["__typename"]!).Should().Be("Query");
        var got = await server.Reader.GetAsync("/graphql?query=%7B__typename%7D", accept);
        (got.Status, got.MediaType).Should().Be((200, expected));
    }

    [Theory]
    [InlineData("{", 400, 200)]
    [InlineData("{ nothing }", 400, 200)]
    [InlineData("query($a: Int!) { __typename }", 400, 200)]
    [InlineData("query A { __typename } query B { __typename }", 400, 200)]
    [InlineData("subscription { x }", 400, 200)]
    [InlineData("{ dataset(name: \"places\") { name } }", 200, 200)]
    [InlineData("{ datasets(first: 1000) { totalCount } }", 200, 200)]
    public async Task Only_the_newer_type_tells_by_the_status_that_nothing_was_run(string query, int newer, int older)
    {
        var answers = new[] { await server.Reader.AskAsync(query), await server.Reader.AskAsync(query, accept: Json) };
        answers.Select(a => a.Status).Should().Equal(newer, older);
        foreach (var answer in answers)
        {
            answer.Json.ContainsKey("data").Should().Be(newer == 200, "it answered {0}", answer.Json);
        }
    }

    [Fact]
    public async Task Newer_drafts_get_their_422_where_the_operator_wants_it()
    {
        await using var app = OpenDataServer.Build(new ServerOptions { Urls = "http://127.0.0.1:0", TempFolder = server.TempFolder, GraphQlUnprocessable = true }, server.Store);
        await app.StartAsync();
        using var client = CatalogServer.Client(app);
        (await client.AskAsync("{")).Status.Should().Be(400, "it is no document");
        (await client.AskAsync("{ nothing }")).Status.Should().Be(422);
        (await client.AskAsync("query($a: Int!) { __typename }")).Status.Should().Be(422);
        (await client.AskAsync("query A { __typename } query B { __typename }")).Status.Should().Be(422);
        (await client.AskAsync("{ nothing }", accept: Json)).Status.Should().Be(200);
        (await client.AskAsync("{ a: __typename }")).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("", 400, "bad-request", "no body")]
    [InlineData("{ \"not JSON", 400, "bad-request", "line 1, byte 12")]
    [InlineData("[{\"query\":\"{ __typename }\"}]", 400, "bad-request", "Batches are not taken")]
    [InlineData("\"{ __typename }\"", 400, "bad-request", "JSON object")]
    [InlineData("{}", 400, "bad-request", "no “query”")]
    [InlineData("{\"query\": 1}", 400, "bad-request", "“query” must be a string")]
    [InlineData("{\"query\": \"{ __typename }\", \"operationName\": []}", 400, "bad-request", "“operationName” must be a string")]
    [InlineData("{\"query\": \"{ __typename }\", \"variables\": \"{}\"}", 400, "bad-request", "“variables” must be a JSON object")]
    [InlineData("{\"query\": \"{ __typename }\", \"extensions\": 7}", 400, "bad-request", "“extensions” must be a JSON object")]
    [InlineData("{\"query\": \"{ __typename }\", \"variables\": {\"a\": \"\\ud83d\"}}", 400, "bad-request", "without its other half")]
    [InlineData("{\"query\": \"{ __typename }\", \"variables\": {\"\\uDC00\": 1}}", 400, "bad-request", "without its other half")]
    public async Task What_cannot_be_read_is_a_400_for_every_client(string body, int status, string code, string says)
    {
        foreach (var accept in new[] { Json, GraphQl })
        {
            var answer = await server.Reader.PostAsync(body, accept: accept);
            (answer.Status, answer.MediaType, answer.Code).Should().Be((status, accept, code));
            answer.Message.Should().Contain(says);
            answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Other_bodies_are_a_415_so_no_form_of_another_site_can_ask(string? contentType)
    {
        var answer = await server.Reader.PostAsync("""{"query":"{ __typename }"}""", contentType);
        (answer.Status, answer.Code).Should().Be((415, "unsupported-media-type"));
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    public async Task An_answer_that_nobody_wants_is_a_406(string accept)
    {
        var answer = await server.Reader.PostAsync("""{"query":"{ __typename }"}""", accept: accept);
        (answer.Status, answer.Code).Should().Be((406, "not-acceptable"));
        answer.Message.Should().Contain("application/graphql-response+json");
    }

    [Fact]
    public async Task Other_methods_are_a_405_and_a_mutation_by_GET_is_too_whoever_asks()
    {
        using var deleted = await server.Reader.DeleteAsync("/graphql");
        deleted.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        deleted.Content.Headers.Allow.Should().Contain(["GET", "POST"]);
        foreach (var client in new[] { server.Reader, server.Writer })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=mutation%7B__typename%7D");
            using var answer = await client.SendAsync(request);
            answer.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
            answer.Content.Headers.Allow.Should().Equal("POST");
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_413_that_names_the_limit_whether_its_size_is_told_or_not()
    {
        var body = """{"query":"{ __typename }","variables":{"a":" """ + new string('x', 1 << 20) + "\"}}";
        var told = await server.Reader.PostAsync(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, Json) };
        request.Headers.TransferEncodingChunked = true;
        var untold = await server.Reader.AnswerAsync(request, GraphQl);
        foreach (var answer in new[] { told, untold })
        {
            (answer.Status, answer.Code).Should().Be((413, "too-large"));
            var limit = answer.Json["errors"]![0]!["extensions"]!;
            ((string)limit["limit"]!).Should().Be("requestBytes");
            ((long)limit["maximum"]!).Should().Be(1 << 20);
            ((long)limit["value"]!).Should().BeGreaterThan(1 << 20);
        }
    }

    [Fact]
    public async Task GET_reads_variables_and_refuses_parameters_it_does_not_know()
    {
        var query = Uri.EscapeDataString("query Q($n: String!) { dataset(name: $n) { name } }");
        var variables = Uri.EscapeDataString("""{"n":"places"}""");
        var answer = await server.Reader.GetAsync($"/graphql?query={query}&variables={variables}&operationName=Q&extensions=", GraphQl);
        ((string)answer.Data["dataset"]!["name"]!).Should().Be("places");
        (await server.Reader.GetAsync($"/graphql?query={query}&variables=%7B", GraphQl)).Status.Should().Be(400);
        (await server.Reader.GetAsync($"/graphql?query={query}&variables=%5B1%5D", GraphQl)).Message.Should().Contain("“variables” must be a JSON object");
        (await server.Reader.GetAsync("/graphql?querry=%7B__typename%7D", GraphQl)).Message.Should().Contain("Did you mean “query”?");
        (await server.Reader.GetAsync("/graphql?query=%FF", GraphQl)).Status.Should().Be(400);
        (await server.Reader.GetAsync("/graphql", GraphQl)).Message.Should().Contain("no “query”");
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/graphql?query=%7B__typename%7D");
        using var answer = await server.Reader.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be(Json);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_cost_is_told_to_whoever_asks_for_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{ rules { code } }"}""", Encoding.UTF8, Json) };
        request.Headers.Add("GraphQL-Cost", "report");
        var answer = await server.Reader.AnswerAsync(request, GraphQl);
        answer.Headers.GetValues("GraphQL-Cost").Should().Equal("0;maximum=100000");
        (await server.Reader.AskAsync("{ rules { code } }")).Headers.Contains("GraphQL-Cost").Should().BeFalse();
    }

    [Fact]
    public async Task A_cost_over_the_limit_is_refused_before_anything_is_run_and_the_refusal_says_by_how_much()
    {
        var many = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"r{i}: report {{ complies }}"));
        var answer = await server.Reader.AskAsync($"{{ datasets(first: 100) {{ nodes {{ resources {{ {many} }} }} }} }}");
        (answer.Status, answer.Code).Should().Be((400, "LIMIT_EXCEEDED"));
        // 100 for the page, and 100 datasets at 20, each with 60 reports at 100.
        ((long)answer.Json["errors"]![0]!["extensions"]!["value"]!).Should().Be(100 + (100 * (20 + (60 * 100))));
        answer.Json.ContainsKey("data").Should().BeFalse();
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_by_GET_and_by_POST_but_carry_no_credentials()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", "https://example.org");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var answer = await server.Reader.SendAsync(request);
        answer.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        answer.Headers.GetValues("Access-Control-Allow-Methods").Single().Should().Contain("POST");
        answer.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();
    }

    [Fact]
    public async Task Answers_are_compressed_for_clients_that_ask()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{ rules { title { th } } }"}""", Encoding.UTF8, Json) };
        request.Headers.Add("Accept-Encoding", "gzip");
        request.Headers.Add("Accept", GraphQl);
        using var answer = await server.Reader.SendAsync(request);
        answer.Content.Headers.ContentEncoding.Should().Equal("gzip");
    }

    [Fact]
    public async Task Our_own_sentences_are_in_the_language_that_is_asked_for()
    {
        (await server.Reader.PostAsync("[]", language: "th")).Message.Should().StartWith("ไม่รับหลายคำขอ");
        (await server.Reader.PostAsync("[]", language: "en")).Message.Should().StartWith("Batches");
    }

    [Theory]
    [InlineData("/graphql/nothing")]
    [InlineData("/graphql/hidden")]
    [InlineData("/graphql/nothing/schema.graphql")]
    [InlineData("/graphql/hidden/schema.graphql")]
    [InlineData("/graphql/..%2f")]
    public async Task A_dataset_that_is_not_published_has_no_schema_of_its_own(string address)
    {
        foreach (var client in new[] { server.Reader, server.Writer })
        {
            var answer = await client.GetAsync(address + "?query=%7B__typename%7D".Replace("?", address.EndsWith("graphql", StringComparison.Ordinal) ? "#" : "?", StringComparison.Ordinal), Json);
            (answer.Status, answer.MediaType).Should().Be((404, "application/problem+json"));
            ((string)answer.Json["code"]!).Should().Be("unknown-dataset");
        }
    }

    [Fact]
    public async Task The_schema_as_text_is_kept_until_it_changes()
    {
        using var first = await server.Reader.GetAsync("/graphql/schema.graphql");
        first.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        (await first.Content.ReadAsStringAsync()).Should().Contain("type Query {").And.Contain("input DatasetInput {");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await server.Reader.SendAsync(again);
        known.StatusCode.Should().Be(HttpStatusCode.NotModified);
        using var alone = await server.Reader.GetAsync("/graphql/places/schema.graphql");
        alone.StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.Reader.AskAsync("{ __typename }", address: "/graphql/places")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_for_reading_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{ __typename }"}""", Encoding.UTF8, Json) };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer wrong");
        var answer = await server.Reader.AnswerAsync(request, GraphQl);
        (answer.Status, answer.Code).Should().Be((401, "invalid-token"));
        answer.Headers.WwwAuthenticate.Should().ContainSingle();
    }
}
