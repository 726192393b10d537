using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Server.Tests.Pages;

namespace OpenData.Server.Tests.SignIn;

/// <summary>Signing in by an OpenID provider: whom it lets in, and what does not get by.</summary>
public sealed class ProviderTests(ProviderServer server) : IClassFixture<ProviderServer>
{
    private static int subjects;

    [Fact]
    public async Task Who_is_linked_signs_in_with_the_roles_of_their_account_and_comes_back_to_where_they_were()
    {
        var subject = User("linked-one");
        await server.LinkedAsync("linked-one", subject);
        using var browser = new Traveller(server.Strict);
        (await browser.GetAsync("/sign-in?lang=en")).Text.Should().Contain("Sign in with ThaID (tests)").And.Contain("/sign-in/provider?to=%2Fwork");

        (await browser.SignInAsync("/evidence/office")).Should().Be("/evidence/office");

        browser.IsSignedIn.Should().BeTrue();
        (await browser.GetAsync("/evidence/office")).Status.Should().Be(200);
        (await browser.GetAsync("/account")).Text.Should().Contain("คุณ linked-one");
        server.Provider.Asked.Last().Status.Should().Be(200);
        server.Provider.Asked.Last().Verifier.Length.Should().BeInRange(43, 128, "RFC 7636");
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com")]
    public async Task Nobody_is_sent_to_another_site(string to)
    {
        var name = "visitor-" + Interlocked.Increment(ref subjects);
        await server.LinkedAsync(name, User(name));
        using var browser = new Traveller(server.Strict);
        (await browser.SignInAsync(to)).Should().Be("/work");
    }

    [Fact]
    public async Task A_name_or_an_address_of_mail_never_takes_somebodys_account()
    {
        await server.LinkedAsync("owner", "the subject of the owner");
        User("owner", subject: "an impostor's subject", mail: "owner@example.go.th");
        foreach (var site in new[] { server.Strict, server.Open })
        {
            using var browser = new Traveller(site);
            (await browser.SignInAsync()).Should().StartWith("/sign-in?provider=unknown");
            browser.IsSignedIn.Should().BeFalse();
        }

        (await server.Store.Accounts.FindIdentityAsync(server.Provider.Address, "an impostor's subject")).Should().BeNull();
    }

    [Fact]
    public async Task Who_is_unknown_is_refused_with_what_an_admin_needs_to_link_them_and_then_let_in()
    {
        var subject = User("newcomer");
        using var browser = new Traveller(server.Strict);
        var refused = await browser.SignInAsync();
        (await browser.GetAsync(refused)).Text.Should().Contain(subject);
        (await browser.GetAsync("/sign-in?provider=unknown&subject=forged")).Text.Should().Contain("แจ้งรหัสนี้ให้ผู้ดูแลระบบเชื่อมบัญชี: –", "only our own word is shown");

        await server.Desk.AddAsync("new-officer", "คุณใหม่", [new Grant(Role.Officer, "office")], default);
        using var admin = new HttpClient { BaseAddress = server.Strict };
        admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", CatalogServer.Token);
        (await LinkAsync(admin, "new-officer", subject)).Should().Be(204);
        (await LinkAsync(admin, "new-officer", subject)).Should().Be(409);
        (await LinkAsync(admin, "new-officer", "")).Should().Be(422);
        (await LinkAsync(admin, "nobody", "x")).Should().Be(404);
        admin.DefaultRequestHeaders.Authorization = null;
        (await LinkAsync(admin, "new-officer", "x")).Should().Be(401);

        (await browser.SignInAsync()).Should().Be("/account", "the one-time secret is still to be changed");
        (await server.Store.Audit.ReadAsync().Where(e => e.Object.StartsWith("account/new-officer/identities/", StringComparison.Ordinal)).ToListAsync())
            .Should().ContainSingle(e => e.Action == AuditActions.IdentityLinked && e.Actor.Name == "write-token" && e.Detail == server.Provider.Address);
    }

    [Fact]
    public async Task Where_unknown_people_are_admitted_they_get_an_account_without_roles_and_the_same_one_again()
    {
        User("Some.One@example.go.th", display: "คุณผู้มาใหม่");
        using var browser = new Traveller(server.Open);
        (await browser.SignInAsync()).Should().Be("/work");
        var account = (await server.Store.Accounts.FindAsync("some-one"))!;
        (account.Display, account.Grants.Count).Should().Be(("คุณผู้มาใหม่", 0));
        using var again = new Traveller(server.Open);
        (await again.SignInAsync()).Should().Be("/work");
        (await server.Store.Accounts.ListAsync()).Count(a => a.Display == "คุณผู้มาใหม่").Should().Be(1);
        (await server.Store.Audit.ReadAsync().Where(e => e.Object.StartsWith("account/some-one", StringComparison.Ordinal)).Select(e => e.Action).ToListAsync())
            .Should().Equal(AuditActions.AccountCreated, AuditActions.IdentityLinked);
        (await new OpenData.Publishing.Verification.Verifier(server.Store).RunAsync()).Found.Should().BeEmpty();
    }

    [Fact]
    public async Task An_answer_whose_state_is_changed_missing_of_another_browser_or_used_before_is_refused()
    {
        await server.LinkedAsync("state-one", User("state-one"));
        using var browser = new Traveller(server.Strict);
        var back = await browser.BackAsync();
        var query = QueryHelpers.ParseQuery(new Uri(back).Query);
        await RefusedAsync(browser, QueryHelpers.AddQueryString("/sign-in/provider/back", new Dictionary<string, string?> { ["code"] = query["code"], ["state"] = query["state"] + "x" }));
        await RefusedAsync(browser, QueryHelpers.AddQueryString("/sign-in/provider/back", new Dictionary<string, string?> { ["code"] = query["code"] }));
        using (var stranger = new Traveller(server.Strict))
        {
            await RefusedAsync(stranger, new Uri(back).PathAndQuery);
        }

        (await browser.GetAsync(back)).Location.Should().Be("/work", "the first answer is still good");
        using var second = new Traveller(server.Strict);
        var used = await second.BackAsync();
        (await second.GetAsync(used)).Location.Should().Be("/work");
        (await second.GetAsync(used)).Location.Should().Be("/sign-in?provider=failed");
        (await browser.GetAsync("/sign-in?provider=failed&lang=en")).Text.Should().Contain("did not confirm you");
    }

    [Fact]
    public async Task A_code_that_was_made_for_another_browser_is_worth_nothing_by_its_PKCE_verifier()
    {
        await server.LinkedAsync("pkce-one", User("pkce-one"));
        using var victim = new Traveller(server.Strict);
        using var thief = new Traveller(server.Strict);
        var stolen = QueryHelpers.ParseQuery(new Uri(await victim.BackAsync()).Query)["code"].ToString();
        var own = QueryHelpers.ParseQuery(new Uri(await thief.BackAsync()).Query)["state"].ToString();

        await RefusedAsync(thief, QueryHelpers.AddQueryString("/sign-in/provider/back", new Dictionary<string, string?> { ["code"] = stolen, ["state"] = own }));

        server.Provider.Asked.Last().Status.Should().Be(400, "the provider was asked, and found another challenge");
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    [InlineData("nonce")]
    [InlineData("none")]
    [InlineData("iss-parameter")]
    [InlineData("userinfo")]
    [InlineData("other-subject")]
    public async Task An_answer_of_another_issuer_audience_time_or_subject_is_refused(string fault)
    {
        await server.LinkedAsync("fault-" + fault, User("fault-" + fault));
        server.Provider.Fault = fault;
        try
        {
            using var browser = new Traveller(server.Strict);
            (await browser.SignInAsync()).Should().Be("/sign-in?provider=failed");
            browser.IsSignedIn.Should().BeFalse();
        }
        finally
        {
            server.Provider.Fault = null;
        }
    }

    [Fact]
    public async Task A_closed_or_locked_account_is_not_opened_by_the_provider()
    {
        var account = await server.LinkedAsync("closed-one", User("closed-one"));
        await server.Store.Accounts.SetDisabledAsync(account.Id, disabled: true);
        using var browser = new Traveller(server.Strict);
        (await browser.SignInAsync()).Should().Be("/sign-in?provider=refused");
        await server.Store.Accounts.SetDisabledAsync(account.Id, disabled: false);
        for (var i = 0; i < ServerLimits.SignInFailures; i++)
        {
            await server.Store.Accounts.CountFailureAsync(account.Id, ServerLimits.SignInFailures, server.Clock.GetUtcNow() + ServerLimits.LockOut);
        }

        (await browser.SignInAsync()).Should().Be("/sign-in?provider=refused");
        browser.IsSignedIn.Should().BeFalse();
        (await server.Store.Audit.ReadAsync().Where(e => e.Object == "account/closed-one").Select(e => e.Action).ToListAsync())[^2..].Should().Equal(AuditActions.AccountLocked, AuditActions.SignInRefused);
        await server.Store.Accounts.ForgiveAsync(account.Id);
        (await browser.SignInAsync()).Should().Be("/work");
    }

    [Fact]
    public async Task Who_refuses_at_the_provider_is_told_and_not_signed_in()
    {
        using var browser = new Traveller(server.Strict);
        var state = QueryHelpers.ParseQuery(new Uri(await browser.BackAsync()).Query)["state"].ToString();
        await RefusedAsync(browser, QueryHelpers.AddQueryString("/sign-in/provider/back", new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = state }));
    }

    [ChromiumFact]
    public async Task In_Chromium_the_button_leads_there_and_back_and_the_cookies_hold()
    {
        await server.LinkedAsync("browser-one", User("browser-one"));
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumFactAttribute.Executable,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(server.Strict, "/sign-in").ToString());
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(DemoSite.Screenshots, "sign-in-provider.png"), FullPage = true });
        await page.ClickAsync("a.button");
        await page.WaitForURLAsync("**/work");
        await page.ReloadAsync();
        new Uri(page.Url).AbsolutePath.Should().Be("/work");
    }

    /// <summary>Who signs in at the provider from now on; gives their subject.</summary>
    private string User(string named, string? subject = null, string? display = null, string? mail = null)
    {
        subject ??= "subject of " + named;
        server.Provider.User = new JObject { ["sub"] = subject, ["preferred_username"] = named, ["name"] = display ?? named, ["email"] = mail ?? named + "@example.go.th" };
        return subject;
    }

    private static async Task RefusedAsync(Traveller browser, string address)
    {
        var (status, text, location) = await browser.GetAsync(address);
        (status, location).Should().Be((302, "/sign-in?provider=failed"), text);
        browser.IsSignedIn.Should().BeFalse();
    }

    private static async Task<int> LinkAsync(HttpClient admin, string name, string subject)
    {
        using var answer = await admin.PutAsync($"/api/v1/accounts/{name}/identity", new StringContent(new JObject { ["subject"] = subject }.ToString(), Encoding.UTF8, "application/json"));
        return (int)answer.StatusCode;
    }
}
