using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenData.Registry;
using OpenData.Registry.Access;

namespace OpenData.Server.Tests.Review;

/// <summary>How people and programs come in, and how they do not.</summary>
[Collection(ReviewCollection.Name)]
public sealed class AccessTests(ReviewServer server)
{
    [Fact]
    public async Task Too_many_wrong_passwords_lock_a_name_for_a_while_and_the_answer_tells_nothing()
    {
        await server.AddAsync("forgetful", new Grant(Role.Officer, "office"));
        using var browser = new Browser(server["anonymous"]);
        var said = new HashSet<string>();
        for (var i = 0; i < ServerLimits.SignInFailures; i++)
        {
            said.Add(await FailAsync(browser, "forgetful", "wrong wrong wrong"));
        }

        said.Add(await FailAsync(browser, "forgetful", ReviewServer.Password("forgetful")));
        said.Add(await FailAsync(browser, "nobody-at-all", "wrong wrong wrong"));
        said.Should().ContainSingle("a locked name, a wrong password and no such name read the same");
        server.Clock.Move(ServerLimits.LockOut + TimeSpan.FromSeconds(1));
        using var signed = await browser.SignInAsync("forgetful", ReviewServer.Password("forgetful"));
        signed.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_token_opens_what_its_role_opens_until_it_expires_is_revoked_or_its_owner_may_no_more()
    {
        var account = await server.AddAsync("programmer", new Grant(Role.Officer, "office"), new Grant(Role.Approver, "office"));
        var name = await server.MakeAsync(DatasetState.Draft);
        using var expiring = server.Client((await server.Desk.MakeTokenAsync(account, "a", new Grant(Role.Officer, "unit"), 1, default)).Token);
        (await StatusAsync(expiring, name)).Should().Be(404, "a token for a unit does not see its office");
        var (_, _, beyond) = await server.Desk.MakeTokenAsync(account, "b", new Grant(Role.Admin, null), 1, default);
        beyond!.Kind.Code.Should().Be("forbidden");
        var (token, kept, _) = await server.Desk.MakeTokenAsync(account, "c", new Grant(Role.Officer, "office"), 300, default);
        using var program = server.Client(token);
        (await StatusAsync(program, name)).Should().Be(200);
        (await program.PostAsync($"/api/v1/datasets/{name}/approve", null)).StatusCode.Should().Be(HttpStatusCode.Forbidden, "its owner may approve, the token not");
        server.Clock.Move(TimeSpan.FromDays(1.1));
        (await StatusAsync(expiring, name)).Should().Be(401);
        await server.Store.Accounts.SetGrantsAsync(account.Id, [new Grant(Role.Approver, "office")]);
        (await StatusAsync(program, name)).Should().Be(401);
        await server.Store.Accounts.SetGrantsAsync(account.Id, account.Grants);
        (await StatusAsync(program, name)).Should().Be(200);
        using var revoked = await server["admin"].DeleteAsync($"/api/v1/accounts/programmer/tokens/{kept!.Id}");
        revoked.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await StatusAsync(program, name)).Should().Be(401);
        (await StatusAsync(server["anonymous"], name)).Should().Be(404);
    }

    [Fact]
    public async Task Only_an_admin_keeps_people_and_a_secret_is_shown_once()
    {
        foreach (var who in new[] { "officer", "approver", "auditor" })
        {
            (await server[who].GetAsync("/api/v1/accounts")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }

        (await server["anonymous"].GetAsync("/api/v1/accounts")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using var added = await server["admin"].PostAsync("/api/v1/accounts", Json("""{ "name": "newcomer", "roles": [{ "role": "officer", "organization": "unit" }] }"""));
        added.StatusCode.Should().Be(HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        var secret = (string)CatalogServer.Json(await added.Content.ReadAsStringAsync())["secret"]!;
        (await server["admin"].GetStringAsync("/api/v1/accounts")).Should().Contain("newcomer").And.NotContain(secret).And.NotContain("assword\":\"");
        using var browser = new Browser(server["anonymous"]);
        using var signed = await browser.SignInAsync("newcomer", secret);
        signed.Headers.Location!.ToString().Should().Be("/account");
        using (var work = await browser.GetAsync("/work"))
        {
            work.Headers.Location!.ToString().Should().Be("/account", "until the secret is changed it opens nothing");
        }

        using var weak = await browser.PostAsync("/account?handler=Password", "/account", ("present", secret), ("next", "short"));
        weak.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        using var changed = await browser.PostAsync("/account?handler=Password", "/account", ("present", secret), ("next", "a password of my own"));
        changed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var after = await browser.GetAsync("/work");
        after.StatusCode.Should().Be(HttpStatusCode.OK);
        using var second = new Browser(server["anonymous"]);
        (await FailAsync(second, "newcomer", secret)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_form_without_the_token_of_its_page_is_refused()
    {
        var name = await server.MakeAsync(DatasetState.Draft);
        using var browser = new Browser(server["anonymous"]);
        (await browser.SignInAsync("officer", ReviewServer.Password("officer"))).Dispose();
        using var forged = await browser.PostAsync($"/datasets/{name}/review?handler=Submit", null, ("revision", "1"));
        forged.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var login = await browser.PostAsync("/sign-in", null, ("name", "officer"), ("password", ReviewServer.Password("officer")));
        login.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await server.FindAsync(name)).State.Should().Be(DatasetState.Draft);
    }

    [Fact]
    public async Task A_cookie_says_nothing_to_the_interfaces_of_programs()
    {
        var name = await server.MakeAsync(DatasetState.Draft);
        using var browser = new Browser(server["anonymous"]);
        (await browser.SignInAsync("admin", ReviewServer.Password("admin"))).Dispose();
        using var read = await browser.GetAsync("/api/v1/datasets/" + name);
        read.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var rest = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/datasets/{name}/submit");
        (await browser.SendAsync(rest)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using var graphql = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = Json($$"""{ "query": "mutation { submit(dataset: \"{{name}}\") { name } }" }""") };
        (await browser.SendAsync(graphql)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_is_new_with_each_sign_in_and_dead_after_signing_out()
    {
        using var browser = new Browser(server["anonymous"]);
        using var signed = await browser.SignInAsync("auditor", ReviewServer.Password("auditor"));
        var cookie = signed.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("opendata.session=", StringComparison.Ordinal));
        cookie.Should().ContainEquivalentOf("httponly").And.ContainEquivalentOf("samesite=lax");
        var first = browser.Session;
        (await browser.SignInAsync("auditor", ReviewServer.Password("auditor"))).Dispose();
        browser.Session.Should().NotBe(first);
        (await WithCookieAsync(first!)).Should().Be(302, "the session before has ended");
        var second = browser.Session!;
        (await WithCookieAsync(second)).Should().Be(200);
        (await browser.PostAsync("/account?handler=SignOut", "/account")).Dispose();
        (await WithCookieAsync(second)).Should().Be(302, "who has kept the cookie has kept nothing");
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com")]
    public async Task After_signing_in_nobody_is_sent_to_another_site(string to)
    {
        using var browser = new Browser(server["anonymous"]);
        using var signed = await browser.SignInAsync("auditor", ReviewServer.Password("auditor"), to);
        signed.Headers.Location!.ToString().Should().Be("/work");
    }

    [Fact]
    public async Task Two_people_on_the_edit_page_see_both_versions()
    {
        var name = await server.MakeAsync(DatasetState.Draft);
        var form = ReviewServer.Form(name).Json.ToString();
        using var browser = new Browser(server["anonymous"]);
        (await browser.SignInAsync("officer", ReviewServer.Password("officer"))).Dispose();
        var revision = (await server.FindAsync(name)).Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var first = await browser.PostAsync($"/datasets/{name}/edit/json", "/account", ("revision", revision), ("form", form.Replace("สมมติ", "ฉบับแรก", StringComparison.Ordinal)));
        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var second = await browser.PostAsync($"/datasets/{name}/edit/json", "/account", ("revision", revision), ("form", form.Replace("สมมติ", "ฉบับที่สอง", StringComparison.Ordinal)));
        second.StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
        (await second.Content.ReadAsStringAsync()).Should().Contain("ฉบับแรก").And.Contain("ฉบับที่สอง");
    }

    [Fact]
    public async Task The_pages_of_work_are_whole_in_both_languages_and_kept_by_no_cache()
    {
        var name = await server.MakeAsync(DatasetState.Submitted);
        using var browser = new Browser(server["anonymous"]);
        (await browser.SignInAsync("admin", ReviewServer.Password("admin"))).Dispose();
        foreach (var address in new[] { "/work", "/account", "/people", $"/datasets/{name}/review", $"/datasets/{name}/edit", $"/datasets/{name}/edit/json", $"/datasets/{name}/main/file", $"/datasets/{name}/main/dictionary", "/work/register", "/sign-in" })
        {
            foreach (var language in new[] { "th", "en" })
            {
                using var page = await browser.GetAsync($"{address}?lang={language}");
                var html = await page.Content.ReadAsStringAsync();
                page.StatusCode.Should().Be(HttpStatusCode.OK, "{0}: {1}", address, html);
                html.Should().Contain($"<html lang=\"{language}\">").And.NotContain("<script");
                page.Headers.CacheControl!.NoStore.Should().BeTrue(address);
            }
        }
    }

    private async Task<int> WithCookieAsync(string session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/work");
        request.Headers.Add("Cookie", "opendata.session=" + session);
        using var answer = await server["anonymous"].SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task<string> FailAsync(Browser browser, string name, string password)
    {
        using var answer = await browser.SignInAsync(name, password);
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        browser.Session.Should().BeNull();
        var html = await answer.Content.ReadAsStringAsync();
        return System.Text.RegularExpressions.Regex.Replace(html, "value=\"[^\"]+\"", "");
    }

    private static async Task<int> StatusAsync(HttpClient client, string name)
    {
        using var answer = await client.GetAsync("/api/v1/datasets/" + name);
        return (int)answer.StatusCode;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
}
