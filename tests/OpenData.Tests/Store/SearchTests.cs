using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Store.Search;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Store;

/// <summary>What people type into the search, and what they are given.</summary>
public sealed class SearchTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("จำนวนประชากน", "จำนวนประชากร", "people")]
    [InlineData("populaton", "population", "people")]
    [InlineData("POPULATOIN จังหวัด", "population จังหวัด", "people")]
    [InlineData("schol", "school", "schools")]
    [InlineData("โรงเรยีน", "โรงเรียน", "schools")]
    [InlineData("edcuation", "education", "schools")]
    public async Task A_mistyped_word_finds_what_was_meant(string text, string suggestion, string found)
    {
        await PublishSomeAsync();

        var page = await SearchAsync(text);

        page.Suggestion.Should().Be(suggestion);
        page.Corrected.Should().BeTrue();
        page.Hits.Select(h => h.Dataset.Name).Should().Contain(found);
    }

    [Theory]
    [InlineData("zebra")]
    [InlineData("ปลาวาฬสีน้ำเงิน")]
    [InlineData("ab")]
    [InlineData("สุขภาพ")]
    public async Task What_is_like_nothing_finds_nothing(string text)
    {
        await PublishSomeAsync();

        var page = await SearchAsync(text);

        (page.Total, page.Suggestion, page.Corrected).Should().Be((0, null, false));
    }

    [Theory]
    [InlineData("ปี", "people,schools")]
    [InlineData("ป", "people,schools")]
    [InlineData("รถ", "")]
    [InlineData("๒๕๖๗", "people")]
    [InlineData("จํานวน", "people,schools")]
    [InlineData("\"จำนวนนักเรียน รายปี\"", "schools")]
    [InlineData("\"รายปี จำนวนนักเรียน\"", "")]
    [InlineData("province_code", "people")]
    [InlineData("รหัสจังหวัด", "people")]
    [InlineData("สถิติแห่งชาติ", "people")]
    [InlineData("%", "")]
    [InlineData("OR", "schools")]
    [InlineData("\"", "")]
    [InlineData("\" \"", "people,schools")]
    public async Task Words_are_found_in_titles_tags_owners_descriptions_and_columns(string text, string expected)
    {
        await PublishSomeAsync();

        var page = await folder.Store.Search.SearchAsync(new DatasetSearch { Text = text, Limit = 10, Forgiving = false });

        string.Join(',', page.Hits.Select(h => h.Dataset.Name)).Should().Be(expected);
    }

    [Fact]
    public async Task A_draft_tells_readers_nothing_whatever_they_type()
    {
        await PublishSomeAsync();
        var secret = await folder.Store.Registry.SaveDatasetAsync(StoreFolder.Form("secret", "แผนลับสุดยอด", "Classified programme", new[] { "ลับ" }, owner: "nso"), [], 0);

        foreach (var text in (string[])["ลับ", "แผนลับสุดยอด", "แผนลับสุดยอค", "Classified", "clasified", "secret"])
        {
            var page = await SearchAsync(text);
            (page.Total, page.Suggestion).Should().Be((0, null), text);
            page.Facets.Values.SelectMany(f => f).Sum(v => v.Count).Should().Be(0, text);
        }

        (await SearchAsync("")).Facets[DatasetFacet.Tag].Should().NotContain(t => t.Value == "ลับ");
        var member = await folder.Store.Search.SearchAsync(new DatasetSearch { Text = "ลับ", Limit = 10, Audience = new(false, ["nso"]) });
        member.Hits.Select(h => h.Dataset.Id).Should().Equal(secret!.Id);
        (await folder.Store.Search.SearchAsync(new DatasetSearch { Text = "ลับ", Limit = 10, Audience = new(false, ["dga"]) })).Total.Should().Be(0);
    }

    [Fact]
    public async Task A_cursor_goes_on_where_it_was_when_datasets_come_and_go()
    {
        foreach (var name in (string[])["a", "b", "c", "d"])
        {
            await folder.PublishAsync(await folder.RegisterAsync(name), StoreFolder.Dictionary(("x", ColumnType.Text)), []);
        }

        var first = await folder.Store.Search.SearchAsync(new DatasetSearch { Limit = 2 });
        await folder.PublishAsync(await folder.RegisterAsync("aa"), StoreFolder.Dictionary(("x", ColumnType.Text)), []);
        var second = await folder.Store.Search.SearchAsync(new DatasetSearch { Limit = 2, After = first.Next });

        first.Hits.Select(h => h.Dataset.Name).Should().Equal("a", "b");
        second.Hits.Select(h => h.Dataset.Name).Should().Equal("c", "d");
        (second.Total, second.Next).Should().Be((5, null));
    }

    [Fact]
    public async Task Thai_titles_are_sorted_as_a_Thai_dictionary_sorts_them()
    {
        foreach (var (name, title) in ((string, string)[])[("1", "ไก่"), ("2", "ขวด"), ("3", "เกาะ"), ("4", "กบ"), ("5", "แข่งขัน")])
        {
            await folder.Store.Registry.SaveDatasetAsync(StoreFolder.Form(name, title), [], 0);
        }

        var page = await folder.Store.Search.SearchAsync(new DatasetSearch { Sort = SearchSort.Title, Limit = 10, Audience = new(true, []) });

        // The Royal Institute's order: a leading vowel counts after its consonant.
        page.Hits.Select(h => h.Dataset.Title.Th).Should().Equal("กบ", "เกาะ", "ไก่", "ขวด", "แข่งขัน");
    }

    [Fact]
    public async Task A_catalog_of_a_program_without_search_is_found_when_this_one_opens_it()
    {
        await PublishSomeAsync();
        await folder.Store.DisposeAsync();
        await using (System.Data.Common.DbConnection registry = TestStore.IsPostgres ? folder.Connect() : new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder.Path, "registry.db")};Pooling=False"))
        {
            if (registry.State != System.Data.ConnectionState.Open)
            {
                await registry.OpenAsync();
            }

            await using var command = registry.CreateCommand();
            command.CommandText = "DROP TABLE search_document; DROP TABLE search_text; DROP TABLE search_change; DROP TABLE IF EXISTS search_published; DROP TABLE IF EXISTS search_drafts; DELETE FROM migration WHERE number = 9";
            await command.ExecuteNonQueryAsync();
        }

        await using var store = folder.Open();
        var page = await store.Search.SearchAsync(new DatasetSearch { Text = "ประชากร", Limit = 10 });

        page.Hits.Select(h => h.Dataset.Name).Should().Equal("people");
    }

    [Theory]
    [InlineData("จำนวนประชากรไทย", "ประชากร", "จำนวน[ประชากร]ไทย")]
    [InlineData("Water QUALITY ๒๕๖๗", "quality 2567", "Water [QUALITY] [๒๕๖๗]")]
    [InlineData("น้ำท่วม", "นำ้", "น้ำท่วม")]
    [InlineData("น้ำท่วม", "น้ํา", "[น้ำ]ท่วม")]
    [InlineData("a  b", "\"a b\"", "[a  b]")]
    [InlineData("ﬁnance", "fin", "[ﬁn]ance")]
    [InlineData("ก😀ข", "😀", "ก[😀]ข")]
    [InlineData("aaa", "aa", "[aaa]")]
    [InlineData("", "a", "")]
    public void Words_are_marked_where_they_stand_in_the_text_as_it_is_written(string text, string words, string expected)
    {
        var marked = text;
        foreach (var (start, length) in new MappedText(text).Find(FoldedText.Words(words)).Reverse())
        {
            marked = marked.Insert(start + length, "]").Insert(start, "[");
        }

        marked.Should().Be(expected);
    }

    private Task<DatasetSearchPage> SearchAsync(string text) =>
        folder.Store.Search.SearchAsync(new DatasetSearch { Text = text, Sort = SearchSort.Relevance, Limit = 10, Facets = Enum.GetValues<DatasetFacet>() });

    private async Task PublishSomeAsync()
    {
        await folder.Store.Registry.SaveOrganizationAsync(new Organization("nso", new LocalText("สำนักงานสถิติแห่งชาติ", "National Statistical Office"), null));
        await PublishAsync(
            StoreFolder.Form("people", "จำนวนประชากร รายปี", "Population by year", new[] { "ประชากร", "census" }, owner: "nso", notes: "ข้อมูลปี 2567"),
            new DictionaryColumn { Name = "province_code", Header = "province_code", Label = new LocalText("รหัสจังหวัด", null), Type = ColumnType.Text });
        await PublishAsync(
            StoreFolder.Form("schools", "จำนวนนักเรียน รายปี", "School pupils", new[] { "โรงเรียน", "education" }, notes: "Every school or college"),
            new DictionaryColumn { Name = "pupils", Header = "pupils", Type = ColumnType.Integer });
    }

    private async Task PublishAsync(DatasetForm form, DictionaryColumn column)
    {
        var dataset = await folder.Store.Registry.SaveDatasetAsync(form, [new ResourceDraft("rows", LocalText.Empty)], 0);
        await folder.PublishAsync(dataset!.Resources[0], new DataDictionary { Columns = [column], Sha256 = new string('d', 64) }, []);
    }
}
