using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;
using OpenData.Server.Tests.Cli;

namespace OpenData.Server.Tests.Pages;

/// <summary>The pages as people meet them: in a real browser, over the sample datasets.</summary>
[Trait("Store", "None")] // How pages look and are walked through: their content is asked for by other tests.
public sealed partial class BrowserTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const int Phone = 390;
    private const int Desk = 1280;

    private static readonly string[] Addresses =
    [
        "/", "/?q=จังหวัด", "/?q=nothing-of-the-kind", "/organizations/kongvut", "/datasets/provinces", "/datasets/mdes-projects-2567",
        "/datasets/provinces/provinces/report", "/datasets/gross-provincial-product", "/check", "/rules", "/rules/date-not-iso", "/about", "/scores", "/scores/kongvut?year=2567",
    ];

    [ChromiumFact]
    public async Task The_list_shows_every_dataset_and_search_finds_Thai_and_English_words()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.Page.GotoAsync("/");
        (await ListedAsync(visitor)).Should().BeEquivalentTo(Samples().Select(s => (string)s["name"]!));
        foreach (var word in new[] { "จังหวัด", "province" })
        {
            await visitor.Page.FillAsync("#q", word);
            await visitor.Page.Keyboard.PressAsync("Enter");
            await visitor.Page.WaitForURLAsync(address => Uri.UnescapeDataString(address).EndsWith("q=" + word, StringComparison.Ordinal));
            (await visitor.Page.InputValueAsync("#q")).Should().Be(word);
            var expected = Samples().Where(s => Searched(s).Contains(word, StringComparison.OrdinalIgnoreCase)).Select(s => (string)s["name"]!).ToList();
            expected.Should().Contain("provinces").And.HaveCountLessThan(Samples().Count);
            (await ListedAsync(visitor)).Should().BeEquivalentTo(expected);
        }

        visitor.SawNothingWrong();
    }

    [ChromiumFact]
    public async Task A_datasets_page_shows_its_dictionary_its_first_rows_and_leads_to_its_report()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.Page.GotoAsync("/");
        await visitor.Page.ClickAsync("a[href='/datasets/provinces']");
        var columns = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(DemoSite.Samples, "provinces/provinces.dictionary.json")))["columns"]!;
        (await visitor.TextsAsync("table:has(caption:text('พจนานุกรมข้อมูล')) tbody th")).Should().Equal(columns.Select(c => (string)c["name"]!));
        (await visitor.TextsAsync("table:has(caption:text('ตัวอย่างข้อมูล')) thead th code")).Should().Equal(columns.Select(c => (string)c["name"]!));
        var lines = await File.ReadAllLinesAsync(Path.Combine(DemoSite.Samples, "provinces/provinces.csv"));
        (await visitor.TextsAsync("table:has(caption:text('ตัวอย่างข้อมูล')) tbody tr td:nth-child(2)")).Should().Equal(lines.Skip(1).Take(10).Select(l => l.Split(',')[1]));
        await visitor.Page.ClickAsync("a[href='/datasets/provinces/provinces/report']");
        (await visitor.Page.InnerTextAsync("h1")).Should().Contain("provinces.csv");
        (await visitor.Page.InnerTextAsync(".verdict")).Should().Contain("✓");
        visitor.SawNothingWrong();
    }

    [ChromiumFact]
    public async Task Every_page_is_accessible_and_fits_a_phone_and_a_desk_in_both_languages()
    {
        foreach (var width in new[] { Phone, Desk })
        {
            await using var visitor = await site.VisitAsync(width);
            foreach (var language in new[] { "th", "en" })
            {
                // Of datasets, which all have one page, each is seen by a phone in Thai and by a desk in English.
                var isTheirs = (width == Phone) == (language == "th");
                var datasets = isTheirs ? Samples().Select(s => "/datasets/" + (string)s["name"]!) : [];
                foreach (var address in Addresses.Union(datasets))
                {
                    await visitor.Page.GotoAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
                    (await visitor.Page.GetAttributeAsync("html", "lang")).Should().Be(language);
                    await visitor.Page.ShouldBeAccessibleAsync();
                    await visitor.Page.ShouldFitTheWindowAsync();
                    if (Addresses.Contains(address))
                    {
                        await visitor.PhotographAsync($"{Letters().Replace(address, "-").Trim('-')}-{language}-{width}");
                    }
                }
            }

            visitor.SawNothingWrong();
        }
    }

    [ChromiumFact]
    public async Task A_faulty_file_given_to_the_check_page_gets_a_report_that_says_what_to_mend()
    {
        foreach (var width in new[] { Desk, Phone })
        {
            await using var visitor = await site.VisitAsync(width);
            await visitor.Page.GotoAsync("/check");
            await visitor.Page.SetInputFilesAsync("#file", new FilePayload { Name = "สาขาของหน่วยงาน.csv", MimeType = "text/csv", Buffer = await File.ReadAllBytesAsync(OpenDataProcess.Fixture("does-not-comply.csv")) });
            await visitor.Page.SetInputFilesAsync("#dictionary", OpenDataProcess.Fixture("complies.dictionary.json"));
            await visitor.Page.ClickAsync("button[type=submit]");
            await visitor.Page.WaitForSelectorAsync(".verdict");
            (await visitor.Page.InnerTextAsync("h1")).Should().Contain("สาขาของหน่วยงาน.csv");
            (await visitor.Page.InnerTextAsync(".verdict")).Should().Contain("✗");
            // 2024-02-30 is no day, and 1/4/2567 is not written as ISO 8601 asks.
            (await visitor.Page.InnerTextAsync("main")).Should().Contain("2024-02-30").And.Contain("1/4/2567").And.Contain("วิธีแก้ไข");
            await visitor.Page.ShouldBeAccessibleAsync();
            await visitor.Page.ShouldFitTheWindowAsync();
            await visitor.PhotographAsync($"checked-th-{width}");
            visitor.SawNothingWrong();
        }
    }

    [ChromiumFact]
    public async Task The_language_is_switched_by_a_link_and_stays_switched()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.Page.GotoAsync("/datasets/provinces");
        (await visitor.Page.InnerTextAsync("h1")).Should().Be("จังหวัดของประเทศไทย");
        await visitor.Page.ClickAsync("nav a[hreflang=en]");
        (await visitor.Page.InnerTextAsync("h1")).Should().Be("Provinces of Thailand");
        new Uri(visitor.Page.Url).AbsolutePath.Should().Be("/datasets/provinces");
        await visitor.Page.GotoAsync("/check");
        (await visitor.Page.GetAttributeAsync("html", "lang")).Should().Be("en");
        await visitor.Page.ClickAsync("nav a[hreflang=th]");
        (await visitor.Page.GetAttributeAsync("html", "lang")).Should().Be("th");
        visitor.SawNothingWrong();

        await using var foreigner = await site.VisitAsync(locale: "en-GB");
        await foreigner.Page.GotoAsync("/");
        (await foreigner.Page.GetAttributeAsync("html", "lang")).Should().Be("en");
    }

    [ChromiumFact]
    public async Task The_keyboard_alone_reaches_the_search_and_the_skip_link_comes_first()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.Page.GotoAsync("/");
        await visitor.Page.Keyboard.PressAsync("Tab");
        (await visitor.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().left >= 0")).Should().BeTrue();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");
        (await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id")).Should().Be("q", "after the skip link comes what the page is for");
        (await visitor.Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle")).Should().Be("solid");
        await visitor.Page.Keyboard.TypeAsync("province");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync(address => address.EndsWith("q=province", StringComparison.Ordinal));
        visitor.SawNothingWrong();
    }

    [ChromiumFact]
    public async Task Thai_letters_are_drawn_as_letters_and_not_as_boxes()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.Page.GotoAsync("/");
        // Where a font lacks a letter, every letter is drawn as the same box.
        var drawn = await visitor.Page.EvaluateAsync<string[]>(
            """
            () => ['ก', 'ง', 'ฐ', 'ฮ'].map(letter => {
              const canvas = document.createElement('canvas');
              const pen = canvas.getContext('2d');
              pen.font = '40px ' + getComputedStyle(document.body).fontFamily;
              pen.fillText(letter, 10, 60);
              return canvas.toDataURL();
            })
            """);
        drawn.Should().OnlyHaveUniqueItems();
    }

    [ChromiumFact]
    public async Task What_is_not_there_is_a_page_too()
    {
        await using var visitor = await site.VisitAsync(Phone);
        var answer = await visitor.Page.GotoAsync("/datasets/nothing-of-the-kind");
        answer!.Status.Should().Be(404);
        await visitor.Page.ShouldBeAccessibleAsync();
        await visitor.Page.ShouldFitTheWindowAsync();
        await visitor.PhotographAsync("not-found-th-390");
    }

    [ChromiumFact]
    public async Task Pages_and_reports_print_on_A4()
    {
        await using var visitor = await site.VisitAsync();
        foreach (var (address, name) in new[] { ("/datasets/provinces", "dataset"), ("/datasets/mdes-projects-2567", "wide-dataset"), ("/datasets/mdes-projects-2567/projects/report", "report"), ("/", "list") })
        {
            await visitor.Page.GotoAsync(address);
            await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            // A4 is 210 mm wide; 15 mm are left free on both sides, and CSS has 96 px to the inch.
            await visitor.Page.SetViewportSizeAsync((int)(180 / 25.4 * 96), 900);
            await visitor.Page.ShouldFitTheWindowAsync();
            var pdf = await visitor.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = false, Path = Path.Combine(DemoSite.Screenshots, name + ".pdf") });
            MediaBox().Matches(Encoding.Latin1.GetString(pdf)).Select(m => m.Groups[1].Value).Should().NotBeEmpty().And.OnlyContain(box => box.StartsWith("595", StringComparison.Ordinal) || box.StartsWith("594.9", StringComparison.Ordinal), "every sheet is A4");
        }

        visitor.SawNothingWrong();
    }

    private static IReadOnlyList<JObject> Samples() =>
        [.. Directory.EnumerateFiles(DemoSite.Samples, "dataset.json", SearchOption.AllDirectories).Select(f => JObject.Parse(File.ReadAllText(f)))];

    /// <summary>What a search looks at: title, description, name and tags.</summary>
    private static string Searched(JObject sample) =>
        string.Join('\n', new[] { sample["title"], sample["notes"], sample["name"], sample["tag_string"] }.OfType<JToken>().SelectMany(t => t is JContainer some ? some.DescendantsAndSelf() : [t]).OfType<JValue>());

    private static async Task<IEnumerable<string>> ListedAsync(Visitor visitor) =>
        await visitor.Page.Locator(".datasets h2 a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href').split('/').pop())");

    [GeneratedRegex("[^a-z0-9\\u0e00-\\u0e7f]+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+)")]
    private static partial Regex MediaBox();
}
