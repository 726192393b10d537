using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Store;

public sealed class RegistryTests : IDisposable
{
    private readonly StoreFolder folder = new();

    private IRegistryStore Registry => folder.Store.Registry;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_organization_is_saved_replaced_and_listed_by_name()
    {
        await Registry.SaveOrganizationAsync(new Organization("onde", new LocalText("สดช.", null), "mdes"));
        await Registry.SaveOrganizationAsync(new Organization("dga", new LocalText("สพร.", "DGA"), null));
        await Registry.SaveOrganizationAsync(new Organization("onde", new LocalText("สดช.", "ONDE"), null));

        (await Registry.ListOrganizationsAsync()).Should().Equal(new Organization("dga", new LocalText("สพร.", "DGA"), null), new Organization("onde", new LocalText("สดช.", "ONDE"), null));
        (await Registry.FindOrganizationAsync("dga"))!.Title.En.Should().Be("DGA");
        (await Registry.FindOrganizationAsync("DGA")).Should().BeNull();
    }

    [Fact]
    public async Task A_new_dataset_is_a_draft_of_version_one_and_its_form_comes_back_as_it_was_given()
    {
        var form = StoreFolder.Form("budget", "งบประมาณ", "Budget", new[] { "งบ" });
        form.Json["created_date"] = "2026-01-02T03:04:05+07:00";
        form.Json["nested"] = new JArray(1, 2.5, JValue.CreateNull(), "x");

        var saved = await Registry.SaveDatasetAsync(form, [new ResourceDraft("b", new LocalText("ข", null)), new ResourceDraft("a", LocalText.Empty)], 0);
        var found = await Registry.FindDatasetAsync("budget");

        saved!.State.Should().Be(DatasetState.Draft);
        saved.Version.Should().Be(1);
        saved.Organization.Should().Be("dga");
        found.Should().BeEquivalentTo(saved, options => options.Excluding(d => d.Form));
        found!.Form.Json.ToString().Should().Be(form.Json.ToString());
        found.Form.Json["created_date"]!.Type.Should().Be(JTokenType.String);
        found.Resources.Select(r => r.Key).Should().Equal("b", "a");
        found.Created.Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
        (await Registry.FindDatasetAsync("nothing")).Should().BeNull();
    }

    [Theory]
    [InlineData(false, 0, true)]
    [InlineData(false, null, true)]
    [InlineData(false, 1, false)]
    [InlineData(true, 0, false)]
    [InlineData(true, null, true)]
    [InlineData(true, 1, true)]
    [InlineData(true, 2, false)]
    public async Task A_dataset_is_saved_only_over_the_version_that_was_seen(bool exists, int? expected, bool saves)
    {
        if (exists)
        {
            await Registry.SaveDatasetAsync(StoreFolder.Form("budget", "ก่อน"), [], null);
        }

        var saved = await Registry.SaveDatasetAsync(StoreFolder.Form("budget", "หลัง"), [], expected);

        (saved is not null).Should().Be(saves);
        (await Registry.FindDatasetAsync("budget"))?.Form.Title.Th.Should().Be(saves ? "หลัง" : "ก่อน");
    }

    [Fact]
    public async Task Of_twenty_who_change_the_same_version_at_once_one_succeeds()
    {
        await using var second = folder.Open();
        await Registry.SaveDatasetAsync(StoreFolder.Form("budget"), [], 0);

        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            (i % 2 == 0 ? folder.Store : second).Registry.SaveDatasetAsync(StoreFolder.Form("budget", $"{i}"), [], 1))));

        saved.Where(d => d is not null).Should().ContainSingle().Which!.Version.Should().Be(2);
    }

    [Fact]
    public async Task Resources_keep_their_ids_and_those_not_named_any_more_stay_while_they_have_releases()
    {
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Text));
        var before = (await Registry.SaveDatasetAsync(StoreFolder.Form("d"), [Draft("kept"), Draft("published"), Draft("forgotten")], 0))!;
        await Registry.SaveDictionaryAsync(before.Resource("kept")!.Id, dictionary);
        await folder.PublishAsync(before.Resource("published")!, dictionary, []);

        var after = (await Registry.SaveDatasetAsync(StoreFolder.Form("d"), [Draft("new"), Draft("kept")], null))!;

        after.Resources.Select(r => r.Key).Should().Equal("new", "kept", "published");
        after.Resource("kept")!.Id.Should().Be(before.Resource("kept")!.Id);
        after.Resource("kept")!.Dictionary.Should().BeEquivalentTo(dictionary);
        after.Resource("published")!.Current!.Number.Should().Be(1);
        after.State.Should().Be(DatasetState.Published, "the state is not the form's to change");
        after.Id.Should().Be(before.Id);

        static ResourceDraft Draft(string key) => new(key, LocalText.Empty);
    }

    [Fact]
    public async Task A_dictionary_comes_back_with_everything_it_says()
    {
        var dictionary = new DataDictionary
        {
            Columns =
            [
                new DictionaryColumn
                {
                    Name = "code",
                    Header = "รหัส",
                    Label = new LocalText("รหัส", "Code"),
                    Description = new LocalText("\"อัญประกาศ\" <b>&", null),
                    Type = ColumnType.Code,
                    Format = "x",
                    Calendar = Calendar.Buddhist,
                    Unit = new LocalText(null, "m"),
                    Required = true,
                    Unique = true,
                    Minimum = "1",
                    Maximum = "9",
                    MinLength = 1,
                    MaxLength = 2,
                    Pattern = "[0-9]+",
                    Codes = [new CodeValue("01", new LocalText("หนึ่ง", "One"))],
                    Role = ColumnRole.Dimension,
                    Example = "😀",
                },
                new DictionaryColumn { Name = "t", Header = "t", Type = ColumnType.Text },
            ],
            Key = ["code"],
            MissingValues = ["", "-"],
            References = [new Reference(["code"], "other", null, ["id"])],
            Sha256 = new string('e', 64),
        };

        var resource = await folder.RegisterAsync("d", dictionary);

        (await Registry.FindDatasetAsync("d"))!.Resource("rows")!.Dictionary.Should().BeEquivalentTo(dictionary, options => options.WithStrictOrdering().ComparingByMembers<DictionaryColumn>());
        (await folder.PublishAsync(resource, dictionary, [])).Dictionary.Should().BeEquivalentTo(dictionary);
    }

    [Fact]
    public async Task Publishing_numbers_the_release_points_at_it_and_marks_the_dataset_published()
    {
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Text));
        var resource = await folder.RegisterAsync();
        (await Registry.FindReportAsync(resource.Id, null)).Should().BeNull();

        var first = await folder.PublishAsync(resource, dictionary, []);
        var second = await folder.PublishAsync(resource, dictionary, [[RowValue.Null]]);
        await Registry.SaveReportAsync(resource.Id, [1, 2, 3]);

        var dataset = (await Registry.FindDatasetAsync("budget"))!;
        dataset.State.Should().Be(DatasetState.Published);
        dataset.Version.Should().Be(1, "a release is no change of the registration");
        dataset.Resource("rows")!.Current.Should().BeEquivalentTo(second);
        (await Registry.ListReleasesAsync(resource.Id)).Should().BeEquivalentTo([second, first], options => options.WithStrictOrdering());
        (first.Number, second.Number).Should().Be((1, 2));
        second.Published.Should().Be(StoreFolder.ReleaseOf(resource.Id, dictionary, "", 0).Published);
        (await Registry.FindReportAsync(resource.Id, 2)).Should().Equal("{}"u8.ToArray());
        (await Registry.FindReportAsync(resource.Id, 3)).Should().BeNull();
        (await Registry.FindReportAsync(resource.Id, null)).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task What_belongs_to_no_resource_is_refused()
    {
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Text));

        var saveReport = () => Registry.SaveReportAsync(Guid.NewGuid(), []);
        var saveDictionary = () => Registry.SaveDictionaryAsync(Guid.NewGuid(), dictionary);
        var publish = () => Registry.PublishAsync(new NewRelease(StoreFolder.ReleaseOf(Guid.NewGuid(), dictionary, "u", 0), []));

        await saveReport.Should().ThrowAsync<InvalidOperationException>();
        await saveDictionary.Should().ThrowAsync<InvalidOperationException>();
        await publish.Should().ThrowAsync<Exception>();
    }

    [Theory]
    [InlineData("งบ", "budget")]
    [InlineData("BUDGET ประจำปี", "budget")]
    [InlineData("  straße ", "roads")]
    [InlineData("ÉCOLE", "schools")]
    [InlineData("roads", "roads")]
    [InlineData("แท็ก", "budget")]
    [InlineData("one", "roads")]
    [InlineData("น้ำ", "water")]
    [InlineData("", "budget,roads,schools,water")]
    [InlineData("budget roads", "")]
    [InlineData("%", "")]
    [InlineData("รายปีbudget", "")]
    public async Task Search_finds_datasets_that_contain_every_word_without_case(string search, string expected)
    {
        await Registry.SaveDatasetAsync(StoreFolder.Form("budget", "งบประมาณประจำปี", "Annual Budget", new[] { "แท็กไทย" }), [], 0);
        await Registry.SaveDatasetAsync(StoreFolder.Form("roads", null, null, "one, two", notes: "Die Straße"), [], 0);
        await Registry.SaveDatasetAsync(StoreFolder.Form("schools", null, "École"), [], 0);
        await Registry.SaveDatasetAsync(StoreFolder.Form("water", "นํ้า"), [], 0);

        var page = await Registry.ListDatasetsAsync(new DatasetQuery(search, null, null, 10, false));

        string.Join(',', page.Items.Select(d => d.Name)).Should().Be(expected);
        page.Total.Should().Be(page.Items.Count);
    }

    [Fact]
    public async Task Pages_of_datasets_go_on_by_name_and_tell_the_total_and_whether_more_follow()
    {
        foreach (var name in new[] { "c", "a", "e", "b", "d" })
        {
            await Registry.SaveDatasetAsync(StoreFolder.Form(name, owner: name == "e" ? "nso" : "dga"), [new ResourceDraft(name, LocalText.Empty)], 0);
        }

        var first = await Page(new DatasetQuery(null, null, null, 2, false));
        var second = await Page(new DatasetQuery(null, null, "b", 2, false));
        var third = await Page(new DatasetQuery(null, null, "d", 2, false));

        first.Should().Be("a,b of 5, more");
        second.Should().Be("c,d of 5, more");
        third.Should().Be("e of 5");
        (await Page(new DatasetQuery(null, "dga", "b", 2, false))).Should().Be("c,d of 4");
        (await Page(new DatasetQuery(null, null, null, 0, false))).Should().Be(" of 5, more");

        async Task<string> Page(DatasetQuery query)
        {
            var page = await Registry.ListDatasetsAsync(query);
            page.Items.All(d => d.Resources.Count == 1 && d.Resources[0].Key == d.Name).Should().BeTrue();
            return $"{string.Join(',', page.Items.Select(d => d.Name))} of {page.Total}{(page.More ? ", more" : "")}";
        }
    }

    [Fact]
    public async Task The_public_sees_published_datasets_only()
    {
        await folder.RegisterAsync("draft");
        await folder.PublishAsync(await folder.RegisterAsync("shown"), StoreFolder.Dictionary(("a", ColumnType.Text)), []);

        var page = await Registry.ListDatasetsAsync(new DatasetQuery(null, null, null, 10, PublishedOnly: true));

        page.Items.Should().ContainSingle().Which.Name.Should().Be("shown");
        page.Total.Should().Be(1);
    }

    [Fact]
    public async Task A_search_of_ten_thousand_words_is_answered()
    {
        await folder.RegisterAsync("budget");

        var page = await Registry.ListDatasetsAsync(new DatasetQuery(string.Join(' ', Enumerable.Repeat("budget", 10_000)), null, null, 10, false));

        page.Total.Should().Be(1);
    }
}
