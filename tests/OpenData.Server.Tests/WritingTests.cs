using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed class WritingTests(CatalogServer server)
{
    private const string Dictionary = """{"columns":[{"name":"id","type":"integer","description":"ลำดับ"},{"name":"name","type":"text","description":"ชื่อ"}]}""";

    public static TheoryData<string, string> Endpoints => new()
    {
        { "POST", "/api/v1/datasets" },
        { "PUT", "/api/v1/datasets/places" },
        { "PUT", "/api/v1/datasets/places/resources/main/dictionary" },
        { "PUT", "/api/v1/datasets/places/resources/main/file" },
        { "PUT", "/api/v1/datasets/hidden/resources/main/file" },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Writing_needs_the_token(string method, string address)
    {
        (await StatusAsync(server.Reader, method, address, null)).Should().Be((HttpStatusCode.Unauthorized, "token-required"));
        (await StatusAsync(server.Reader, method, address, "Bearer wrong")).Should().Be((HttpStatusCode.Unauthorized, "invalid-token"));
        (await StatusAsync(server.Reader, method, address, "Basic " + CatalogServer.Token)).Should().Be((HttpStatusCode.Unauthorized, "token-required"));
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Without_a_configured_token_nobody_writes_and_the_answer_says_how_to_configure_one(string method, string address)
    {
        await using var app = await server.StartAsync(token: null);
        using var client = CatalogServer.Client(app);
        (await StatusAsync(client, method, address, null)).Should().Be((HttpStatusCode.Forbidden, "writing-is-off"));
        (await StatusAsync(client, method, address, "Bearer " + CatalogServer.Token)).Should().Be((HttpStatusCode.Forbidden, "writing-is-off"));
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
        (await answer.Content.ReadAsStringAsync()).Should().Contain("OPENDATA_TOKEN");
    }

    [Fact]
    public async Task Reading_with_a_wrong_token_is_refused_since_its_sender_expects_to_see_more() =>
        (await StatusAsync(server.Reader, "GET", "/api/v1/datasets", "Bearer wrong")).Should().Be((HttpStatusCode.Unauthorized, "invalid-token"));

    [Fact]
    public async Task A_dataset_is_registered_changed_and_guarded_against_lost_changes()
    {
        var form = new JObject { ["name"] = "written", ["title"] = "เขียน", ["owner_org"] = new JObject { ["name"] = "health", ["title"] = "กระทรวงสาธารณสุข" }, ["resources"] = new JArray(new JObject { ["key"] = "main", ["name"] = "ตาราง" }) };
        using var created = await SendAsync(HttpMethod.Post, "/api/v1/datasets", form.ToString());
        created.StatusCode.Should().Be(HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        created.Headers.Location!.ToString().Should().Be("/api/v1/datasets/written");
        (await server.Reader.GetAsync("/api/v1/datasets/written")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        using var read = await server.Writer.GetAsync("/api/v1/datasets/written");
        form["title"] = "เขียนใหม่";
        using var changed = await SendAsync(HttpMethod.Put, "/api/v1/datasets/written", form.ToString(), read.Headers.ETag);
        changed.StatusCode.Should().Be(HttpStatusCode.OK, await changed.Content.ReadAsStringAsync());
        ((int)CatalogServer.Json(await changed.Content.ReadAsStringAsync())["version"]!).Should().Be(2);

        form["title"] = "เขียนทับ";
        using var lost = await SendAsync(HttpMethod.Put, "/api/v1/datasets/written", form.ToString(), read.Headers.ETag);
        lost.StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);

        using var without = await SendAsync(HttpMethod.Put, "/api/v1/datasets/written/resources/main/file", "id,name\r\n1,a\r\n");
        without.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await without.Content.ReadAsStringAsync()).Should().Contain("no-dictionary");

        using var dictionary = await SendAsync(HttpMethod.Put, "/api/v1/datasets/written/resources/main/dictionary", Dictionary);
        dictionary.StatusCode.Should().Be(HttpStatusCode.OK, await dictionary.Content.ReadAsStringAsync());
        using var kept = await server.Writer.GetAsync("/api/v1/datasets/written/resources/main/dictionary");
        CatalogServer.Json(await kept.Content.ReadAsStringAsync())["columns"]!.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_published_and_its_rows_answer_at_once(bool multipart)
    {
        var name = multipart ? "sent-as-form" : "sent-raw";
        await RegisterAsync(name);
        using var published = await server.Writer.PutAsync(File(name), Body("id,name\r\n1,หนึ่ง\r\n2,สอง\r\n", multipart));
        var report = await published.Content.ReadAsStringAsync();
        published.StatusCode.Should().Be(HttpStatusCode.OK, report);
        ((string)CatalogServer.Json(report)["verdict"]!).Should().Be("complies");
        (await server.GetJsonAsync($"/api/v1/data/{name}/main"))["rows"]!.Select(r => (string)r["name"]!).Should().Equal("หนึ่ง", "สอง");

        using var again = await server.Writer.PutAsync(File(name), Body("id,name\r\n1,หนึ่ง\r\n2,สอง\r\n", multipart));
        again.StatusCode.Should().Be(HttpStatusCode.OK);
        ((int)(await server.GetJsonAsync($"/api/v1/data/{name}/main"))["release"]!["number"]!).Should().Be(1);

        using var refused = await server.Writer.PutAsync(File(name), Body("id,name\r\nหนึ่ง,1\r\nสอง,2\r\n", multipart));
        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var problem = CatalogServer.Json(await refused.Content.ReadAsStringAsync());
        ((string)problem["code"]!).Should().Be("does-not-comply");
        ((string)problem["report"]!["verdict"]!).Should().Be("does-not-comply");
        (await server.GetJsonAsync($"/api/v1/data/{name}/main"))["rows"]!.Should().HaveCount(2, "what was published before still answers");

        var seen = await server.GetJsonAsync($"/api/v1/datasets/{name}/resources/main/report");
        ((string)seen["verdict"]!).Should().Be("complies", "the check of a refused file is not published");
        using var newest = await server.Writer.GetAsync($"/api/v1/datasets/{name}/resources/main/report");
        ((string)CatalogServer.Json(await newest.Content.ReadAsStringAsync())["verdict"]!).Should().Be("does-not-comply");
        Directory.GetFileSystemEntries(server.TempFolder).Should().BeEmpty();
    }

    private async Task RegisterAsync(string name)
    {
        var form = JObject.Parse("""
            { "title": "ข้อมูลสมมติ", "owner_org": "interior", "data_type": "record", "maintainer": "กลุ่มสมมติ", "maintainer_email": "saraban@example.go.th", "tag_string": ["ตัวอย่าง"], "notes": "แต่งขึ้นเพื่อทดสอบ",
              "objective": ["mission"], "update_frequency_unit": "year", "geo_coverage": "country", "data_source": "ทะเบียนของหน่วยงาน", "data_format": ["csv"], "data_category": "public", "license_id": "odc",
              "resources": [{ "key": "main", "name": "ตาราง" }] }
            """);
        form["name"] = name;
        (await SendAsync(HttpMethod.Put, "/api/v1/datasets/" + name, form.ToString())).StatusCode.Should().Be(HttpStatusCode.Created);
        (await SendAsync(HttpMethod.Put, $"/api/v1/datasets/{name}/resources/main/dictionary", Dictionary)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static string File(string name) => $"/api/v1/datasets/{name}/resources/main/file";

    private static HttpContent Body(string text, bool multipart)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return multipart ? new MultipartFormDataContent { { content, "file", "ข้อมูล.csv" } } : content;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string body, EntityTagHeaderValue? seen = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new StringContent(body, Encoding.UTF8, address.EndsWith("/file", StringComparison.Ordinal) ? "text/csv" : "application/json") };
        if (seen is not null)
        {
            request.Headers.IfMatch.Add(seen);
        }

        return await server.Writer.SendAsync(request);
    }

    private static async Task<(HttpStatusCode Status, string Code)> StatusAsync(HttpClient client, string method, string address, string? authorization)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, (string)CatalogServer.Json(await answer.Content.ReadAsStringAsync())["code"]!);
    }
}
