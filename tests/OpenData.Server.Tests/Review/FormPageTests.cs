using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Tests.Pages;
using OpenData.Server.Web.Forms;

namespace OpenData.Server.Tests.Review;

/// <summary>Form 1 by page: registered, changed by two people at once, and never lost.</summary>
[Collection(ReviewCollection.Name)]
public sealed class FormPageTests(ReviewServer server)
{
    [Fact]
    public async Task Every_item_of_Form_1_is_asked_for()
    {
        using var browser = await SignedInAsync("officer");
        var html = await HtmlAsync(await browser.GetAsync("/work/register?lang=en"));
        var schema = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(DemoSite.Samples, "../schemas/dataset.schema.json")));
        var items = ((JObject)schema["properties"]!).Properties().Select(p => p.Name).Except(["$schema", "resources"]).ToList();
        var ofResource = ((JObject)schema["definitions"]!["resource"]!["properties"]!).Properties().Select(p => "resources.0." + p.Name);
        foreach (var item in items.Concat(ofResource))
        {
            html.Should().MatchRegex($"name=\"{item.Replace(".", "\\.", StringComparison.Ordinal)}(\\.th)?\"", "{0} is an item of Form 1", item);
        }

        items.Where(i => (bool?)schema["properties"]![i]!["x-mandatory"] == true).Should().HaveCount(14);
        html.Split("class=\"mark\"").Should().HaveCount(14 + 1);
    }

    [Fact]
    public void A_form_that_nobody_changes_is_saved_as_it_was()
    {
        foreach (var path in Directory.EnumerateFiles(DemoSite.Samples, "dataset.json", SearchOption.AllDirectories))
        {
            var form = DatasetDocument.Read(File.ReadAllText(path)).Value!.Json;
            JToken.DeepEquals(FormSheet.Read(FormSheet.Show(form), form), form).Should().BeTrue(path);
        }
    }

    [Theory]
    [InlineData("2024-03-31", "2024-03-31")]
    [InlineData("2567-03-31", "2024-03-31")]
    [InlineData("31/3/2567", "2024-03-31")]
    [InlineData("๓๑/๓/๒๕๖๗", "2024-03-31")]
    [InlineData("3/4/2567", "2024-04-03")]
    [InlineData("31 มี.ค. 2567", "2024-03-31")]
    [InlineData("29/2/2566", "29/2/2566")]
    [InlineData("soon", "soon")]
    public void A_day_of_either_era_is_kept_as_ISO_and_what_is_no_day_stays(string typed, string kept) => WrittenDay.Keep(typed).Should().Be(kept);

    [Fact]
    public async Task A_draft_may_be_incomplete_and_is_told_what_is_missing()
    {
        using var browser = await SignedInAsync("officer");
        var name = Name();
        using var registered = await browser.PostAsync(
            "/work/register", "/work/register", ("name", name), ("title.th", "สถิติสมมติ"), ("owner_org", "unit"), ("data_type", "stat"), ("objective", "mission"), ("objective", "law"), ("first_year_of_data", "2560"),
            ("tag_string", "ตัวอย่าง, ทดสอบ\r\nสถิติ"), ("last_updated_date", "31/3/2567"), ("resources", "0"), ("resources.0.key", "main"));
        registered.Headers.Location!.ToString().Should().Be($"/datasets/{name}/review");
        var form = (await server.FindAsync(name)).Form;
        form.Json["first_year_of_data"]!.Value<int>().Should().Be(2017);
        form.LastUpdatedDate.Should().Be(new DateOnly(2024, 3, 31));
        form.Tags.Should().Equal("ตัวอย่าง", "ทดสอบ", "สถิติ");
        form.Objective.Should().Equal("mission", "law");
        form.ResourceForms.Single().Name.Th.Should().Be("สถิติสมมติ", "a resource without a name has that of its dataset");

        // Of the 14, type, title, organization, tags and objectives are there.
        var review = await HtmlAsync(await browser.GetAsync($"/datasets/{name}/review?lang=th"));
        review.Should().Contain("ยังขาด 9 รายการ").And.Contain($"/datasets/{name}/edit#in-license_id-field");
        var edit = await HtmlAsync(await browser.GetAsync($"/datasets/{name}/edit?lang=th"));
        edit.Should().Contain("ยังขาดรายการบังคับ 9 จาก 14").And.Contain("value=\"2017\"").And.Contain("เท่ากับ พ.ศ. 2560").And.Contain("เท่ากับ พ.ศ. 31/3/2567");
    }

    [Fact]
    public async Task Faults_stand_beside_their_fields_and_nothing_typed_is_lost()
    {
        using var browser = await SignedInAsync("officer");
        using var refused = await browser.PostAsync(
            "/work/register?lang=en", "/work/register", ("name", "Not A Name"), ("title.en", "A <b>title</b>"), ("owner_org", "elsewhere"), ("maintainer_email", "no-address"), ("created_date", "31/2/2567"),
            ("resources", "0"), ("resources", "4"), ("resources.0.key", "main"), ("resources.4.key", "main"));
        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var html = await HtmlAsync(refused);
        html.Should().Contain("value=\"Not A Name\"").And.Contain("value=\"A &lt;b&gt;title&lt;/b&gt;\"").And.Contain("value=\"no-address\"").And.Contain("value=\"31/2/2567\"");
        foreach (var input in new[] { "in-name", "in-owner_org", "in-maintainer_email", "in-created_date", "in-resources-4-key" })
        {
            html.Should().Contain($"id=\"{input}-fault\"");
            html.Should().MatchRegex($"id=\"{input}\"[^>]*aria-invalid=\"true\"");
        }

        using var taken = await browser.PostAsync("/work/register?lang=en", "/work/register", ("name", await server.MakeAsync(DatasetState.Draft)), ("title.en", "Taken"), ("owner_org", "office"));
        taken.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await HtmlAsync(taken)).Should().Contain("id=\"in-name-fault\"").And.Contain("is taken");
    }

    [Fact]
    public async Task A_resource_is_added_and_taken_out_without_saving_or_losing_anything()
    {
        using var browser = await SignedInAsync("officer");
        (string, string)[] typed = [("name", Name()), ("title.th", "พิมพ์ไว้"), ("resources", "0"), ("resources.0.key", "first")];
        var added = await HtmlAsync(await browser.PostAsync("/work/register", "/work/register", [.. typed, ("button", "add")]));
        added.Should().Contain("พิมพ์ไว้").And.Contain("value=\"first\"").And.Contain("name=\"resources.1.key\"");
        var removed = await HtmlAsync(await browser.PostAsync("/work/register", "/work/register", [.. typed, ("resources", "1"), ("resources.1.key", "second"), ("button", "remove-0")]));
        removed.Should().Contain("พิมพ์ไว้").And.Contain("value=\"second\"").And.NotContain("value=\"first\"");
    }

    [Fact]
    public async Task Two_peoples_changes_of_a_form_come_together_and_what_clashes_is_shown()
    {
        var name = await server.MakeAsync(DatasetState.Draft);
        using var browser = await SignedInAsync("officer");
        var seen = (await server.FindAsync(name)).Form.Json;
        var revision = (await server.FindAsync(name)).Revision.ToString(CultureInfo.InvariantCulture);
        using var first = await browser.PostAsync($"/datasets/{name}/edit", "/account", Sent(seen, revision, ("title.th", "ชื่อของคนแรก"), ("notes.th", "รายละเอียดของคนแรก")));
        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var second = await browser.PostAsync($"/datasets/{name}/edit", "/account", Sent(seen, revision, ("title.th", "ชื่อของคนที่สอง"), ("maintainer.th", "กลุ่มของคนที่สอง")));
        second.StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
        var html = await HtmlAsync(second);
        html.Should().Contain("value=\"ชื่อของคนที่สอง\"").And.Contain("<b>ชื่อของคนแรก</b>").And.Contain(">รายละเอียดของคนแรก</textarea>").And.Contain("value=\"กลุ่มของคนที่สอง\"").And.Contain("คุณ officer");

        // Saved again, now that it was seen, it is what the page shows.
        var now = await server.FindAsync(name);
        now.Form.Title.Th.Should().Be("ชื่อของคนแรก", "nothing was saved yet");
        using var third = await browser.PostAsync($"/datasets/{name}/edit", "/account", Sent(now.Form.Json, now.Revision.ToString(CultureInfo.InvariantCulture), ("title.th", "ชื่อของคนที่สอง"), ("maintainer.th", "กลุ่มของคนที่สอง")));
        third.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var saved = (await server.FindAsync(name)).Form;
        (saved.Title.Th, saved.Notes.Th, saved.Maintainer.Th).Should().Be(("ชื่อของคนที่สอง", "รายละเอียดของคนแรก", "กลุ่มของคนที่สอง"));
    }

    [Fact]
    public async Task What_the_reviewer_said_of_a_field_stands_beside_it()
    {
        var name = await server.MakeAsync(DatasetState.Submitted);
        using var approver = await SignedInAsync("approver");
        var revision = (await server.FindAsync(name)).Revision.ToString(CultureInfo.InvariantCulture);
        using var returned = await approver.PostAsync($"/datasets/{name}/review?handler=Return", "/account", ("revision", revision), ("reason", "แก้เล็กน้อย"), ("comments", "title: บอกปีด้วย\nmain/name: ชื่ออะไร"));
        returned.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var officer = await SignedInAsync("officer");
        (await HtmlAsync(await officer.GetAsync($"/datasets/{name}/edit?lang=th"))).Should().MatchRegex("id=\"in-title-field\"(?:(?!-field\")[\\s\\S])*บอกปีด้วย");
        (await HtmlAsync(await officer.GetAsync($"/datasets/{name}/main/dictionary?lang=th"))).Should().Contain("ชื่ออะไร");
    }

    private static (string Name, string Value)[] Sent(JObject seen, string revision, params (string Name, string Value)[] changes)
    {
        var inputs = FormSheet.Show(seen);
        foreach (var (name, value) in changes)
        {
            inputs.Set(name, value);
        }

        return [.. inputs.Names.SelectMany(n => inputs.All(n).Select(v => (n, v))), ("revision", revision), ("seen", seen.ToString())];
    }

    private async Task<Browser> SignedInAsync(string who)
    {
        var browser = new Browser(server["anonymous"]);
        (await browser.SignInAsync(who, ReviewServer.Password(who))).Dispose();
        return browser;
    }

    private static string Name() => "by-page-" + Guid.NewGuid().ToString("N")[..8];

    private static async Task<string> HtmlAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
