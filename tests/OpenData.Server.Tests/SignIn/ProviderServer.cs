using System.Net;
using Microsoft.AspNetCore.Builder;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Tests.Review;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.SignIn;

/// <summary>A catalog that people sign in to by the fake provider: one server that admits unknown people, and one that does not, over the same store.</summary>
public sealed class ProviderServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("opendata-provider-").FullName;
    private readonly List<WebApplication> apps = [];

    public FakeProvider Provider { get; } = new();
    public IDataStore Store { get; private set; } = null!;
    public MovableClock Clock { get; } = new();
    public Uri Strict { get; private set; } = null!;
    public Uri Open { get; private set; } = null!;
    internal AccountDesk Desk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Provider.StartAsync();
        Store = DataStores.Open(TestStore.Of(Path.Combine(folder, "data")), Clock, Guid.NewGuid);
        await Store.Registry.SaveOrganizationAsync(new Organization("office", new LocalText("สำนักงาน", "Office"), null));
        Strict = await ServeAsync(admits: false);
        Open = await ServeAsync(admits: true);
        Desk = new AccountDesk(Store, Options(admits: false));
    }

    public async Task DisposeAsync()
    {
        foreach (var app in apps)
        {
            await app.DisposeAsync();
        }

        await Store.DisposeAsync();
        await Provider.DisposeAsync();
        TestStore.Drop(Path.Combine(folder, "data"));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>An officer whose account is linked to a subject.</summary>
    public async Task<Account> LinkedAsync(string name, string subject)
    {
        var (secret, refusal) = await Desk.AddAsync(name, "คุณ " + name, [new Grant(Role.Officer, "office")], default);
        refusal.Should().BeNull();
        var account = (await Store.Accounts.FindAsync(name))!;
        (await Desk.ChangePasswordAsync(account, secret!, ReviewServer.Password(name), default)).Should().BeNull();
        (await Desk.LinkAsync(account, subject, default)).Should().BeNull();
        return (await Store.Accounts.FindAsync(name))!;
    }

    private async Task<Uri> ServeAsync(bool admits)
    {
        var app = OpenDataServer.Build(Options(admits), Store);
        await app.StartAsync();
        apps.Add(app);
        return new Uri(app.Urls.Single());
    }

    private ServerOptions Options(bool admits) => new() { Urls = "http://127.0.0.1:0", TempFolder = Path.Combine(folder, "temp"), WriteToken = CatalogServer.Token, Clock = Clock, Provider = Provider.Configuration(admits) };
}

/// <summary>A browser without scripts that goes from the catalog to the provider and back.</summary>
internal sealed class Traveller(Uri site) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? client;

    public bool IsSignedIn => cookies.GetCookies(site)["opendata.session"] is not null;

    private HttpClient Client => client ??= new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site };

    public async Task<(int Status, string Text, string? Location)> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await Client.SendAsync(request);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), answer.Headers.Location?.ToString());
    }

    /// <summary>Goes to the provider and signs in there; gives the address that leads back.</summary>
    public async Task<string> BackAsync(string to = "")
    {
        var (status, _, authorize) = await GetAsync("/sign-in/provider" + (to.Length == 0 ? "" : "?to=" + Uri.EscapeDataString(to)));
        status.Should().Be(302);
        var (there, text, back) = await GetAsync(authorize!);
        there.Should().Be(302, text);
        return back!;
    }

    /// <summary>The whole way; gives where it ends.</summary>
    public async Task<string> SignInAsync(string to = "")
    {
        var (status, text, location) = await GetAsync(await BackAsync(to));
        status.Should().Be(302, text);
        return location!;
    }

    public void Dispose() => client?.Dispose();
}
