using System.Net;
using System.Text;
using OpenData.Registry;
using OpenData.Server.Tests.Cli;

namespace OpenData.Server.Tests.Review;

/// <summary>A file by page: given, refused with its faults, mended, accepted.</summary>
[Collection(ReviewCollection.Name)]
public sealed class GivePageTests(ReviewServer server)
{
    [Fact]
    public async Task A_file_that_complies_waits_with_its_dataset_and_says_so()
    {
        var name = await server.MakeAsync(DatasetState.Draft, withFile: false);
        using var browser = await SignedInAsync("officer");
        using var given = await GiveAsync(browser, name, "id,name\r\n1,หนึ่ง\r\n2,สอง\r\n", ("notes", "รุ่นแรก"));
        given.Headers.Location!.ToString().Should().Be($"/datasets/{name}/main/file");
        var html = await HtmlAsync(await browser.GetAsync($"/datasets/{name}/main/file?lang=th"));
        html.Should().Contain("ไฟล์ ไฟล์.csv ผ่าน 2 แถว รับไว้แล้ว รอเผยแพร่").And.NotContain("repaired.csv");
        (await server.FindAsync(name)).Resources[0].Staged!.Notes.Should().Be("รุ่นแรก");
        using var again = await GiveAsync(browser, name, "id,name\r\n1,หนึ่ง\r\n2,สอง\r\n");
        again.Headers.Location!.ToString().Should().EndWith("outcome=unchanged");
    }

    [Fact]
    public async Task A_new_file_of_a_published_dataset_is_published_at_once_and_says_so()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        using var browser = await SignedInAsync("officer");
        using var given = await GiveAsync(browser, name, "id,name\r\n1,หนึ่ง\r\n2,สอง\r\n3,สาม\r\n");
        given.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await HtmlAsync(await browser.GetAsync($"/datasets/{name}/main/file?lang=en"))).Should().Contain("complies: 3 rows, published as release 2.");
    }

    [Fact]
    public async Task A_refused_file_is_told_fault_by_fault_and_mended_where_that_is_safe()
    {
        var name = await server.MakeAsync(DatasetState.Draft, withFile: false);
        using var browser = await SignedInAsync("officer");
        using var given = await GiveAsync(browser, name, "รายชื่อ,\nid,name\n\"1,000\",หนึ่ง \n๒,สอง\n");
        given.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var html = await HtmlAsync(await browser.GetAsync($"/datasets/{name}/main/file?lang=th"));
        html.Should().Contain("ไม่ผ่าน พบข้อผิดพลาด").And.Contain("วิธีแก้:").And.Contain("/rules/thai-digits").And.Contain("1,000").And.Contain("เปลี่ยนเลขไทยเป็นอารบิก");
        (await server.FindAsync(name)).Resources[0].Staged.Should().BeNull();

        using var other = await SignedInAsync("admin");
        (await other.GetAsync($"/datasets/{name}/main/repaired.csv")).StatusCode.Should().Be(HttpStatusCode.NotFound, "a refused file is its giver's own");
        using var repaired = await browser.GetAsync($"/datasets/{name}/main/repaired.csv");
        var csv = await repaired.Content.ReadAsByteArrayAsync();
        Encoding.UTF8.GetString(csv).Should().Be("id,name\r\n1000,หนึ่ง\r\n2,สอง\r\n");
        repaired.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("ไฟล์-repaired.csv");
        using var changes = await browser.GetAsync($"/datasets/{name}/main/repairs.csv");
        (await changes.Content.ReadAsStringAsync()).Should().StartWith("row,line,column,header,change,old,new\r\n").And.Contain("thai-digits,๒,2").And.Contain("title-row");

        using var mended = await GiveAsync(browser, name, Encoding.UTF8.GetString(csv));
        (await server.FindAsync(name)).Resources[0].Staged!.Rows.Should().Be(2);
        (await browser.GetAsync($"/datasets/{name}/main/repaired.csv")).StatusCode.Should().Be(HttpStatusCode.NotFound, "nothing waits any more");
    }

    [Fact]
    public async Task Without_a_file_or_with_an_empty_or_foreign_one_the_page_says_what_is_wanted_and_keeps_the_notes()
    {
        var name = await server.MakeAsync(DatasetState.Draft, withFile: false);
        using var browser = await SignedInAsync("officer");
        using var none = await browser.GiveAsync($"/datasets/{name}/main/file?lang=en", "/account", [], "", ("notes", "typed <notes>"));
        none.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await HtmlAsync(none)).Should().Contain("No file was chosen").And.Contain("typed &lt;notes&gt;");
        using var empty = await GiveAsync(browser, name, "");
        (await HtmlAsync(await browser.GetAsync($"/datasets/{name}/main/file?lang=en"))).Should().Contain("/rules/empty-file");
        using var picture = await browser.GiveAsync($"/datasets/{name}/main/file", "/account", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0], "photo.png");
        (await HtmlAsync(await browser.GetAsync($"/datasets/{name}/main/file?lang=en"))).Should().Contain("/rules/not-tabular");
    }

    [Fact]
    public async Task A_form_that_another_site_sends_is_refused_before_its_file_is_read()
    {
        var name = await server.MakeAsync(DatasetState.Draft, withFile: false);
        using var browser = await SignedInAsync("officer");
        using var forged = await browser.GiveAsync($"/datasets/{name}/main/file", null, Encoding.UTF8.GetBytes(ReviewServer.Csv), "data.csv");
        forged.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var dataset = await server.FindAsync(name);
        dataset.Resources[0].Staged.Should().BeNull();
        (await server.Store.Registry.FindReportAsync(dataset.Resources[0].Id, null)).Should().BeNull("it was not even checked");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_told_with_the_limit()
    {
        var name = await server.MakeAsync(DatasetState.Draft, withFile: false);
        using var temp = new TemporaryFolder();
        await using var small = OpenDataServer.Build(new ServerOptions { Urls = "http://127.0.0.1:0", TempFolder = temp.File("temp"), UploadBytes = 4096, Clock = server.Clock }, server.Store);
        await small.StartAsync();
        using var client = CatalogServer.Client(small);
        using var browser = new Browser(client);
        (await browser.SignInAsync("officer", ReviewServer.Password("officer"))).Dispose();
        (await HtmlAsync(await browser.GetAsync($"/datasets/{name}/main/file?lang=en"))).Should().Contain("At most 4 KiB");
        using var large = await browser.GiveAsync($"/datasets/{name}/main/file?lang=en", "/account", new byte[5000], "large.csv");
        large.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await HtmlAsync(large)).Should().Contain("larger than the 4 KiB");
    }

    private static Task<HttpResponseMessage> GiveAsync(Browser browser, string name, string csv, params (string Name, string Value)[] fields) =>
        browser.GiveAsync($"/datasets/{name}/main/file", "/account", Encoding.UTF8.GetBytes(csv), "ไฟล์.csv", fields);

    private async Task<Browser> SignedInAsync(string who)
    {
        var browser = new Browser(server["anonymous"]);
        (await browser.SignInAsync(who, ReviewServer.Password(who))).Dispose();
        return browser;
    }

    private static async Task<string> HtmlAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
