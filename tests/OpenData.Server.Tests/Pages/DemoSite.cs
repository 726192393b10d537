using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenData.Server.Tests.Cli;

namespace OpenData.Server.Tests.Pages;

/// <summary>The sample datasets as <c>opendata demo</c> publishes and serves them, and one browser to look at them.</summary>
public sealed partial class DemoSite : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private Process? demo;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string Samples { get; } = Path.Combine(OpenDataProcess.Root, "datasets");

    /// <summary>Where the tests leave what they saw, for people to look at.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(OpenDataProcess.Root, "artifacts/screenshots")).FullName;

    /// <summary>Asks it without a browser.</summary>
    public HttpClient Client { get; private set; } = null!;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async Task InitializeAsync()
    {
        demo = OpenDataProcess.Start([], "demo", "--datasets", Samples, "--data", folder.Data, "--urls", "http://127.0.0.1:0");
        var address = Match.Empty;
        while (!address.Success && await demo.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(120)) is { } line)
        {
            address = ServedAt().Match(line);
        }

        address.Success.Should().BeTrue("the demo says where it is");
        Address = new Uri(address.Groups[1].Value);
        Client = new HttpClient { BaseAddress = Address };
        if (ChromiumFactAttribute.Executable is not { } chromium)
        {
            return;
        }

        (playwright, browser) = await SystemChromium.LaunchAsync(chromium);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        demo?.Kill(entireProcessTree: true);
        demo?.Dispose();
    }

    public void Dispose()
    {
        Client?.Dispose();
        folder.Dispose();
    }

    /// <summary>A new visitor, without cookies.</summary>
    internal async Task<Visitor> VisitAsync(int width = 1280, string locale = "th-TH")
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            Locale = locale,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        return new Visitor(context, await context.NewPageAsync(), Address);
    }

    [GeneratedRegex("OpenData is at (http://[^ ]+)")]
    private static partial Regex ServedAt();
}
