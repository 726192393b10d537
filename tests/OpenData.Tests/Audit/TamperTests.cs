using OpenData.Publishing.Verification;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Audit;

/// <summary>Whatever is changed behind the program's back is found, and it is said what and where.</summary>
public sealed class TamperTests
{
    [Fact]
    public async Task A_catalog_that_nobody_touched_is_proved()
    {
        using var folder = await AuditedFolder.CreateAsync();

        var verification = await folder.VerifyAsync();

        verification.Found.Should().BeEmpty();
        verification.Proved.Should().BeTrue();
        (verification.Releases, verification.Rows).Should().Be((2, 6 + 77));
    }

    [Fact]
    public async Task A_changed_cell_is_named_by_release_row_and_column()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.TamperRows("geographies", "UPDATE rows SET c2 = 'ภาคอีสาน' WHERE rowid = 3");

        var found = (await folder.VerifyAsync()).Found.Should().ContainSingle().Subject;

        found.Should().Be(new Discrepancy(DiscrepancyCodes.CellChanged, AuditedFolder.Regions) { Row = 3, Column = "name", Expected = "'ภาคตะวันออกเฉียงเหนือ'", Found = "'ภาคอีสาน'" });
        found.In(Language.English).Should().Be("dataset/geographies/geographies/releases/1, row 3, column name: the original gives 'ภาคตะวันออกเฉียงเหนือ', and 'ภาคอีสาน' is there.");
        found.In(Language.Thai).Should().Contain("แถว 3 คอลัมน์ name");
    }

    [Fact]
    public async Task A_removed_row_and_an_added_one_are_named()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.TamperRows("geographies", "DELETE FROM rows WHERE rowid = 2; INSERT INTO rows (rowid, c1, c2) VALUES (7, 7, 'ภาคใหม่')");

        var found = (await folder.VerifyAsync()).Found;

        found.Take(2).Select(f => (f.Code, f.Object, f.Row)).Should().Equal(
            (DiscrepancyCodes.RowRemoved, AuditedFolder.Regions, 2L), (DiscrepancyCodes.RowAdded, AuditedFolder.Regions, 7L));

        // Provinces refer to the region that is gone: their report cannot be made again either.
        found.Skip(2).Select(f => (f.Code, f.Object)).Should().Equal((DiscrepancyCodes.ReportDiffers, AuditedFolder.Provinces));
    }

    [Fact]
    public async Task Of_many_changed_rows_the_first_are_told_and_the_rest_are_counted()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.TamperRows("provinces", "UPDATE rows SET c2 = 'x' || rowid");

        var found = (await folder.VerifyAsync()).Found;

        found.Should().HaveCount(21);
        found[^1].Should().Be(new Discrepancy(DiscrepancyCodes.MoreLike, AuditedFolder.Provinces) { Found = "57" });
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public async Task A_file_of_rows_that_is_no_database_is_told()
    {
        using var folder = await AuditedFolder.CreateAsync();
        Directory.GetFiles(Path.Combine(folder.Path, "releases")).ToList().ForEach(file => File.WriteAllText(file, "not a database, however long this text is made to be"));

        (await folder.VerifyAsync()).Found.Select(f => (f.Code, f.Object)).Should().Equal(
            (DiscrepancyCodes.RowsUnreadable, AuditedFolder.Regions), (DiscrepancyCodes.Unreadable, AuditedFolder.Provinces));
    }

    [Fact]
    public async Task A_swapped_file_is_named_with_both_hashes()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.TamperOriginal("geographies", _ => "id,name\n1,x\n"u8.ToArray());

        var found = (await folder.VerifyAsync()).Found.Should().ContainSingle().Subject;

        // printf 'id,name\n1,x\n' | sha256sum
        found.Should().Be(new Discrepancy(DiscrepancyCodes.FileSwapped, AuditedFolder.Regions) { Expected = folder.Sha256("geographies"), Found = "30c0097a2a0c669be16f7aeaecf9573f2539440c758cb2f126031cc430ed88b8" });
    }

    [Fact]
    public async Task A_file_that_is_gone_is_named()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.RemoveOriginal("geographies");

        (await folder.VerifyAsync()).Found.Select(f => (f.Code, f.Object)).Should().Equal((DiscrepancyCodes.FileMissing, AuditedFolder.Regions));
    }

    [Fact]
    public async Task An_edited_report_is_found_by_the_log_and_by_making_it_again()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.Tamper(TestStore.IsPostgres
            ? "UPDATE release SET report = convert_to(replace(convert_from(report, 'UTF8'), '\"rows\": 6', '\"rows\": 9'), 'UTF8')"
            : "UPDATE release SET report = CAST(replace(CAST(report AS TEXT), '\"rows\": 6', '\"rows\": 9') AS BLOB)");

        var found = (await folder.VerifyAsync()).Found;

        found.Select(f => (f.Code, f.Object)).Should().Equal((DiscrepancyCodes.ReportEdited, AuditedFolder.Regions), (DiscrepancyCodes.ReportDiffers, AuditedFolder.Regions));
        found[1].Expected.Should().Be("\"rows\": 6,");
        found[1].Found.Should().Be("\"rows\": 9,");
    }

    [Fact]
    public async Task An_edited_report_of_the_newest_check_is_found()
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.Tamper("UPDATE resource SET report = @report WHERE key = 'provinces'", new { report = "{}"u8.ToArray() });

        (await folder.VerifyAsync()).Found.Select(f => (f.Code, f.Object)).Should().Equal((DiscrepancyCodes.ReportEdited, "dataset/provinces/provinces/report"));
    }

    [Theory]
    [InlineData("UPDATE dataset SET form = replace(form, 'จังหวัด', 'อำเภอ') WHERE name = 'provinces'", DiscrepancyCodes.ObjectChanged, "dataset/provinces")]
    [InlineData("UPDATE dataset SET state = 'withdrawn' WHERE name = 'provinces'", DiscrepancyCodes.ObjectChanged, "dataset/provinces/state")]
    [InlineData("UPDATE organization SET title_en = 'Other'", DiscrepancyCodes.ObjectChanged, "organization/kongvut")]
    [InlineData("DELETE FROM organization", DiscrepancyCodes.ObjectMissing, "organization/kongvut")]
    [InlineData("INSERT INTO organization (name) VALUES ('ghost')", DiscrepancyCodes.ObjectUnlogged, "organization/ghost")]
    [InlineData("UPDATE resource SET dictionary = replace(dictionary, '\"Required\":true', '\"Required\":false') WHERE key = 'provinces'", DiscrepancyCodes.ObjectChanged, "dataset/provinces/provinces/dictionary")]
    [InlineData("UPDATE release SET notes = 'never said' WHERE rows = 6", DiscrepancyCodes.ObjectChanged, AuditedFolder.Regions)]
    [InlineData("UPDATE release SET published = '2020-01-01T00:00:00.0000000Z' WHERE rows = 6", DiscrepancyCodes.ObjectChanged, AuditedFolder.Regions)]
    [InlineData("UPDATE release SET basis = replace(basis, '\"Keep\":100', '\"Keep\":99') WHERE rows = 6", DiscrepancyCodes.BasisEdited, AuditedFolder.Regions)]
    public async Task A_change_of_the_registry_without_an_entry_is_named(string sql, string code, string name)
    {
        using var folder = await AuditedFolder.CreateAsync();
        folder.Tamper(sql);

        var verification = await folder.VerifyAsync();

        verification.Proved.Should().BeFalse();
        verification.Found.Select(f => (f.Code, f.Object)).Should().Equal((code, name));
    }

    [Fact]
    public async Task A_release_made_to_answer_in_place_of_the_newest_is_told()
    {
        using var folder = await AuditedFolder.CreateAsync();
        await using (var store = folder.Open())
        {
            await AuditedFolder.PublishAsync(store, "geographies", "id,name\n1,ภาคเหนือ\n");
        }

        folder.Tamper("UPDATE resource SET current_release = 1 WHERE key = 'geographies'");

        (await folder.VerifyAsync()).Found.Should().Equal(new Discrepancy(DiscrepancyCodes.WrongCurrent, "dataset/geographies/geographies") { Expected = "2", Found = "1" });
    }

    [Fact]
    public async Task A_report_of_another_rule_book_is_noted_and_is_no_tampering()
    {
        using var folder = await AuditedFolder.CreateAsync();
        await using (var store = folder.Open())
        {
            var resource = (await store.Registry.FindDatasetAsync("geographies"))!.Resources[0];
            var report = System.Text.Encoding.UTF8.GetString((await store.Registry.FindReportAsync(resource.Id, 1))!);
            var basis = await store.Registry.FindBasisAsync(resource.Id, 1);
            await using var rows = await store.Rows.QueryAsync(resource.Current!, new OpenData.Store.RowQuery { Select = [0, 1] });
            var (unit, _) = await store.Rows.LoadAsync(resource.Current!.Dictionary, rows);
            var older = System.Text.Encoding.UTF8.GetBytes(report.Replace(OpenData.Rules.RuleBook.Version, "0.9.0", StringComparison.Ordinal));
            await store.Registry.PublishAsync(new OpenData.Store.NewRelease(resource.Current with { Unit = unit }, older, basis));
        }

        var verification = await folder.VerifyAsync();

        verification.Proved.Should().BeTrue();
        verification.Found.Should().ContainSingle().Which.Should().Match<Discrepancy>(f => f.Code == DiscrepancyCodes.RuleBookMoved && f.Found == "0.9.0" && f.IsNote);
    }

    [Fact]
    public async Task A_report_is_made_again_though_the_form_and_what_it_refers_to_have_changed_since()
    {
        using var folder = await AuditedFolder.CreateAsync();
        await using (var store = folder.Open())
        {
            // Provinces refer to all six regions; only one is left in the newest release of those.
            await AuditedFolder.PublishAsync(store, "geographies", "id,name\n1,ภาคเหนือ\n");
            var dataset = (await store.Registry.FindDatasetAsync("provinces"))!;
            var changed = (Newtonsoft.Json.Linq.JObject)dataset.Form.Json.DeepClone();
            changed["update_frequency_unit"] = "day";
            await store.Registry.SaveDatasetAsync(new DatasetForm(changed), [new OpenData.Store.ResourceDraft("provinces", dataset.Resources[0].Name)], null);
        }

        (await folder.VerifyAsync()).Found.Should().BeEmpty();
    }
}
