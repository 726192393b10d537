using System.Text.Json;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Store;

namespace OpenData.Server.Tests.Cli;

public sealed class TokenTests
{
    [Fact]
    public async Task A_token_is_made_alone_on_standard_output_listed_without_itself_and_revoked()
    {
        using var folder = new TemporaryFolder();
        var data = folder.Data;
        await using (var store = DataStores.Open(data, TimeProvider.System, Guid.CreateVersion7))
        {
            await store.Registry.SaveOrganizationAsync(new Organization("interior", new LocalText("มหาดไทย", "Interior"), null));
        }

        var day = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var made = await OpenDataProcess.RunAsync("token", "create", "--role", "officer", "--organization", "interior", "--label", "nightly", "--expires", day, "--data", data);
        made.ExitCode.Should().Be(0, made.Error);
        var token = made.Output.Trim();
        token.Should().MatchRegex("^opendata_[A-Za-z0-9_-]{43}$").And.NotContain("\n");
        made.Error.Should().Contain(day).And.NotContain(token);

        await using (var store = DataStores.Open(data, TimeProvider.System, Guid.CreateVersion7))
        {
            var (kept, account) = (await store.Accounts.FindTokenAsync(Secrets.Sha256(token)))!.Value;
            (kept.Grant, account.Name, account.MustChange).Should().Be((new Grant(Role.Officer, "interior"), "program-officer-interior", true));
            var entry = (await store.Audit.ReadAsync().ToListAsync())[^1];
            (entry.Actor.Kind, entry.Action).Should().Be(("cli", AuditActions.TokenMade));
        }

        var listed = await OpenDataProcess.RunAsync("token", "list", "--format", "json", "--data", data);
        using var json = JsonDocument.Parse(listed.Output);
        var id = json.RootElement[0].GetProperty("id").GetString()!;
        (json.RootElement[0].GetProperty("label").GetString(), listed.Output.Contains(token, StringComparison.Ordinal)).Should().Be(("nightly", false));
        (await OpenDataProcess.RunAsync("token", "revoke", id, "--data", data)).ExitCode.Should().Be(0);
        (await OpenDataProcess.RunAsync("token", "list", "--data", data)).Output.Should().Contain("officer interior").And.Contain("revoked ");
        var proved = await OpenDataProcess.RunAsync("verify", "--data", data);
        proved.ExitCode.Should().Be(0, proved.Output);
    }

    [Theory]
    [InlineData("is no day", "create", "--role", "auditor", "--expires", "31/12/2026")]
    [InlineData("cannot last", "create", "--role", "auditor", "--expires", "2020-01-01")]
    [InlineData("has a registered one", "create", "--role", "officer", "--organization", "nobody")]
    [InlineData("There is no account", "create", "--role", "auditor", "--account", "nobody")]
    [InlineData("there is no token", "revoke", "0197a3c2-6b1e-7c55-9d0f-3c2b1a0f9e8d")]
    public async Task What_cannot_be_is_refused_with_the_reason(string reason, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var data = folder.Data;
        await using (DataStores.Open(data, TimeProvider.System, Guid.CreateVersion7))
        {
        }

        var run = await OpenDataProcess.RunAsync(["token", .. arguments, "--data", data]);
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(reason);
    }
}
