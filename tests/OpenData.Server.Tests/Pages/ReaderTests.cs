using Microsoft.Playwright;

namespace OpenData.Server.Tests.Pages;

/// <summary>Swagger UI, served by our own server: people read every operation, and no other host is asked.</summary>
[Trait("Store", "None")] // How a document is shown: what is in it is asked for by other tests.
public sealed class ReaderTests(DemoSite site) : IClassFixture<DemoSite>
{
    /// <summary>Milliseconds: a hundred conditions are a hundred inputs to draw, on a machine that may have much else to do.</summary>
    private const float Patience = 180_000;

    [ChromiumFact]
    public async Task The_page_shows_the_servers_operations_and_a_resources_and_runs_one_and_asks_no_other_host()
    {
        await using var visitor = await site.VisitAsync(locale: "en-GB");
        visitor.Page.SetDefaultTimeout(Patience);
        await visitor.Page.GotoAsync("/docs/api?lang=en");
        await visitor.Page.Locator(".opblock-tag").First.WaitForAsync();
        (await visitor.Page.Locator(".opblock-tag").CountAsync()).Should().Be(15, "there are fifteen tags");
        await visitor.Page.ClickAsync("#operations-tag-health");
        await visitor.Page.Locator("#operations-health-readLiveness").WaitForAsync();
        await visitor.PhotographAsync("openapi-server-en");

        // The resource is chosen by its name, as anybody would.
        await visitor.Page.FillAsync("#of", "provinces/provinces");
        await visitor.Page.ClickAsync("header button");
        await visitor.Page.Locator("#operations-rows-readRows").WaitForAsync();
        (await visitor.TextsAsync(".opblock-summary-path")).Should().Contain(t => t.Replace("\u200b", "", StringComparison.Ordinal) == "/api/v1/data/provinces/provinces");
        await visitor.Page.DispatchEventAsync("#operations-rows-readRows .opblock-summary-control", "click");
        await visitor.Page.DispatchEventAsync("#operations-rows-readRows .try-out__btn", "click");
        await visitor.Page.DispatchEventAsync("#operations-rows-readRows .execute", "click");
        await visitor.Page.Locator("#operations-rows-readRows .live-responses-table .response-col_status").First.WaitForAsync();
        (await visitor.Page.InnerTextAsync("#operations-rows-readRows .live-responses-table .response .response-col_status")).Should().StartWith("200");
        (await visitor.Page.InnerTextAsync("#operations-rows-readRows .request-url")).Should().EndWith("/api/v1/data/provinces/provinces?limit=100&offset=0&count=false", "what is sent where nobody changes anything is what is taken where nothing is said");
        await visitor.PhotographAsync("openapi-resource-en");
        visitor.SawNothingWrong();
    }

    [ChromiumFact]
    public async Task It_speaks_Thai_and_a_page_of_a_dataset_leads_to_it()
    {
        await using var visitor = await site.VisitAsync();
        visitor.Page.SetDefaultTimeout(Patience);
        await visitor.Page.GotoAsync("/datasets/provinces");
        await visitor.Page.ClickAsync("a[href='/docs/api?of=provinces/provinces']");
        await visitor.Page.Locator("#operations-rows-readRows").WaitForAsync();
        (await visitor.Page.GetAttributeAsync("html", "lang")).Should().Be("th");
        (await visitor.Page.InnerTextAsync("#operations-rows-readRows .opblock-summary-description")).Should().MatchRegex("[ก-๙]");
        await visitor.PhotographAsync("openapi-resource-th");
        visitor.SawNothingWrong();
    }

    [Fact]
    public async Task A_resource_that_is_not_there_is_refused_and_so_is_what_is_no_resource()
    {
        using var missing = await site.Client.GetAsync("/docs/api?of=provinces/nothing");
        ((int)missing.StatusCode).Should().Be(404);
        using var faulty = await site.Client.GetAsync("/docs/api?of=provinces");
        ((int)faulty.StatusCode).Should().Be(400);
        (await faulty.Content.ReadAsStringAsync()).Should().Contain("provinces/provinces", "the remedy is named");
    }
}
