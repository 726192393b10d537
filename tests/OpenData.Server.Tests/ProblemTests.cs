using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed class ProblemTests(CatalogServer server)
{
    private const string Resource = "/api/v1/datasets/places/resources/main";

    public static TheoryData<string, string, string?, string?, int, string> Refusals => new()
    {
        { "GET", "/api/v1/nothing", null, null, 404, "not-found" },
        { "GET", "/api/v2/datasets", null, null, 404, "not-found" },
        { "GET", "/nothing", null, null, 404, "not-found" },
        { "GET", "/api/v1/datasets/nothing", null, null, 404, "unknown-dataset" },
        { "GET", "/api/v1/datasets/hidden", null, null, 404, "unknown-dataset" },
        { "GET", "/api/v1/datasets/%27%22", null, null, 404, "unknown-dataset" },
        { "GET", "/api/v1/datasets/..%2f..%2fetc", null, null, 404, "unknown-dataset" },
        { "GET", "/api/v1/data/nothing/main", null, null, 404, "unknown-dataset" },
        { "GET", "/api/v1/data/places/nothing", null, null, 404, "unknown-resource" },
        { "GET", "/api/v1/data/places/main.pdf", null, null, 404, "unknown-format" },
        { "GET", "/api/v1/data/places/main.json.gz", null, null, 404, "unknown-format" },
        { "GET", Resource + "/releases/99/report", null, null, 404, "unknown-release" },
        { "GET", "/api/v1/datasets?limit=0", null, null, 400, "invalid-value" },
        { "GET", "/api/v1/datasets?after=A'B", null, null, 400, "invalid-cursor" },
        { "GET", "/api/v1/datasets?qq=1", null, null, 400, "unknown-parameter" },
        { "GET", "/api/v1/datasets?q=a&q=b", null, null, 400, "duplicate-parameter" },
        { "GET", "/api/v1/datasets?q=%FF", null, null, 400, "malformed-query" },
        { "GET", "/api/v1/datasets/places?x=1", null, null, 400, "unknown-parameter" },
        { "GET", "/api/v1/organizations?x=1", null, null, 400, "unknown-parameter" },
        { "GET", "/health/live?x=1", null, null, 400, "unknown-parameter" },
        { "GET", Resource + "/dictionary?x=1", null, null, 400, "unknown-parameter" },
        { "GET", Resource + "/report?x=1", null, null, 400, "unknown-parameter" },
        { "GET", Resource + "/file?x=1", null, null, 400, "unknown-parameter" },
        { "DELETE", "/api/v1/datasets/places", null, null, 405, "method-not-allowed" },
        { "POST", "/api/v1/data/places/main", null, null, 405, "method-not-allowed" },
        { "POST", "/api/v1/validate", "application/x-www-form-urlencoded", "a=b", 415, "unsupported-media-type" },
        { "POST", "/api/v1/validate", "multipart/form-data", "x", 400, "bad-upload" },
        { "POST", "/api/v1/validate", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nno end", 400, "bad-upload" },
        { "POST", "/api/v1/validate", "multipart/form-data; boundary=b", "--b--\r\n", 400, "bad-upload" },
        { "POST", "/api/v1/validate", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"fle\"\r\n\r\nx\r\n--b--\r\n", 400, "bad-upload" },
        { "POST", "/api/v1/validate?nme=x", "text/csv", "a,b\r\n1,2\r\n", 400, "unknown-parameter" },
        { "POST", "/api/v1/datasets", "text/plain", "{}", 415, "unsupported-media-type" },
        { "POST", "/api/v1/datasets", "application/json", "{", 422, "invalid-document" },
        { "POST", "/api/v1/datasets", "application/json", "[]", 422, "invalid-document" },
        { "POST", "/api/v1/datasets", "application/json", "{\"name\":\"x y\",\"title\":\"t\"}", 422, "invalid-document" },
        { "POST", "/api/v1/datasets", "application/json", "{\"name\":\"places\",\"title\":\"t\"}", 409, "already-exists" },
        { "POST", "/api/v1/datasets", "application/json", "{\"name\":\"new-one\",\"title\":\"t\",\"owner_org\":\"nobody\"}", 422, "invalid-document" },
        { "PUT", "/api/v1/datasets/places", "application/json", "{\"name\":\"other\",\"title\":\"t\"}", 422, "invalid-document" },
        { "PUT", Resource + "/dictionary", "application/json", "{}", 422, "invalid-document" },
        { "PUT", "/api/v1/datasets/places/resources/nothing/dictionary", "application/json", "{}", 404, "unknown-resource" },
        { "PUT", "/api/v1/datasets/nothing/resources/main/file", "text/csv", "a\r\n1\r\n", 404, "unknown-dataset" },
        { "PUT", Resource + "/file", "application/x-www-form-urlencoded", "a=b", 415, "unsupported-media-type" },
        { "PUT", Resource + "/file?x=1", "text/csv", "a", 400, "unknown-parameter" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Every_refusal_has_the_one_shape_in_both_languages(string method, string address, string? contentType, string? body, int status, string code)
    {
        var thai = await AskAsync(method, address, contentType, body, "th", status);
        var english = await AskAsync(method, address, contentType, body, "en", status);
        ((string)thai["code"]!).Should().Be(code);
        ((string)english["code"]!).Should().Be(code);
        ((string)thai["title"]!).Should().MatchRegex(@"\p{IsThai}");
        ((string)thai["detail"]!).Should().MatchRegex(@"\p{IsThai}");
        ((string)english["title"]!).Should().MatchRegex("^[A-Z]").And.NotMatchRegex(@"\p{IsThai}");
        ((string)english["detail"]!).Should().NotBeNullOrEmpty();
        foreach (var error in english["errors"]!.Cast<JObject>())
        {
            error.Properties().Select(p => p.Name).Should().ContainInOrder("code", "message", "fix");
            (error.ContainsKey("pointer") || error.ContainsKey("parameter") || code == "too-many-parameters").Should().BeTrue();
        }
    }

    [Fact]
    public async Task Nothing_acceptable_is_a_406()
    {
        foreach (var address in new[] { "/api/v1/data/places/main", Resource + "/report" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("image/png");
            using var answer = await server.Reader.SendAsync(request);
            await BeAProblemAsync(answer, 406, "not-acceptable");
        }
    }

    [Fact]
    public async Task A_method_that_is_not_allowed_is_told_which_are()
    {
        using var answer = await server.Reader.DeleteAsync("/api/v1/datasets/places");
        answer.Content.Headers.Allow.Should().Contain(["GET", "HEAD", "PUT"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_a_413(bool chunked)
    {
        using var content = new ByteArrayContent(new byte[(1 << 20) + 1]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/validate") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;

        // As curl does with large bodies: a server that refuses at once closes the connection, and who still writes may never read the answer.
        request.Headers.ExpectContinue = true;
        using var answer = await server.Reader.SendAsync(request);
        await BeAProblemAsync(answer, 413, "too-large");
        Directory.GetFileSystemEntries(server.TempFolder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_fault_of_the_server_tells_nothing_of_its_inside()
    {
        await using var app = await server.StartAsync(null, new BrokenStore());
        using var client = CatalogServer.Client(app);
        using var answer = await client.GetAsync("/api/v1/datasets");
        var problem = await BeAProblemAsync(answer, 500, "internal-error");
        problem.ToString().Should().NotContain("secret").And.NotContain("Exception");
        using var ready = await client.GetAsync("/health/ready");
        await BeAProblemAsync(ready, 503, "not-ready");
        using var live = await client.GetAsync("/health/live");
        live.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Malformed_percent_escapes_are_refused_by_name()
    {
        (await RawHttp.AskAsync(server.Reader, "GET /api/v1/data/places/main?name=%ZZ")).Should().StartWith("HTTP/1.1 400").And.Contain("malformed-query");
        (await RawHttp.AskAsync(server.Reader, "GET /api/v1/data/places/main?name=%E0%B8")).Should().StartWith("HTTP/1.1 400").And.Contain("malformed-query");
        (await RawHttp.AskAsync(server.Reader, "GET /api/v1/data/places/main%00?id=1")).Should().StartWith("HTTP/1.1 4");
        (await RawHttp.AskAsync(server.Reader, "GET /api/v1/data/%E0%B8/main")).Should().StartWith("HTTP/1.1 4");
    }

    [Fact]
    public async Task The_language_is_thai_unless_english_is_preferred()
    {
        (await LanguageOfAsync("", null)).Should().Be("th");
        (await LanguageOfAsync("", "en-GB,th;q=0.5")).Should().Be("en");
        (await LanguageOfAsync("", "fr,en;q=0.4,th;q=0.8")).Should().Be("th");
        (await LanguageOfAsync("", "fr")).Should().Be("th");
        (await LanguageOfAsync("?lang=en", "th")).Should().Be("en");
        (await LanguageOfAsync("?lang=th", "en")).Should().Be("th");
    }

    private async Task<string> LanguageOfAsync(string query, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/datasets/nothing" + query);
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var answer = await server.Reader.SendAsync(request);
        return answer.Content.Headers.ContentLanguage.Single();
    }

    private async Task<JObject> AskAsync(string method, string address, string? contentType, string? body, string language, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType!);
        }

        using var answer = await (method == "GET" ? server.Reader : server.Writer).SendAsync(request);
        return await BeAProblemAsync(answer, status, null);
    }

    private static async Task<JObject> BeAProblemAsync(HttpResponseMessage answer, int status, string? code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).Should().Be(status, "it answered {0}", text);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var problem = JObject.Parse(text);
        problem.Properties().Select(p => p.Name).Should().ContainInOrder("type", "title", "status", "detail", "code", "requestId", "errors");
        ((int)problem["status"]!).Should().Be(status);
        ((string)problem["code"]!).Should().Be(code ?? (string)problem["code"]!);
        return problem;
    }

    /// <summary>A store whose disk has gone.</summary>
    private sealed class BrokenStore : IDataStore, IRegistryStore
    {
        public IRegistryStore Registry => this;
        public IOriginalStore Originals => throw Gone();
        public IRowStore Rows => throw Gone();
        public IScoreStore Scores => throw Gone();
        public IReviewStore Reviews => throw Gone();
        public IAccountStore Accounts => throw Gone();
        public IFeedbackStore Feedback => throw Gone();
        public IUsageStore Usage => throw Gone();
        public ValueTask<IAsyncDisposable> BeginPublishAsync(CancellationToken cancellation = default) => throw Gone();
        public ValueTask<int> SweepAsync(CancellationToken cancellation = default) => throw Gone();
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        public Task SaveOrganizationAsync(Organization organization, CancellationToken cancellation = default) => throw Gone();
        public Task<Organization?> FindOrganizationAsync(string name, CancellationToken cancellation = default) => throw Gone();
        public Task<IReadOnlyList<Organization>> ListOrganizationsAsync(CancellationToken cancellation = default) => throw Gone();
        public Task<Dataset?> SaveDatasetAsync(DatasetForm form, IReadOnlyList<ResourceDraft> resources, int? expectedVersion, CancellationToken cancellation = default) => throw Gone();
        public Task<Dataset?> FindDatasetAsync(string name, CancellationToken cancellation = default) => throw Gone();
        public Task<DatasetPage> ListDatasetsAsync(DatasetQuery query, CancellationToken cancellation = default) => throw Gone();
        public Task SaveDictionaryAsync(Guid resourceId, DataDictionary dictionary, CancellationToken cancellation = default) => throw Gone();
        public Task SaveReportAsync(Guid resourceId, byte[] report, CancellationToken cancellation = default) => throw Gone();
        public Task<byte[]?> FindReportAsync(Guid resourceId, int? number, CancellationToken cancellation = default) => throw Gone();
        public Task<IReadOnlyList<Release>> ListReleasesAsync(Guid resourceId, CancellationToken cancellation = default) => throw Gone();
        public Task<Release?> FindReleaseAsync(Guid resourceId, int number, CancellationToken cancellation = default) => throw Gone();
        public ValueTask<long> PublishedStampAsync(CancellationToken cancellation = default) => throw Gone();
        public Task<IReadOnlyList<PublishedTable>> ListPublishedAsync(CancellationToken cancellation = default) => throw Gone();
        public Task<IReadOnlyDictionary<Guid, string>> ChooseNamesAsync(IReadOnlyList<NameWish> wishes, CancellationToken cancellation = default) => throw Gone();
        public Task<Release> PublishAsync(NewRelease release, CancellationToken cancellation = default) => throw Gone();
        private static IOException Gone() => new("secret path of the disk");
    }
}
