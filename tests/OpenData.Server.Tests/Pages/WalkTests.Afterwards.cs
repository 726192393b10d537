using Microsoft.Playwright;

namespace OpenData.Server.Tests.Pages;

/// <summary>What comes after the publishing: the checklist's evidence, and what the public says.</summary>
public sealed partial class WalkTests
{
    /// <summary>The two criteria of the checklist that no program can judge are attested with a link each.</summary>
    private static async Task AttestAsync(Visitor officer)
    {
        await officer.Page.GotoAsync($"/datasets/{Name}/review");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "หลักฐานตัวชี้วัด" }).ClickAsync();
        await Walking.LookAsync(officer, "walk-checklist");
        foreach (var (part, link) in new[] { ("1.1", "https://example.go.th/plan"), ("1.2", "https://example.go.th/registry") })
        {
            var section = officer.Page.Locator($"section.asked[aria-labelledby='part-doh-2.5-{part}']");
            await section.Locator("summary").ClickAsync();
            await section.Locator("[name=link]").FillAsync(link);
            await section.Locator("[name=date]").FillAsync("2026-11-02");
            await section.Locator("details button").ClickAsync();
            (await section.InnerTextAsync()).Should().Contain(link).And.Contain("somchai").And.Contain("2026-11-02").And.Contain("ผ่าน");
        }
    }

    /// <summary>Anybody rates, asks, and asks for what is missing; the office answers; the answer is public, and the asker finds theirs at an address of their own.</summary>
    private async Task TalkAsync(Visitor officer)
    {
        await using var reader = await site.VisitAsync();
        await reader.Page.GotoAsync($"/datasets/{Name}");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "ความเห็นและคำถาม" }).ClickAsync();
        await Walking.LookAsync(reader, "walk-feedback-empty");
        await reader.Page.CheckAsync("#stars-4");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "ส่งคะแนน" }).ClickAsync();
        await reader.Page.FillAsync("#text", "รหัสภาคอยู่ในชุดข้อมูลใด");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "ส่งคำถาม" }).ClickAsync();
        (await reader.Page.InnerTextAsync("main")).Should().Contain("รหัสภาคอยู่ในชุดข้อมูลใด").And.Contain("เฉพาะท่าน", "it is nobody else's until an officer has read it");
        await reader.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "ขอข้อมูล" }).ClickAsync();
        await Walking.LookAsync(reader, "walk-requests");
        await reader.Page.FillAsync("#text", "ขอรายชื่ออำเภอทุกจังหวัด");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "ส่งคำขอ" }).ClickAsync();
        var own = reader.Page.Url;
        (await reader.Page.InnerTextAsync("main")).Should().Contain("ขอรายชื่ออำเภอทุกจังหวัด").And.Contain("เก็บที่อยู่");

        await AnswerPublicAsync(officer);

        await reader.Page.GotoAsync(own);
        (await reader.Page.InnerTextAsync("main")).Should().Contain("จะเผยแพร่ในไตรมาสหน้า");
        await Walking.LookAsync(reader, "walk-request-answered");
        await using var another = await site.VisitAsync();
        await another.Page.GotoAsync($"/datasets/{Name}/feedback");
        (await another.Page.InnerTextAsync("main")).Should().Contain("ชุดข้อมูลภาค").And.Contain("4").And.Contain("ตอบแล้ว 1");
        await Walking.LookAsync(another, "walk-feedback");
        reader.SawNothingWrong();
        another.SawNothingWrong();
    }

    private static async Task AnswerPublicAsync(Visitor officer)
    {
        await officer.Page.GotoAsync("/work");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "คำถามและคำขอ" }).ClickAsync();
        await Walking.LookAsync(officer, "walk-inbox");
        var question = officer.Page.Locator("li[id^=question-]");
        await question.Locator("textarea").FillAsync("ดูชุดข้อมูลภาค geographies");
        await question.GetByRole(AriaRole.Button, new() { Name = "ตอบ", Exact = true }).ClickAsync();
        var request = officer.Page.Locator("li[id^=request-]");
        await request.Locator("textarea").FillAsync("จะเผยแพร่ในไตรมาสหน้า");
        await request.GetByRole(AriaRole.Button, new() { Name = "อนุญาต", Exact = true }).ClickAsync();
        (await officer.TextsAsync("li[id^=question-], li[id^=request-]")).Should().BeEmpty("both are answered");
    }
}
