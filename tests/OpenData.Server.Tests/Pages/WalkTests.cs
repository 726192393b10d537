using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.Pages;

/// <summary>The whole way by pages alone, as docs/walk.th.md tells it: from an empty server to a published dataset and a printed evidence page.</summary>
[Trait("Store", "None")] // How pages are walked through by a browser.
public sealed partial class WalkTests(EmptySite site) : IClassFixture<EmptySite>
{
    private const string Name = "provinces-of-thailand";

    private static readonly (string Name, string Value)[] Texts =
    [
        ("maintainer.th", "กลุ่มข้อมูลการปกครอง"), ("maintainer_email", "saraban@example.go.th"), ("tag_string", "จังหวัด\nเขตการปกครอง"), ("notes.th", "จังหวัดทั้ง 77 จังหวัดและภาคที่สังกัด"),
        ("data_source.th", "ทะเบียนของกรมการปกครอง"), ("last_updated_date", "20/9/2568"),
    ];

    private static readonly (string Name, string Value)[] Choices =
    [
        ("data_type", "record"), ("update_frequency_unit", "year"), ("geo_coverage", "province"), ("data_category", "public"), ("data_classification", "open"), ("license_id", "odc"),
    ];

    [ChromiumFact]
    public async Task From_an_empty_server_to_a_published_dataset_and_a_printed_evidence_page()
    {
        await using var admin = await site.VisitAsync();
        await BeginAsync(admin);
        await AddOrganizationAsync(admin);
        var secrets = new Dictionary<string, string>();
        foreach (var (who, role, at) in new[] { ("somchai", "officer", "interior"), ("somying", "approver", "interior"), ("auditor1", "auditor", "") })
        {
            secrets[who] = await AddPersonAsync(admin, who, role, at);
        }

        await admin.Page.GotoAsync("/work");
        (await admin.TextsAsync(".steps")).Should().BeEmpty("everything of an admin's first hour is done");
        await using var officer = await ArriveAsync("somchai", secrets["somchai"]);
        await using var approver = await ArriveAsync("somying", secrets["somying"]);
        await using var auditor = await ArriveAsync("auditor1", secrets["auditor1"]);

        await RegisterAsync(officer);
        await CompleteAsync(officer);
        await DescribeAsync(officer);
        await MendAsync(officer);
        await SubmitAsync(officer);
        await ReturnAsync(approver);
        await AnswerAsync(officer);
        await SubmitAsync(officer);
        await PublishAsync(approver);
        await SeeAsync();
        await AttestAsync(officer);
        await TalkAsync(officer);
        await AuditAsync(auditor);
        await PrintAsync(auditor);
        foreach (var visitor in new[] { admin, officer, approver, auditor })
        {
            visitor.SawNothingWrong();
        }
    }

    /// <summary>The first page tells what to do; the one-time secret gives way to a password.</summary>
    private async Task BeginAsync(Visitor admin)
    {
        await admin.Page.GotoAsync("/");
        (await admin.Page.InnerTextAsync(".notice")).Should().Contain("ยังไม่มีชุดข้อมูลที่เผยแพร่").And.Contain("admin");
        await Walking.LookAsync(admin, "walk-empty");
        await admin.Page.ClickAsync(".notice a");
        await SignInAsync(admin, "admin", site.Secret);
        (await admin.TextsAsync(".steps li.done")).Should().ContainSingle().Which.Should().Contain("ตั้งรหัสผ่าน");
        await Walking.LookAsync(admin, "walk-work-admin");
        await admin.Page.ClickAsync(".steps a >> nth=0");
    }

    private static async Task AddOrganizationAsync(Visitor admin)
    {
        await admin.Page.FillAsync("#slug", "interior");
        await admin.Page.FillAsync("#th", "กรมการปกครอง");
        await admin.Page.FillAsync("#en", "Department of Provincial Administration");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "เพิ่มหน่วยงาน" }).ClickAsync();
        (await admin.Page.InnerTextAsync("main")).Should().Contain("กรมการปกครอง");
    }

    private static async Task<string> AddPersonAsync(Visitor admin, string name, string role, string at)
    {
        await admin.Page.GotoAsync("/people");
        await admin.Page.FillAsync("#name", name);
        await admin.Page.SelectOptionAsync("#role", role);
        await admin.Page.SelectOptionAsync("#at", at);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "เพิ่มผู้ใช้" }).ClickAsync();
        (await admin.Page.InnerTextAsync("[role=status]")).Should().Contain(name);
        if (role == "auditor")
        {
            await Walking.LookAsync(admin, "walk-people");
        }

        return await admin.Page.InnerTextAsync("#secret");
    }

    private async Task<Visitor> ArriveAsync(string name, string secret)
    {
        var visitor = await site.VisitAsync();
        await visitor.Page.GotoAsync("/work");
        await SignInAsync(visitor, name, secret);
        await Walking.LookAsync(visitor, "walk-work-" + name);
        return visitor;
    }

    /// <summary>Signs in with the secret, and chooses a password.</summary>
    private static async Task SignInAsync(Visitor visitor, string name, string secret)
    {
        await visitor.Page.FillAsync("#name", name);
        await visitor.Page.FillAsync("#password", secret);
        await visitor.Page.ClickAsync("main button");
        (await visitor.Page.InnerTextAsync("main")).Should().Contain("รหัสที่ได้รับใช้ได้ครั้งเดียว");
        await visitor.Page.FillAsync("#present", secret);
        await visitor.Page.FillAsync("#next", "a password of " + name);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "เปลี่ยนรหัสผ่าน" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/work");
    }

    /// <summary>A draft with three items; the page says what it lacks.</summary>
    private static async Task RegisterAsync(Visitor officer)
    {
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "ลงทะเบียนชุดข้อมูล" }).First.ClickAsync();
        (await officer.Page.InputValueAsync("#in-owner_org")).Should().Be("interior", "it is the only organization of this officer");
        await Walking.LookAsync(officer, "walk-register");
        await officer.Page.FillAsync("#in-name", Name);
        await officer.Page.FillAsync("#in-title-th", "จังหวัดของประเทศไทย");
        await officer.Page.FillAsync("#in-resources-0-key", "provinces");
        await Walking.SaveAsync(officer);
        await officer.Page.WaitForURLAsync($"**/datasets/{Name}/review");
        // Title and organization are two of the 14.
        (await officer.Page.InnerTextAsync("main")).Should().Contain("ยังขาด 12 รายการ");
        await Walking.LookAsync(officer, "walk-review-draft");
    }

    private static async Task CompleteAsync(Visitor officer)
    {
        await officer.Page.ClickAsync(".notice a");
        (await officer.Page.InnerTextAsync(".notice.warning")).Should().Contain("ยังขาดรายการบังคับ 12 จาก 14").And.Contain("สัญญาอนุญาต");
        foreach (var (name, value) in Texts)
        {
            await officer.Page.FillAsync($"[name='{name}']", value);
        }

        foreach (var (name, value) in Choices)
        {
            await officer.Page.SelectOptionAsync($"[name='{name}']", value);
        }

        await officer.Page.CheckAsync("[name=objective][value=mission]");
        await officer.Page.CheckAsync("[name=data_format][value=csv]");
        await Walking.SaveAsync(officer);
        await officer.Page.WaitForURLAsync($"**/datasets/{Name}/review");
        (await officer.Page.InnerTextAsync(".notice.info")).Should().Contain("ส่งไฟล์ของทรัพยากร provinces");
        await officer.Page.GotoAsync($"/datasets/{Name}/edit");
        (await officer.Page.InputValueAsync("#in-last_updated_date")).Should().Be("2025-09-20");
        (await officer.Page.InnerTextAsync("#in-last_updated_date-field")).Should().Contain("เท่ากับ พ.ศ. 20/9/2568");
        await Walking.LookAsync(officer, "walk-edit");
    }

    /// <summary>The file comes first; the dictionary is drafted from it and saved, and the file that waited is refused with its faults.</summary>
    private static async Task DescribeAsync(Visitor officer)
    {
        await officer.Page.GotoAsync($"/datasets/{Name}/review");
        await officer.Page.ClickAsync(".notice.info a");
        await Walking.LookAsync(officer, "walk-give");
        await Walking.GiveAsync(officer, EmptySite.MessyProvinces());
        await officer.Page.WaitForURLAsync($"**/datasets/{Name}/provinces/dictionary");
        (await officer.Page.InnerTextAsync("[role=status]")).Should().Contain("ร่างจากไฟล์ จังหวัด.csv");
        (await officer.Page.Locator("input[name$='.name']").EvaluateAllAsync<string[]>("all => all.map(i => i.value)"))
            .Should().Equal("id", "name_th", "name_en", "geography_id", "created_at", "updated_at", "deleted_at");
        (await officer.Page.IsCheckedAsync("[name='columns.0.key']")).Should().BeTrue("the ids are all different");
        (await officer.Page.InputValueAsync("[name='columns.3.type']")).Should().Be("integer", "one Thai digit is a slip");
        await officer.Page.FillAsync("[name='columns.1.description.th']", "ชื่อจังหวัดภาษาไทย");
        await officer.Page.FillAsync("[name='columns.1.label.th']", "ชื่อจังหวัด");
        await Walking.LookAsync(officer, "walk-dictionary");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "บันทึก แล้วตรวจไฟล์" }).First.ClickAsync();
        await officer.Page.WaitForURLAsync($"**/datasets/{Name}/provinces/file");
        var text = await officer.Page.InnerTextAsync("main");
        text.Should().Contain("ไฟล์ จังหวัด.csv ไม่ผ่าน").And.Contain("เลขไทย").And.Contain("อยู่เหนือหัวคอลัมน์").And.Contain("วิธีแก้:").And.Contain("แปลงรหัสอักขระเป็น UTF-8");
        await Walking.LookAsync(officer, "walk-refused");
    }

    /// <summary>What is safe is mended by the program, taken home, read, and given again.</summary>
    private static async Task MendAsync(Visitor officer)
    {
        var page = officer.Page;
        var changes = await Walking.DownloadAsync(page, "ดาวน์โหลดรายการที่แก้");
        Encoding.UTF8.GetString(changes).Should().Contain("thai-digits,๒,2").And.Contain("encoding,windows-874,utf-8");
        var mended = await Walking.DownloadAsync(page, "ดาวน์โหลดไฟล์ที่แก้แล้ว");
        mended.Should().Equal(Encoding.UTF8.GetBytes(string.Concat((await File.ReadAllLinesAsync(Path.Combine(DemoSite.Samples, "provinces/provinces.csv"))).Select(l => l + "\r\n"))), "mended, it is the file it was made from");
        await Walking.GiveAsync(officer, new FilePayload { Name = "จังหวัด-repaired.csv", MimeType = "text/csv", Buffer = mended });
        (await page.InnerTextAsync("[role=status]")).Should().Contain("ผ่าน 77 แถว รับไว้แล้ว รอเผยแพร่");
        await Walking.LookAsync(officer, "walk-accepted");
    }

    private static async Task SubmitAsync(Visitor officer)
    {
        await officer.Page.GotoAsync($"/datasets/{Name}/review");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "ส่งให้อนุมัติ" }).ClickAsync();
        (await officer.Page.InnerTextAsync("main")).Should().Contain("รอผู้อนุมัติพิจารณา");
    }

    private static async Task ReturnAsync(Visitor approver)
    {
        await approver.Page.GotoAsync("/work");
        (await approver.Page.InnerTextAsync("main")).Should().Contain("รออนุมัติ (1)").And.Contain("มี 1 ชุดข้อมูลรอท่านพิจารณา");
        await approver.Page.GetByRole(AriaRole.Link, new() { Name = "จังหวัดของประเทศไทย" }).ClickAsync();
        (await approver.Page.InnerTextAsync("main")).Should().Contain("กรุงเทพมหานคร").And.Contain("ไม่มีสิ่งใดขัดข้อง");
        await Walking.LookAsync(approver, "walk-review-approver");
        await approver.Page.FillAsync("#reason-Return", "ขอให้ชัดเจนขึ้น");
        await approver.Page.FillAsync("#comments", "title: บอกปีของข้อมูล\nprovinces/geography_id: ภาคตามชุดข้อมูลใด");
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "ส่งกลับให้แก้" }).ClickAsync();
        (await approver.Page.InnerTextAsync("main")).Should().Contain("ส่งกลับ").And.Contain("บอกปีของข้อมูล");
    }

    private static async Task AnswerAsync(Visitor officer)
    {
        await officer.Page.GotoAsync("/work");
        (await officer.Page.InnerTextAsync("main")).Should().Contain("ส่งกลับ (1)").And.Contain("แก้ตามความเห็นของผู้พิจารณา");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "ไปที่แบบฟอร์ม 1" }).ClickAsync();
        (await officer.Page.InnerTextAsync("#in-title-field")).Should().Contain("somying").And.Contain("บอกปีของข้อมูล");
        await officer.Page.FillAsync("#in-title-th", "จังหวัดของประเทศไทย พ.ศ. 2568");
        await officer.Page.FillAsync("#in-title-en", "Provinces of Thailand, 2025");
        await Walking.SaveAsync(officer);
        await officer.Page.WaitForURLAsync($"**/datasets/{Name}/review");
    }

    private static async Task PublishAsync(Visitor approver)
    {
        await approver.Page.GotoAsync($"/datasets/{Name}/review");
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "อนุมัติ", Exact = true }).ClickAsync();
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "เผยแพร่", Exact = true }).ClickAsync();
        (await approver.Page.InnerTextAsync(".notice.info")).Should().Contain("เผยแพร่แล้ว");
        await Walking.LookAsync(approver, "walk-review-published");
    }

    /// <summary>Anybody finds it, reads its rows on the page, as JSON and by GraphQL.</summary>
    private async Task SeeAsync()
    {
        await using var reader = await site.VisitAsync();
        await reader.Page.GotoAsync("/");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "จังหวัดของประเทศไทย พ.ศ. 2568" }).ClickAsync();
        (await reader.TextsAsync("table:has(caption:text('ตัวอย่างข้อมูล')) tbody tr td:nth-child(2)")).Should().HaveCount(10).And.StartWith(["กรุงเทพมหานคร", "สมุทรปราการ"]);
        await Walking.LookAsync(reader, "walk-published");
        var json = JObject.Parse(await Walking.TextOfAsync(reader, $"/api/v1/data/{Name}/provinces?count=true&limit=1"));
        ((int)json["total"]!).Should().Be(77);
        var answer = JObject.Parse(await Walking.TextOfAsync(reader, "/graphql?query=" + Uri.EscapeDataString($"{{ dataset(name: \"{Name}\") {{ name resources {{ rows }} }} }}")));
        ((int)answer["data"]!["dataset"]!["resources"]![0]!["rows"]!).Should().Be(77);
        await reader.Page.GotoAsync("/organizations/interior");
        (await reader.Page.InnerTextAsync("h1")).Should().Be("กรมการปกครอง");
        reader.SawNothingWrong();
    }

    /// <summary>The auditor reads who did what, proves it, and takes it home.</summary>
    private static async Task AuditAsync(Visitor auditor)
    {
        await auditor.Page.GotoAsync("/work");
        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "บันทึกการตรวจสอบ" }).First.ClickAsync();
        (await auditor.Page.InnerTextAsync("[role=status]")).Should().Contain("ครบถ้วน");
        await auditor.Page.FillAsync("#object", Name);
        await auditor.Page.FillAsync("#actor", "somying");
        await auditor.Page.GetByRole(AriaRole.Button, new() { Name = "กรอง" }).ClickAsync();
        var actions = await auditor.TextsAsync(".log tbody td:nth-child(4) code");
        actions.Should().Contain(["dataset.returned", "dataset.approved", "dataset.published", "release.published"]).And.NotContain("dataset.submitted");
        await Walking.LookAsync(auditor, "walk-audit");
        Encoding.UTF8.GetString(await Walking.DownloadAsync(auditor.Page, "ส่งออกเป็น CSV")).Split("\r\n").Should().HaveCount(actions.Count + 2, "a header, an entry to a line, and the last line's end");
        await auditor.Page.GetByRole(AriaRole.Button, new() { Name = "พิสูจน์ทั้งหมด" }).ClickAsync();
        (await auditor.Page.InnerTextAsync("[role=status]")).Should().Contain("พิสูจน์แล้ว").And.Contain("1 รุ่น 77 แถว");
        await auditor.Page.GotoAsync("/audit/reports");
        (await auditor.Page.InnerTextAsync("main table")).Should().Contain("จังหวัดของประเทศไทย พ.ศ. 2568").And.Contain("ผ่านเกณฑ์");
        await Walking.LookAsync(auditor, "walk-reports");
    }

    /// <summary>The evidence page is one the auditor prints: A4, with the dataset and its score.</summary>
    private static async Task PrintAsync(Visitor auditor)
    {
        await auditor.Page.GotoAsync("/scores");
        await auditor.Page.ClickAsync("a[href^='/scores/interior']");
        (await auditor.Page.InnerTextAsync("main")).Should().Contain("กรมการปกครอง").And.Contain("ชุดข้อมูลที่ดีที่สุด: " + Name);
        // Counted by hand: level 1 has its four parts, level 2 its dictionary, level 3 0.7 for six clauses of six and 0.3 for the API; of levels 4 and 5 no criteria are known.
        (await auditor.Page.InnerTextAsync("tr:has(a[href='#doh-2.5'])")).Should().Contain("3.0000").And.NotContain("0.0000");
        await auditor.PhotographAsync("walk-evidence-1280");
        var pdf = await auditor.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, Path = Path.Combine(DemoSite.Screenshots, "walk-evidence.pdf") });
        MediaBox().Matches(Encoding.Latin1.GetString(pdf)).Select(m => m.Groups[1].Value).Should().NotBeEmpty().And.OnlyContain(box => box.StartsWith("595", StringComparison.Ordinal) || box.StartsWith("594.9", StringComparison.Ordinal), "every sheet is A4");
    }

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+)")]
    private static partial Regex MediaBox();
}
