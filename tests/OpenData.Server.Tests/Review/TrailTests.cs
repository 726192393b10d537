using System.Text;
using OpenData.Publishing.Verification;
using OpenData.Registry.Access;

namespace OpenData.Server.Tests.Review;

/// <summary>What is done with people is in the log with who did it, whichever face it came by, and the catalog is proved with it.</summary>
[Collection(ReviewCollection.Name)]
public sealed class TrailTests(ReviewServer server)
{
    [Fact]
    public async Task What_an_admin_does_with_people_is_told_by_every_face()
    {
        await server.AddAsync("watched", new Grant(Role.Officer, "office"));
        var admin = server["admin"];
        await OkAsync(admin.PutAsync("/api/v1/accounts/watched/roles", Json("""{ "roles": [{ "role": "approver", "organization": "unit" }] }""")));
        var made = await OkAsync(admin.PostAsync("/api/v1/accounts/watched/tokens", Json("""{ "label": "nightly", "role": "approver", "organization": "unit", "days": 5 }""")));
        var id = (string)CatalogServer.Json(made)["id"]!;
        await OkAsync(admin.DeleteAsync($"/api/v1/accounts/watched/tokens/{id}"));
        await OkAsync(admin.PostAsync("/api/v1/accounts/watched/disable", null));
        await OkAsync(server["configuration"].PostAsync("/api/v1/accounts/watched/enable", null));
        using (var browser = new Browser(server["anonymous"]))
        {
            (await browser.SignInAsync("admin", ReviewServer.Password("admin"))).Dispose();
            (await browser.PostAsync("/people?handler=Roles", "/people", ("name", "watched"), ("roles", "auditor"))).Dispose();
            (await browser.PostAsync("/people?handler=Reset", "/people", ("name", "watched"))).Dispose();
            (await browser.PostAsync("/people?handler=Rule", "/people", ("organization", "unit"), ("allowed", "true"))).Dispose();
            (await browser.PostAsync("/people?handler=Rule", "/people", ("organization", "unit"), ("allowed", "false"))).Dispose();
        }

        (await ToldAsync("account/watched")).Should().Equal(
            "system opendata account.created",
            "system opendata roles.changed officer office",
            "system opendata password.changed",
            "system opendata token.made officer office",
            "account admin roles.changed approver unit",
            "account admin token.made approver unit",
            "account admin token.revoked approver unit",
            "account admin account.disabled",
            "token write-token account.enabled",
            "account admin roles.changed auditor",
            "account admin password.reset");
        (await ToldAsync("organization/unit/one-person")).Should().Equal("account admin organization.one-person-allowed", "account admin organization.two-people-needed");
        var first = await server.Store.Audit.ReadAsync().FirstAsync(e => e.Object == "account/watched");
        var log = await server["auditor"].GetStringAsync($"/api/v1/audit?after={first.Sequence - 1}&limit=1000&format=csv");
        log.Should().Contain("account/watched/roles").And.NotContain((string)CatalogServer.Json(made)["token"]!);
        await ProvedAsync("account/");
        await ProvedAsync("organization/");
    }

    [Fact]
    public async Task A_lock_out_is_told_and_so_is_the_first_try_under_it()
    {
        await server.AddAsync("hammered", new Grant(Role.Officer, "office"));
        using var browser = new Browser(server["anonymous"]);
        for (var i = 0; i < ServerLimits.SignInFailures + 2; i++)
        {
            (await browser.SignInAsync("hammered", "wrong wrong wrong")).Dispose();
        }

        (await ToldAsync("account/hammered")).Skip(4).Should().Equal("system opendata account.locked", "system opendata sign-in.refused");
        await ProvedAsync("account/hammered");
    }

    /// <summary>What the log tells of an object and what belongs to it, without the times.</summary>
    private async Task<IReadOnlyList<string>> ToldAsync(string name) =>
        await server.Store.Audit.ReadAsync()
            .Where(e => e.Object == name || e.Object.StartsWith(name + "/", StringComparison.Ordinal))
            .Select(e => $"{e.Actor.Kind} {e.Actor.Name} {e.Action} {e.Detail?.Split(" until=")[0].Split("until=")[0]}".TrimEnd())
            .ToListAsync();

    private async Task ProvedAsync(string name) =>
        (await new Verifier(server.Store).RunAsync()).Found.Where(f => f.Object.StartsWith(name, StringComparison.Ordinal)).Should().BeEmpty();

    private static async Task<string> OkAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).Should().BeInRange(200, 299, text);
        return text;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
