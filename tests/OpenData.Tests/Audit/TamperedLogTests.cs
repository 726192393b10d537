using System.Data.Common;
using Dapper;
using OpenData.Publishing.Verification;
using OpenData.Registry;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Audit;

/// <summary>The log itself: append-only, chained, and not to be shortened unseen.</summary>
public sealed class TamperedLogTests
{
    /// <summary>1 the beginning, 2 the organization, 3–8 regions (form, dictionary, check, release, state, step), 9–14 provinces.</summary>
    private const int Entries = 14;

    [Theory]
    [InlineData("UPDATE audit SET actor = 'nobody' WHERE sequence = 3")]
    [InlineData("DELETE FROM audit WHERE sequence = 3")]
    public async Task The_database_itself_refuses_to_change_or_remove_an_entry(string sql)
    {
        using var folder = await AuditedFolder.CreateAsync();

        var tamper = () => folder.Tamper(sql);

        tamper.Should().Throw<DbException>().WithMessage("*the audit log is append-only*");
    }

    [Fact]
    public async Task A_guard_that_was_taken_out_is_told()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.Tamper(TestStore.IsPostgres ? "ALTER TABLE audit DISABLE TRIGGER audit_never_removed" : "DROP TRIGGER audit_never_removed");

        (await folder.VerifyAsync()).Found.Should().Equal(new Discrepancy(DiscrepancyCodes.GuardMissing, "registry") { Found = "audit_never_removed" });
    }

    [Fact]
    public async Task A_deleted_entry_is_named()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.TamperLog("DELETE FROM audit WHERE sequence = 5");

        (await folder.VerifyAsync()).Found.Select(f => (f.Code, f.Entry)).Should().StartWith([(DiscrepancyCodes.EntryMissing, 5L), (DiscrepancyCodes.ChainBroken, 6L)]);
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.TamperLog("UPDATE audit SET actor = 'nobody' WHERE sequence = 6");

        (await folder.VerifyAsync()).Found.Select(f => (f.Code, f.Entry, f.Object)).Should().Equal((DiscrepancyCodes.EntryChanged, 6L, AuditedFolder.Regions));
    }

    [Fact]
    public async Task A_changed_entry_whose_own_hash_was_made_again_breaks_the_chain_after_it()
    {
        using var folder = await AuditedFolder.CreateAsync();
        AuditEntry entry;
        await using (var store = folder.Open())
        {
            entry = await store.Audit.ReadAsync(after: 5, limit: 1).FirstAsync();
        }

        var forged = (entry with { Actor = new Actor("nobody", "cli") }).Sealed();
        folder.TamperLog($"UPDATE audit SET actor = 'nobody', hash = '{forged.Hash}' WHERE sequence = 6");

        (await folder.VerifyAsync()).Found.Select(f => (f.Code, f.Entry)).Should().Equal((DiscrepancyCodes.ChainBroken, 7L));
    }

    [Fact]
    public async Task A_reordered_log_is_named_with_the_places_the_entries_had()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.TamperLog("UPDATE audit SET sequence = -4 WHERE sequence = 4; UPDATE audit SET sequence = 4 WHERE sequence = 6; UPDATE audit SET sequence = 6 WHERE sequence = -4");

        (await folder.VerifyAsync()).Found.Where(f => f.Code == DiscrepancyCodes.EntryMoved).Select(f => (f.Entry, f.Expected)).Should().Equal((4L, "6"), (6L, "4"));
    }

    [Fact]
    public async Task A_log_whose_last_entry_was_deleted_is_cut()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.TamperLog($"DELETE FROM audit WHERE sequence = {Entries}");

        (await folder.VerifyAsync()).Found.Should().ContainEquivalentOf(new Discrepancy(DiscrepancyCodes.LogCut, "registry") { Entry = Entries, Expected = "14", Found = "13" });
    }

    [Fact]
    public async Task A_log_cut_together_with_its_end_mark_still_shows_by_the_release_and_by_the_noted_head()
    {
        using var folder = await AuditedFolder.CreateAsync();
        var noted = (await folder.VerifyAsync()).Head;
        folder.TamperLog("DELETE FROM audit WHERE sequence >= 12; UPDATE audit_head SET entries = 11, hash = (SELECT hash FROM audit WHERE sequence = 11)");

        var found = (await folder.VerifyAsync(noted)).Found;

        found.Should().ContainEquivalentOf(new Discrepancy(DiscrepancyCodes.LogCut, "registry") { Entry = Entries, Expected = "14", Found = "11" });
        found.Should().ContainEquivalentOf(new Discrepancy(DiscrepancyCodes.EntryOfReleaseMissing, AuditedFolder.Provinces) { Entry = 12, Expected = "12" });
        found.Should().Contain(f => f.Code == DiscrepancyCodes.ObjectUnlogged && f.Object == AuditedFolder.Provinces);
    }

    [Fact]
    public async Task A_log_that_was_emptied_is_not_begun_again()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.TamperLog("DELETE FROM audit");

        var verification = await folder.VerifyAsync();

        verification.Head.Entries.Should().Be(0);
        verification.Found.Should().Contain(f => f.Code == DiscrepancyCodes.LogCut && f.Expected == "14" && f.Found == "0");
    }

    [Fact]
    public async Task The_log_tells_who_did_what_in_order()
    {
        using var folder = await AuditedFolder.CreateAsync();
        await using var store = folder.Open();

        var entries = await store.Audit.ReadAsync().ToListAsync();

        entries.Select(e => (e.Sequence, e.Actor.Kind, e.Action, e.Object)).Should().Equal(
            (1, "system", "log.begun", "registry"),
            (2, "cli", "organization.created", "organization/kongvut"),
            (3, "cli", "dataset.created", "dataset/geographies"),
            (4, "cli", "dictionary.changed", "dataset/geographies/geographies/dictionary"),
            (5, "cli", "file.checked", "dataset/geographies/geographies/report"),
            (6, "cli", "release.published", AuditedFolder.Regions),
            (7, "cli", "dataset.published", "dataset/geographies/state"),
            (8, "cli", "step.noted", "dataset/geographies/steps/1"),
            (9, "cli", "dataset.created", "dataset/provinces"),
            (10, "cli", "dictionary.changed", "dataset/provinces/provinces/dictionary"),
            (11, "cli", "file.checked", "dataset/provinces/provinces/report"),
            (12, "cli", "release.published", AuditedFolder.Provinces),
            (13, "cli", "dataset.published", "dataset/provinces/state"),
            (14, "cli", "step.noted", "dataset/provinces/steps/2"));
        entries.Skip(1).Should().OnlyContain(e => e.Actor.Name == "somchai");
        folder.Ask<long>("SELECT entry FROM release r JOIN resource s ON s.id = r.resource_id WHERE s.key = 'provinces'").Should().Be(12);
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public async Task A_folder_from_before_the_log_gets_one_that_begins_with_what_is_there()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.TamperLog("SELECT 1");
        folder.Tamper(
            """
            DROP TABLE audit; DROP TABLE audit_head; DELETE FROM migration WHERE number = 4;
            ALTER TABLE release DROP COLUMN notes; ALTER TABLE release DROP COLUMN repeats; ALTER TABLE release DROP COLUMN basis; ALTER TABLE release DROP COLUMN entry;
            """);

        var verification = await folder.VerifyAsync();

        verification.Found.Where(f => !f.IsNote).Should().BeEmpty();
        await using var store = folder.Open();
        var entries = await store.Audit.ReadAsync().ToListAsync();
        entries[0].Should().Match<AuditEntry>(e => e.Action == "log.begun" && e.Detail == "objects=13");
        entries[0].After.Should().Be(CanonicalLines.HashOf(string.Concat(entries.Skip(1).Select(e => $"{e.Object}\n{e.After}\n"))));
        entries.Skip(1).Should().HaveCount(13).And.OnlyContain(e => e.Action == "object.adopted");
    }
}
