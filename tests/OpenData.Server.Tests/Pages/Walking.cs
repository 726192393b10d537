using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenData.Server.Tests.Pages;

/// <summary>What somebody does again and again on the way: give a file, save, take something home, look around.</summary>
internal static class Walking
{
    private const int Phone = 390;
    private const int Desk = 1280;

    public static async Task GiveAsync(Visitor officer, FilePayload file)
    {
        await officer.Page.FillAsync("#notes", "รุ่นแรก");
        await officer.Page.SetInputFilesAsync("#file", file);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "ส่งและตรวจ" }).ClickAsync();
    }

    public static Task SaveAsync(Visitor officer) => officer.Page.GetByRole(AriaRole.Button, new() { Name = "บันทึกร่าง" }).First.ClickAsync();

    public static async Task<byte[]> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^" + link) }).ClickAsync());
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }

    public static async Task<string> TextOfAsync(Visitor visitor, string address)
    {
        var answer = await visitor.Page.APIRequest.GetAsync(address, new() { Headers = new Dictionary<string, string> { ["Accept"] = "application/json" } });
        answer.Status.Should().Be(200, await answer.TextAsync());
        return await answer.TextAsync();
    }

    /// <summary>The page is for everybody, at a desk and on a phone; a picture of each is left to be looked at.</summary>
    public static async Task LookAsync(Visitor visitor, string name)
    {
        // What is folded away is looked at unfolded.
        const string Unfold = "() => document.querySelectorAll('details:not([open])').forEach(d => { d.open = true; d.dataset.folded = 'yes'; })";
        const string Fold = "() => document.querySelectorAll('details[data-folded]').forEach(d => { d.open = false; delete d.dataset.folded; })";
        await visitor.Page.EvaluateAsync(Unfold);
        await visitor.Page.ShouldBeAccessibleAsync();
        await visitor.Page.EvaluateAsync(Fold);
        foreach (var width in new[] { Phone, Desk })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.ShouldFitTheWindowAsync();
            await visitor.PhotographAsync($"{name}-{width}");
        }
    }
}
