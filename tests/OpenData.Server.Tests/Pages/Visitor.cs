using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OpenData.Server.Tests.Pages;

/// <summary>One visitor's browser, which notes whatever goes wrong on the way.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> faults = [];

    public Visitor(IBrowserContext context, IPage page, Uri site)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"console {message.Type}: {message.Text} ({message.Location})");
        page.PageError += (_, error) => Note(true, "script: " + error);
        page.RequestFailed += (_, request) => Note(true, $"failed: {request.Url} ({request.Failure})");
        page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status}: {response.Url}");
        page.Request += (_, request) => Note(!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), "elsewhere: " + request.Url);
    }

    public IPage Page { get; }

    /// <summary>Nothing was refused, failed, complained of, or asked of another host.</summary>
    public void SawNothingWrong() => faults.Should().BeEmpty();

    /// <summary>The texts of all elements that a selector finds.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(string selector) => [.. (await Page.Locator(selector).AllInnerTextsAsync()).Select(t => t.Trim())];

    /// <summary>Keeps the whole page as a picture, but under CI, where nobody looks at it.</summary>
    public Task PhotographAsync(string name) =>
        Environment.GetEnvironmentVariable("CI") == "true"
            ? Task.CompletedTask
            : Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(DemoSite.Screenshots, name + ".png"), FullPage = true });

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Note(bool wrong, string what)
    {
        if (wrong)
        {
            faults.Enqueue(what);
        }
    }
}
