using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using OpenData.Server.Tests.Cli;
using OpenData.Store;

namespace OpenData.Server.Tests.Pages;

/// <summary>A server that was started for the first time, with nothing in it, and one browser.</summary>
public sealed class EmptySite : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private IDataStore? store;
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The one-time secret that the first start shows.</summary>
    public string Secret { get; private set; } = "";

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The provinces of the samples as an office would send them: saved by Thai Excel (windows-874), a title above the header, Thai digits, a stray space, a total below.</summary>
    public static FilePayload MessyProvinces()
    {
        var lines = File.ReadAllLines(Path.Combine(DemoSite.Samples, "provinces/provinces.csv"));
        lines[2] = lines[2].Replace("สมุทรปราการ,Samut Prakan,2,", "สมุทรปราการ ,Samut Prakan,๒,", StringComparison.Ordinal);
        var messy = string.Concat(((string[])["รายชื่อจังหวัด,,,,,,", .. lines]).Select(line => line + "\r\n"));
        return new FilePayload { Name = "จังหวัด.csv", MimeType = "text/csv", Buffer = CodePagesEncodingProvider.Instance.GetEncoding(874)!.GetBytes(messy) };
    }

    public async Task InitializeAsync()
    {
        store = DataStores.Open(folder.Data, TimeProvider.System, Guid.NewGuid);
        app = OpenDataServer.Build(new ServerOptions { Urls = "http://127.0.0.1:0", TempFolder = folder.File("temp"), WriteToken = null }, store);
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        Secret = (await FirstAdmin.MakeAsync(store, TimeProvider.System))!;
        if (ChromiumFactAttribute.Executable is { } chromium)
        {
            (playwright, browser) = await SystemChromium.LaunchAsync(chromium);
        }
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await app!.DisposeAsync();
        await store!.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A new visitor, without cookies.</summary>
    internal async Task<Visitor> VisitAsync(int width = 1280)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = Address.ToString(), Locale = "th-TH", ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        // A machine that does other things besides takes its time; how long is not what this is about.
        context.SetDefaultTimeout(120_000);
        context.SetDefaultNavigationTimeout(120_000);
        return new Visitor(context, await context.NewPageAsync(), Address);
    }
}
