using System.Net;
using System.Text;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed class ValidationTests(CatalogServer server)
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes("id,name\r\n1,หนึ่ง\r\n2,สอง\r\n");

    [Fact]
    public async Task Anybody_may_have_a_file_checked_and_nothing_of_it_is_kept()
    {
        using var raw = new ByteArrayContent(Good);
        using var answer = await server.Reader.PostAsync("/api/v1/validate?name=a.csv", raw);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        var report = CatalogServer.Json(text);
        ((string)report["file"]!["name"]!).Should().Be("a.csv");
        ((string)report["file"]!["sha256"]!).Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Good)));
        Directory.GetFileSystemEntries(server.TempFolder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_form_may_bring_the_dictionary_along()
    {
        using var form = Form("""{"columns":[{"name":"id","type":"integer","description":"ลำดับ"},{"name":"name","type":"text","description":"ชื่อ"}]}""");
        using var answer = await server.Reader.PostAsync("/api/v1/validate", form);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());

        using var faulty = Form("""{"columns":[{"name":"id"}]}""");
        using var refused = await server.Reader.PostAsync("/api/v1/validate", faulty);
        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        ((string)CatalogServer.Json(await refused.Content.ReadAsStringAsync())["code"]!).Should().Be("invalid-document");
    }

    [Fact]
    public async Task A_name_is_never_a_path()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Good), "file", "../../etc/passwd.csv" } };
        using var answer = await server.Reader.PostAsync("/api/v1/validate", form);
        ((string)CatalogServer.Json(await answer.Content.ReadAsStringAsync())["file"]!["name"]!).Should().Be("passwd.csv");
    }

    [Fact]
    public async Task The_report_is_html_for_those_who_ask_for_it_and_may_carry_its_own_style()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/validate") { Content = new ByteArrayContent(Good) };
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await server.Reader.SendAsync(request);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("style-src 'unsafe-inline'").And.Contain("default-src 'none'");
    }

    private static MultipartFormDataContent Form(string dictionary) => new()
    {
        { new ByteArrayContent(Good), "file", "a.csv" },
        { new StringContent(dictionary, Encoding.UTF8, "application/json"), "dictionary", "d.json" },
    };
}
