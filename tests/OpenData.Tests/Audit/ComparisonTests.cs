using OpenData.Publishing;
using OpenData.Publishing.Comparison;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Tests.Store;

namespace OpenData.Tests.Audit;

/// <summary>Two releases compared, and an older one brought back.</summary>
public sealed class ComparisonTests
{
    private const string Changed = "id,name\n1,ภาคเหนือ\n2,ภาคกลาง\n3,ภาคอีสาน\n4,ภาคตะวันตก\n5,ภาคตะวันออก\n7,ภาคใหม่ \n";

    [Fact]
    public async Task Rows_are_compared_by_their_key()
    {
        using var folder = await AuditedFolder.CreateAsync();
        await using var store = folder.Open();
        var second = (PublishOutcome.Published)await AuditedFolder.PublishAsync(store, "geographies", Changed, "the north-east by its short name");

        var comparison = await CompareAsync(store, second.Release.ResourceId, 1, 2);

        comparison.Key.Should().Equal("id");
        (comparison.Added, comparison.Removed, comparison.Changed, comparison.Same).Should().Be((1, 1, 1, 4));
        comparison.Rows.Select(r => (r.Change, r.FromRow, r.ToRow)).Should().Equal((RowChange.Changed, 3L, 3L), (RowChange.Removed, 6L, null), (RowChange.Added, null, 6L));
        comparison.Rows[0].Cells.Should().Equal(
            new CellDifference("id", RowValue.Of(3), RowValue.Of(3)), new CellDifference("name", RowValue.Of("ภาคตะวันออกเฉียงเหนือ"), RowValue.Of("ภาคอีสาน")));
        comparison.Findings.Should().Equal(new FindingDifference("trailing-spaces", 0, 1));
        comparison.Dictionary.Should().BeEmpty();
        second.Release.Notes.Should().Be("the north-east by its short name");
    }

    [Fact]
    public async Task Compared_the_other_way_round_what_was_added_is_removed()
    {
        using var folder = await AuditedFolder.CreateAsync();
        await using var store = folder.Open();
        var second = (PublishOutcome.Published)await AuditedFolder.PublishAsync(store, "geographies", "id,name\n1,ภาคเหนือ\n");

        (await CompareAsync(store, second.Release.ResourceId, 2, 1)).Should().Match<ReleaseComparison>(c => c.Added == 5 && c.Removed == 0 && c.Changed == 0 && c.Same == 1);
    }

    [Fact]
    public async Task Without_a_key_whole_rows_are_compared_as_often_as_they_are_there()
    {
        await using var folder = new StoreFolder();
        var dictionary = StoreFolder.Dictionary(("name", ColumnType.Text), ("n", ColumnType.Integer));
        var resource = await folder.RegisterAsync(dictionary: dictionary);
        var from = await PublishAsync(folder, resource, dictionary, [Row("a", 1), Row("a", 1), Row("b", 2)]);
        var to = await PublishAsync(folder, resource, dictionary, [Row("c", 3), Row("a", 1), Row("b", 2)]);

        var comparison = await new ReleaseComparer(folder.Store).CompareAsync(from, to);

        comparison.Key.Should().BeEmpty();
        (comparison.Added, comparison.Removed, comparison.Changed, comparison.Same).Should().Be((1, 1, 0, 2));
        comparison.Rows.Select(r => (r.Change, r.FromRow, r.ToRow)).Should().Equal((RowChange.Added, null, 1L), (RowChange.Removed, 2L, null));
        comparison.Rows[0].Cells.Select(c => c.After).Should().Equal(RowValue.Of("c"), RowValue.Of(3));
    }

    [Fact]
    public async Task Columns_and_items_of_the_dictionary_that_changed_are_told()
    {
        await using var folder = new StoreFolder();
        var older = StoreFolder.Dictionary(("name", ColumnType.Text), ("gone", ColumnType.Integer));
        var newer = StoreFolder.Dictionary(("come", ColumnType.Integer), ("name", ColumnType.Text));
        newer = newer with { Columns = [newer.Columns[0], newer.Columns[1] with { MaxLength = 20 }] };
        var resource = await folder.RegisterAsync(dictionary: older);
        var from = await PublishAsync(folder, resource, older, [Row("a", 1)]);
        var to = await PublishAsync(folder, resource, newer, [[RowValue.Of(9), RowValue.Of("a")]]);

        var comparison = await new ReleaseComparer(folder.Store).CompareAsync(from, to);

        comparison.ColumnsAdded.Should().Equal("come");
        comparison.ColumnsRemoved.Should().Equal("gone");
        comparison.Dictionary.Should().Equal(new DictionaryDifference("name", "maxLength", null, "20"));
        (comparison.Added, comparison.Removed, comparison.Same).Should().Be((0, 0, 1));
    }

    [Fact]
    public async Task An_older_release_comes_back_as_a_new_one_that_repeats_its_bytes()
    {
        using var folder = await AuditedFolder.CreateAsync();
        await using (var store = folder.Open())
        {
            await AuditedFolder.PublishAsync(store, "geographies", Changed);
            var outcome = await new Rollback(store.By(new Actor("malee", "cli")), TimeProvider.System).RunAsync("geographies", "geographies", 1, "release 2 was a draft");

            var release = outcome.Should().BeOfType<RollbackOutcome.RolledBack>().Subject.Release;
            (release.Number, release.Repeats, release.Notes, release.Rows).Should().Be((3, 1, "release 2 was a draft", 6));
            (await CompareAsync(store, release.ResourceId, 1, 3)).Should().Match<ReleaseComparison>(c => c.Same == 6 && c.Rows.Count == 0 && c.Findings.Count == 0);
            var told = await store.Audit.ReadAsync().LastAsync();
            (told.Action, told.Object, told.Actor.Name).Should().Be((AuditActions.ReleaseRolledBack, "dataset/geographies/geographies/releases/3", "malee"));
            told.Detail.Should().StartWith($"repeats=1 file={release.Sha256} ");
        }

        (await folder.VerifyAsync()).Found.Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_brought_back_is_said_and_nothing_is_published()
    {
        using var folder = await AuditedFolder.CreateAsync();
        await using var store = folder.Open();
        var rollback = new Rollback(store, TimeProvider.System);
        await AuditedFolder.PublishAsync(store, "geographies", Changed);

        (await rollback.RunAsync("geographies", "geographies", 2)).Should().BeOfType<RollbackOutcome.IsCurrent>();
        (await rollback.RunAsync("geographies", "geographies", 9)).Should().BeOfType<RollbackOutcome.UnknownRelease>();
        (await rollback.RunAsync("nothing", "geographies", 1)).Should().BeOfType<RollbackOutcome.NotRegistered>();
        var older = (await store.Registry.ListReleasesAsync((await store.Registry.FindDatasetAsync("geographies"))!.Resources[0].Id))[1];
        folder.TamperBytes(older.Sha256, _ => "other"u8.ToArray());
        (await rollback.RunAsync("geographies", "geographies", 1)).Should().BeOfType<RollbackOutcome.OriginalLost>();
        (await store.Registry.FindDatasetAsync("geographies"))!.Resources[0].Current!.Number.Should().Be(2);
    }

    private static async Task<ReleaseComparison> CompareAsync(IDataStore store, Guid resource, int from, int to) =>
        await new ReleaseComparer(store).CompareAsync((await store.Registry.FindReleaseAsync(resource, from))!, (await store.Registry.FindReleaseAsync(resource, to))!);

    /// <summary>Publishes rows with a report that has no findings.</summary>
    private static async Task<Release> PublishAsync(StoreFolder folder, Resource resource, DataDictionary dictionary, IReadOnlyList<RowValue[]> rows)
    {
        var release = await folder.LoadAsync(dictionary, rows);
        var report = OpenData.Reports.JsonReport.Write(Rules.Submitted.Report("name,n\na,1\n"), Language.English);
        return await folder.Store.Registry.PublishAsync(new NewRelease(release with { ResourceId = resource.Id }, report));
    }

    private static RowValue[] Row(string name, long number) => [RowValue.Of(name), RowValue.Of(number)];
}
