using System.Net;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests;

/// <summary>Releases at their permanent addresses, compared, brought back; and the log of it all.</summary>
[Collection(CatalogCollection.Name)]
public sealed class ReleaseTests(CatalogServer server)
{
    private const string Dictionary = """{"columns":[{"name":"id","type":"integer","description":"ลำดับ"},{"name":"name","type":"text","description":"ชื่อ"}],"key":["id"]}""";

    public static TheoryData<string> Hidden => new()
    {
        "/api/v1/datasets/hidden/resources/main/releases/1",
        "/api/v1/datasets/hidden/resources/main/releases/1/rows",
        "/api/v1/datasets/hidden/resources/main/releases/1/file",
        "/api/v1/datasets/hidden/resources/main/releases/1/compare/1",
        "/datasets/hidden/main/releases/1/compare/1",
        "/api/v1/datasets/places/resources/main/releases/9",
        "/api/v1/datasets/places/resources/main/releases/9/rows.csv",
        "/api/v1/datasets/places/resources/main/releases/1/compare/9",
        "/datasets/places/main/releases/9/compare/1",
    };

    [Fact]
    public async Task A_release_keeps_its_addresses_while_others_come_after_it()
    {
        var resource = await PublishTwiceAsync("kept-releases");

        var first = await server.GetJsonAsync($"{resource}/releases/1");
        ((int)first["rows"]!, (string?)first["notes"], (string)first["links"]!["rows"]!).Should().Be((2, null, $"{resource}/releases/1/rows"));
        ((string?)(await server.GetJsonAsync($"{resource}/releases/2"))["notes"]).Should().Be("แก้ชื่อ");
        (await server.GetJsonAsync($"{resource}/releases/1/rows?id=2"))["rows"]!.Single()["name"]!.ToString().Should().Be("ข");
        (await server.Reader.GetStringAsync($"{resource}/releases/1/rows.csv")).Should().Be("id,name\r\n1,ก\r\n2,ข\r\n");
        (await server.Reader.GetStringAsync($"{resource}/releases/1/file")).Should().Be("id,name\n1,ก\n2,ข\n");
        (await server.GetJsonAsync($"{resource}/releases/1/report.json"))["file"]!["name"]!.ToString().Should().Be("first.csv");
    }

    [Fact]
    public async Task Two_releases_are_compared_as_JSON_and_as_a_page()
    {
        var resource = await PublishTwiceAsync("compared-releases");

        var comparison = await server.GetJsonAsync($"{resource}/releases/1/compare/2");

        var rows = comparison["rows"]!;
        ((int)rows["added"]!, (int)rows["removed"]!, (int)rows["changed"]!, (int)rows["same"]!).Should().Be((1, 1, 0, 1));
        rows["shown"]!.Select(r => (string)r["change"]!).Should().Equal("removed", "added");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{resource}/releases/1/compare/2");
        using var answer = await server.Reader.GetAsync($"{resource}/releases/1/compare/2");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        (await server.Reader.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await server.Reader.GetStringAsync("/datasets/compared-releases?lang=en")).Should().Contain("/datasets/compared-releases/main/releases/1/compare/2").And.Contain("แก้ชื่อ");
        (await server.Reader.GetStringAsync("/datasets/compared-releases/main/releases/1/compare/2?lang=en")).Should().Contain("Rows added").And.Contain("<td>ค</td>").And.NotContain("<script");
    }

    [Fact]
    public async Task An_older_release_is_brought_back_with_the_token_only_and_the_log_tells_it()
    {
        var resource = await PublishTwiceAsync("rolled-back");
        (await server.Reader.PostAsync($"{resource}/releases/1/rollback", null)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        using var done = await server.Writer.PostAsync($"{resource}/releases/1/rollback?notes=wrong+names", null);

        done.StatusCode.Should().Be(HttpStatusCode.Created, await done.Content.ReadAsStringAsync());
        done.Headers.Location!.ToString().Should().Be($"{resource}/releases/3");
        var release = CatalogServer.Json(await done.Content.ReadAsStringAsync());
        ((int)release["number"]!, (int)release["repeats"]!, (string)release["notes"]!).Should().Be((3, 1, "wrong names"));
        (await server.GetJsonAsync("/api/v1/data/rolled-back/main"))["rows"]!.Select(r => (string)r["name"]!).Should().Equal("ก", "ข");
        using var twice = await server.Writer.PostAsync($"{resource}/releases/3/rollback", null);
        twice.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await twice.Content.ReadAsStringAsync()).Should().Contain("already-current");
        var log = await server.Writer.GetStringAsync("/api/v1/audit?limit=all");
        var told = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Last(e => e.GetProperty("action").GetString() == "release.rolled-back");
        (told.GetProperty("object").GetString(), told.GetProperty("actor").GetString(), told.GetProperty("actorKind").GetString()).Should().Be(("dataset/rolled-back/main/releases/3", "write-token", "token"));
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task What_is_hidden_or_not_there_is_not_found(string address) =>
        (await server.Reader.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task The_log_is_paged_for_those_with_the_token_and_for_nobody_else()
    {
        (await server.Reader.GetAsync("/api/v1/audit")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        using var page = await server.Writer.GetAsync("/api/v1/audit?after=1&limit=2&format=csv");
        var lines = (await page.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines.Select(l => l.Split(',')[0]).Should().Equal("sequence", "2", "3");
        page.Headers.GetValues("Link").Single().Should().Be("</api/v1/audit?limit=2&format=csv&after=3>; rel=\"next\"");
        page.Headers.GetValues("X-Audit-Head").Single().Should().MatchRegex("^[0-9]+:[0-9a-f]{64}$");
        using var faulty = await server.Writer.GetAsync("/api/v1/audit?limit=0");
        faulty.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    /// <summary>Registers a dataset and publishes two files; gives the address of its resource.</summary>
    private async Task<string> PublishTwiceAsync(string name)
    {
        var form = JObject.Parse("""
            { "title": "ข้อมูลสมมติ", "owner_org": "interior", "data_type": "record", "maintainer": "กลุ่มสมมติ", "maintainer_email": "saraban@example.go.th", "tag_string": ["ตัวอย่าง"], "notes": "แต่งขึ้นเพื่อทดสอบ",
              "objective": ["mission"], "update_frequency_unit": "year", "geo_coverage": "country", "data_source": "ทะเบียนของหน่วยงาน", "data_format": ["csv"], "data_category": "public", "license_id": "odc",
              "resources": [{ "key": "main", "name": "ตาราง" }] }
            """);
        form["name"] = name;
        var resource = $"/api/v1/datasets/{name}/resources/main";
        await SendAsync(HttpMethod.Post, "/api/v1/datasets", form.ToString());
        await SendAsync(HttpMethod.Put, resource + "/dictionary", Dictionary);
        await SendAsync(HttpMethod.Put, resource + "/file?name=first.csv", "id,name\n1,ก\n2,ข\n", "text/csv");
        using var parts = new MultipartFormDataContent { { new StringContent("id,name\n1,ก\n3,ค\n"), "file", "second.csv" }, { new StringContent("แก้ชื่อ"), "notes" } };
        using var second = await server.Writer.PutAsync(resource + "/file", parts);
        second.StatusCode.Should().Be(HttpStatusCode.OK, await second.Content.ReadAsStringAsync());
        return resource;
    }

    private async Task SendAsync(HttpMethod method, string address, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, address) { Content = new StringContent(body, Encoding.UTF8, type) };
        using var answer = await server.Writer.SendAsync(request);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
    }
}
