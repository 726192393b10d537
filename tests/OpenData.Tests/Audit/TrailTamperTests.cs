using OpenData.Publishing.Verification;
using OpenData.Registry;
using OpenData.Registry.Access;

namespace OpenData.Tests.Audit;

/// <summary>Who gives himself a role, opens a token, edits a review or swaps a file that waits is found, and it is said what and where.</summary>
public sealed class TrailTamperTests(TrailFolder trail) : IClassFixture<TrailFolder>
{
    private const string Staged = "dataset/provinces/provinces/staged";

    [Fact]
    public async Task A_catalog_with_people_reviews_and_evidence_that_nobody_touched_is_proved()
    {
        using var folder = trail.Copy();

        var verification = await folder.VerifyAsync();

        verification.Found.Should().BeEmpty();

        // Two releases, and the staged file of ten rows.
        (verification.Releases, verification.Rows).Should().Be((3, 6 + 77 + 10));
    }

    [Theory]
    [InlineData("INSERT INTO account_role SELECT id, 'admin', '' FROM account WHERE name = 'officer'", DiscrepancyCodes.ObjectChanged, "account/officer/roles")]
    [InlineData("UPDATE account_role SET organization = '' WHERE role = 'officer'", DiscrepancyCodes.ObjectChanged, "account/officer/roles")]
    [InlineData("DELETE FROM account_role WHERE role = 'admin'", DiscrepancyCodes.ObjectMissing, "account/admin/roles")]
    [InlineData("UPDATE account SET password_hash = 'a hash of my own' WHERE name = 'admin'", DiscrepancyCodes.ObjectChanged, "account/admin")]
    [InlineData("UPDATE account SET disabled = 1 WHERE name = 'admin'", DiscrepancyCodes.ObjectChanged, "account/admin")]
    [InlineData("UPDATE account SET locked_until = '2999-01-01T00:00:00.0000000Z' WHERE name = 'admin'", DiscrepancyCodes.ObjectChanged, "account/admin")]
    [InlineData("INSERT INTO account (id, name, display, password_hash, must_change, created) VALUES ('33333333-3333-7333-8333-333333333333', 'ghost', 'Ghost', 'x', 0, '2026-07-01T00:00:00.0000000Z')", DiscrepancyCodes.ObjectUnlogged, "account/ghost")]
    [InlineData("UPDATE api_token SET role = 'admin', organization = ''", DiscrepancyCodes.ObjectChanged, "account/officer/tokens/" + TrailFolder.Token)]
    [InlineData("UPDATE api_token SET expires = '2999-01-01T00:00:00.0000000Z'", DiscrepancyCodes.ObjectChanged, "account/officer/tokens/" + TrailFolder.Token)]
    [InlineData("UPDATE api_token SET sha256 = 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc'", DiscrepancyCodes.ObjectChanged, "account/officer/tokens/" + TrailFolder.Token)]
    [InlineData("DELETE FROM api_token", DiscrepancyCodes.ObjectMissing, "account/officer/tokens/" + TrailFolder.Token)]
    [InlineData("UPDATE account_identity SET subject = 'subject-2'", DiscrepancyCodes.ObjectChanged, "account/officer/identities/" + TrailFolder.Evidence)]
    [InlineData("UPDATE organization SET one_person = 0", DiscrepancyCodes.ObjectMissing, "organization/kongvut/one-person")]
    [InlineData("UPDATE dataset SET pending_form = replace(pending_form, 'จังหวัดของประเทศไทย', 'อำเภอ') WHERE name = 'provinces'", DiscrepancyCodes.ObjectChanged, "dataset/provinces/review")]
    [InlineData("UPDATE dataset SET pending_state = 'approved' WHERE name = 'provinces'", DiscrepancyCodes.ObjectChanged, "dataset/provinces/review")]
    [InlineData("UPDATE dataset SET submitted_by = 'somebody' WHERE name = 'provinces'", DiscrepancyCodes.ObjectChanged, "dataset/provinces/review")]
    [InlineData("UPDATE dataset SET pending_form = '{' WHERE name = 'provinces'", DiscrepancyCodes.ObjectChanged, "dataset/provinces/review")]
    [InlineData("UPDATE dataset SET organization = 'elsewhere' WHERE name = 'provinces'", DiscrepancyCodes.WrongOwner, "dataset/provinces")]
    [InlineData("UPDATE review_step SET reason = 'ครบแล้ว' WHERE action = 'return'", DiscrepancyCodes.ObjectChanged, "dataset/provinces/steps/5")]
    [InlineData("UPDATE review_step SET comments = replace(comments, 'title', 'notes') WHERE action = 'return'", DiscrepancyCodes.ObjectChanged, "dataset/provinces/steps/5")]
    [InlineData("DELETE FROM review_step WHERE action = 'return'", DiscrepancyCodes.ObjectMissing, "dataset/provinces/steps/5")]
    [InlineData("UPDATE recorded_exception SET reason = 'เพราะอยากได้'", DiscrepancyCodes.ObjectChanged, "dataset/provinces/provinces/exceptions/too-long")]
    [InlineData("DELETE FROM recorded_exception", DiscrepancyCodes.ObjectMissing, "dataset/provinces/provinces/exceptions/too-long")]
    [InlineData("UPDATE recorded_exception SET rule = 'out-of-range'", DiscrepancyCodes.ObjectUnlogged, "dataset/provinces/provinces/exceptions/out-of-range")]
    [InlineData("UPDATE staged_release SET report = CAST('{}' AS BLOB)", DiscrepancyCodes.ReportEdited, Staged)]
    [InlineData("UPDATE staged_release SET basis = replace(basis, '\"Keep\":100', '\"Keep\":99')", DiscrepancyCodes.BasisEdited, Staged)]
    [InlineData("UPDATE staged_release SET notes = 'never said'", DiscrepancyCodes.ObjectChanged, Staged)]
    [InlineData("DELETE FROM staged_release", DiscrepancyCodes.ObjectMissing, Staged)]
    [InlineData("DROP TRIGGER evidence_stays; UPDATE evidence SET link = 'https://example.org/other.pdf'", DiscrepancyCodes.ObjectChanged, "evidence/" + TrailFolder.Evidence)]
    [InlineData("DROP TRIGGER evidence_remains; DELETE FROM evidence", DiscrepancyCodes.ObjectMissing, "evidence/" + TrailFolder.Evidence)]
    [InlineData("DROP TRIGGER score_stays; UPDATE score SET score = '5'", DiscrepancyCodes.ObjectChanged, "score/1")]
    [Trait("Engine", "SQLite")] // The tampering is written in its SQL.
    public async Task Whatever_is_changed_without_an_entry_is_named(string sql, string code, string name)
    {
        using var folder = trail.Copy();
        folder.Tamper(sql);

        var verification = await folder.VerifyAsync();

        verification.Proved.Should().BeFalse();
        verification.Found[0].Code.Should().Be(code);
        verification.Found.Where(f => !f.IsNote).Should().Contain(f => f.Code == code && f.Object == name);
        verification.Found.Select(f => f.Object.Split('/')[0]).Distinct().Should().Equal([name.Split('/')[0]], "nothing else was touched");
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task A_staged_file_that_was_swapped_and_its_rows_are_named()
    {
        using var folder = trail.Copy();
        folder.TamperUnit(folder.Ask<string>("SELECT unit FROM staged_release"), "UPDATE rows SET c2 = 'เมืองใหม่' WHERE rowid = 2");
        (await folder.VerifyAsync()).Found.Should().ContainSingle().Which.Should().Match<Discrepancy>(f => f.Code == DiscrepancyCodes.CellChanged && f.Object == Staged && f.Row == 2);

        var sha256 = folder.Ask<string>("SELECT sha256 FROM staged_release");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "originals", sha256[..2], sha256), "id,name\n1,x\n");
        (await folder.VerifyAsync()).Found.Select(f => (f.Code, f.Object)).Should().Equal((DiscrepancyCodes.FileSwapped, Staged));
    }

    [Fact]
    public async Task What_people_may_do_is_told_with_who_gave_it_and_no_entry_has_a_secret()
    {
        using var folder = trail.Copy();
        await using var store = folder.Open();
        var admin = store.By(Actor.Account("admin")).Accounts;
        var officer = (await admin.FindAsync("officer"))!;
        await admin.SetGrantsAsync(officer.Id, [.. officer.Grants, new Grant(Role.Auditor, null)]);
        await admin.SetGrantsAsync(officer.Id, [new Grant(Role.Auditor, null)]);
        await admin.SetGrantsAsync(officer.Id, [new Grant(Role.Auditor, null)]);
        await admin.SetPasswordAsync(officer.Id, "another slow hash", mustChange: true);
        await admin.SetPasswordAsync(officer.Id, "a third slow hash", mustChange: false);
        await admin.RevokeTokenAsync(officer.Id, Guid.Parse(TrailFolder.Token), DateTimeOffset.UtcNow);
        await admin.RevokeTokenAsync(officer.Id, Guid.Parse(TrailFolder.Token), DateTimeOffset.UtcNow);
        await admin.SetDisabledAsync(officer.Id, disabled: true);
        await admin.SetDisabledAsync(officer.Id, disabled: true);
        await admin.SetDisabledAsync(officer.Id, disabled: false);

        var entries = await store.Audit.ReadAsync().Where(e => e.Object.StartsWith("account/officer", StringComparison.Ordinal)).ToListAsync();

        entries.Select(e => $"{e.Actor.Name} {e.Action} {e.Detail}".TrimEnd()).Should().Equal(
            "somying account.created",
            "somying roles.changed officer kongvut",
            "somying token.made officer kongvut until=2026-09-29T00:00:00.0000000Z",
            "somying identity.linked https://id.example.go.th",
            "admin roles.changed auditor, officer kongvut",
            "admin roles.changed auditor",
            "admin password.reset",
            "admin password.changed",
            "admin token.revoked officer kongvut until=2026-09-29T00:00:00.0000000Z",
            "admin account.disabled",
            "admin account.enabled");
        entries.Where(e => e.Object == "account/officer/roles").Select(e => e.After).Distinct().Should().HaveCount(3);
        var all = string.Join('\n', (await store.Audit.ReadAsync().ToListAsync()).Select(e => e.Canonical()));
        all.Should().NotContain("slow").And.NotContain("subject-1").And.NotContain(new string('b', 64));
        all.Should().NotContain(CanonicalLines.HashOf("another slow hash"), "not even the hash of what is kept stands alone");
        (await new Verifier(store).RunAsync()).Found.Should().BeEmpty();
    }

    [Fact]
    public async Task A_lock_out_is_told_with_its_end_and_the_first_try_under_it()
    {
        using var folder = trail.Copy();
        await using var store = folder.Open();
        var officer = (await store.Accounts.FindAsync("officer"))!;
        var until = DateTimeOffset.UtcNow.AddMinutes(15);
        for (var i = 0; i < 3; i++)
        {
            await store.Accounts.CountFailureAsync(officer.Id, 3, until);
        }

        (await store.Accounts.FindAsync("officer"))!.LockedUntil.Should().Be(until);
        await store.Accounts.TellRefusedAsync(officer.Id);
        await store.Accounts.TellRefusedAsync(officer.Id);
        await store.Accounts.ForgiveAsync(officer.Id);
        await store.Accounts.ForgiveAsync(officer.Id);

        (await store.Audit.ReadAsync().Where(e => e.Object == "account/officer").Select(e => e.Action).ToListAsync()).Should().Equal(
            "account.created", "account.locked", "sign-in.refused", "account.unlocked");
        (await new Verifier(store).RunAsync()).Found.Should().BeEmpty();
    }

    [Fact]
    public async Task What_an_older_log_did_not_tell_of_is_adopted_once_and_never_again()
    {
        using var folder = trail.Copy();

        // As a program before this migration has left it: its tables are there, and the log tells of none of it.
        folder.TamperLog("DELETE FROM audit WHERE sequence > 2; UPDATE audit_head SET entries = 2, hash = (SELECT hash FROM audit WHERE sequence = 2)");
        folder.Tamper("DELETE FROM migration WHERE number = 8; ALTER TABLE account DROP COLUMN lock_told; DROP TABLE account_identity");
        var later = (await folder.VerifyAsync()).Found;
        later.Should().NotContain(f => f.Object.StartsWith("account/", StringComparison.Ordinal) || f.Object.Contains("/steps/", StringComparison.Ordinal) || f.Object.EndsWith("/staged", StringComparison.Ordinal));
        folder.Ask<long>("SELECT count(*) FROM audit WHERE action = 'object.adopted' AND object LIKE 'account/%'").Should().Be(5, "two accounts, their roles, a token");

        // Who takes the migration's mark away, so that his role would be adopted, is found all the same.
        folder.Tamper("INSERT INTO account_role SELECT id, 'approver', '' FROM account WHERE name = 'officer'");
        folder.Tamper("DELETE FROM migration WHERE number = 8; ALTER TABLE account DROP COLUMN lock_told; DROP TABLE account_identity");
        (await folder.VerifyAsync()).Found.Should().Contain(f => f.Code == DiscrepancyCodes.ObjectChanged && f.Object == "account/officer/roles");
    }
}
