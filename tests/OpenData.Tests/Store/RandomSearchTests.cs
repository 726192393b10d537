using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Store.Moving;
using OpenData.Store.Search;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Store;

/// <summary>Random searches of a random catalog answer what a look at every dataset answers: filters, order, totals, facets, pages.</summary>
public sealed class RandomSearchTests : IDisposable
{
    private const int Datasets = 150;
    private const int EngineSearches = 100;

    /// <summary>What is searched is in memory whichever engine has it: PostgreSQL's run shows that it is the same there.</summary>
    private static readonly int Searches = TestStore.IsPostgres ? 60 : 300;

    private static readonly string[] Words =
    [
        "Budget", "งบประมาณ", "2567", "๒๕๖๘", "จำนวน", "น้ำ", "ประชากร", "population", "รถ", "ปี", "Water", "Quality", "คุณภาพ", "100%", "a\"b", "โรงเรียน", "school", "_x", "😀😀😀", "É",
    ];

    private static readonly string[] Organizations = ["unit", "ministry", "dga", "nso"];

    private readonly StoreFolder folder = new();
    private readonly Random random = new(20260311);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_search_gives_what_a_look_at_every_dataset_gives()
    {
        await MakeCatalogAsync();
        var catalog = await CatalogAsync();
        catalog.Count(d => d.State == DatasetState.Published).Should().BeInRange(40, 110);
        for (var i = 0; i < Searches; i++)
        {
            // Between the searches the catalog changes, as it does.
            if (i % 50 == 49)
            {
                await ChangeAsync(catalog[random.Next(catalog.Count)]);
                catalog = await CatalogAsync();
            }

            await CompareAsync(catalog, RandomSearch());
        }
    }

    /// <summary>A catalog whose texts are more than are kept in memory is looked through by the engine: the answers are the same.</summary>
    [Fact]
    public async Task The_engine_finds_what_is_found_in_memory()
    {
        await MakeCatalogAsync();
        using var engine = new CatalogSearch(((IMovable)folder.Store).Database.Search, keptTextBytes: 0);
        for (var i = 0; i < EngineSearches; i++)
        {
            var search = RandomSearch();
            var (found, expected) = (await engine.SearchAsync(search), await folder.Store.Search.SearchAsync(search));
            found.Hits.Select(h => (h.Dataset.Name, h.Score)).Should().Equal(expected.Hits.Select(h => (h.Dataset.Name, h.Score)), search.Text);
            found.Total.Should().Be(expected.Total, search.Text);
        }

        var mistyped = new DatasetSearch { Text = "populaton", Limit = 1 };
        (await engine.SearchAsync(mistyped)).Suggestion.Should().Be("population");
        (await folder.Store.Search.SearchAsync(mistyped)).Suggestion.Should().Be("population");
    }

    private async Task CompareAsync(IReadOnlyList<Dataset> catalog, DatasetSearch search)
    {
        var expected = SlowSearch.Find(catalog, search).ConvertAll(d => d.Name);
        var about = $"“{search.Text}” {string.Join(' ', search.Filters.Select(f => $"{(f.Negated ? "-" : "")}{f.Facet}={string.Join(',', f.Values)}"))} {search.Sort} {search.Descending} {search.Audience}";
        var found = new List<string>();
        DatasetSearchPage page;
        SearchPosition? after = null;
        do
        {
            page = await folder.Store.Search.SearchAsync(search with { After = after });
            page.Total.Should().Be(expected.Count, about);
            found.AddRange(page.Hits.Select(h => h.Dataset.Name));
            after = page.Next;
        }
        while (after is not null);
        found.Should().Equal(expected, about);
        (await folder.Store.Search.SearchAsync(search with { Skip = 3 })).Hits.Select(h => h.Dataset.Name).Should().Equal(expected.Skip(3).Take(search.Limit), about);
        foreach (var facet in search.Facets)
        {
            var counted = page.Facets[facet].Where(v => v.Count > 0).ToDictionary(v => v.Value, v => v.Count);
            counted.Should().BeEquivalentTo(SlowSearch.Count(catalog, search, facet), $"{facet} of {about}");
            search.Filters.Where(f => f.Facet == facet).SelectMany(f => f.Values).Should().BeSubsetOf(page.Facets[facet].Select(v => v.Value), about);
        }
    }

    private DatasetSearch RandomSearch() => new()
    {
        Text = string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => Typed(Pick(Words)))),
        Filters = [.. Enumerable.Range(0, random.Next(3)).Select(_ => RandomFilter())],
        Sort = Pick(SearchSort.Relevance, SearchSort.Name, SearchSort.Modified, SearchSort.Created, SearchSort.Id),
        Descending = random.Next(2) == 0,
        Limit = random.Next(1, 40),
        Facets = Enum.GetValues<DatasetFacet>(),
        Forgiving = false,
        Audience = Pick(SearchAudience.Public, new(true, []), new(false, ["unit"]), new(false, ["dga", "nso"])),
    };

    private SearchFilter RandomFilter() => Pick<Func<SearchFilter>>(
        () => new(DatasetFacet.Organization, [Pick(Organizations), "nobody"], random.Next(4) == 0),
        () => new(DatasetFacet.Group, [Pick(Organizations)], random.Next(4) == 0),
        () => new(DatasetFacet.Tag, [Pick(Words), Pick(Words)], random.Next(4) == 0),
        () => new(DatasetFacet.Category, ["public"]),
        () => new(DatasetFacet.Format, [Pick("csv", "xls")]),
        () => new(DatasetFacet.License, ["cc-by"], random.Next(2) == 0),
        () => new(DatasetFacet.Type, ["record", "stat"]),
        () => new(DatasetFacet.Complies, ["true"]))();

    /// <summary>A word as somebody may type it: a part of it, in capitals, or with Thai digits.</summary>
    private string Typed(string word) => random.Next(5) switch
    {
        0 => word.ToUpperInvariant(),
        1 => word[..Math.Max(1, word.Length - 1)].TrimEnd('\uD83D'),
        2 => word.Replace('2', '๒').Replace('5', '๕'),
        3 => word.Replace("ำ", "\u0E4D\u0E32", StringComparison.Ordinal),
        _ => word,
    };

    private async Task MakeCatalogAsync()
    {
        var registry = folder.Store.Registry;
        await registry.SaveOrganizationAsync(new Organization("ministry", LocalText.Empty, null));
        await registry.SaveOrganizationAsync(new Organization("unit", LocalText.Empty, "ministry"));
        for (var i = 0; i < Datasets; i++)
        {
            await SaveAsync(Form($"set-{random.Next(10_000):0000}-{i}"));
        }

        // Titles of organizations come later than datasets do, too.
        await registry.SaveOrganizationAsync(new Organization("unit", new LocalText("กรมหนึ่ง", null), "ministry"));
    }

    private async Task SaveAsync(DatasetForm form)
    {
        var dataset = await folder.Store.Registry.SaveDatasetAsync(form, [new ResourceDraft("rows", LocalText.Empty)], null);
        var dictionary = Dictionary();
        await folder.Store.Registry.SaveDictionaryAsync(dataset!.Resources[0].Id, dictionary);
        if (random.Next(2) == 0)
        {
            await folder.PublishAsync(dataset.Resources[0], dictionary, []);
        }
    }

    private async Task ChangeAsync(Dataset dataset)
    {
        if (dataset.State == DatasetState.Published && random.Next(2) == 0)
        {
            await folder.Store.Reviews.ChangeAsync(new DatasetChange { DatasetId = dataset.Id, Revision = dataset.Revision, State = DatasetState.Withdrawn });
        }
        else
        {
            // What is published keeps the words of its release's columns, whatever its next dictionary says.
            await folder.Store.Registry.SaveDictionaryAsync(dataset.Resources[0].Id, Dictionary());
            await folder.Store.Registry.SaveDatasetAsync(Form(dataset.Name), [new ResourceDraft("rows", LocalText.Empty)], null);
        }
    }

    private DatasetForm Form(string name) => new(new JObject
    {
        ["name"] = name,
        ["owner_org"] = Pick(Organizations),
        ["title"] = new JObject { ["th"] = Text(3), ["en"] = Text(2) },
        ["notes"] = new JObject { ["th"] = Text(6) },
        ["tag_string"] = new JArray(Enumerable.Range(0, random.Next(4)).Select(_ => Pick(Words))),
        ["data_type"] = Pick(null, "record", "stat"),
        ["data_category"] = Pick(null, "public"),
        ["license_id"] = Pick("cc-by", "other"),
        ["data_format"] = new JArray(Pick<string[]>(["csv"], ["csv", "xls"], [])),
    });

    private DataDictionary Dictionary() => new()
    {
        Columns = [.. Enumerable.Range(0, 2).Select(i => new DictionaryColumn { Name = $"c{i}", Header = $"c{i}", Label = new LocalText(Pick(Words), null), Type = ColumnType.Text })],
        Sha256 = new string('d', 64),
    };

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, random.Next(words + 1)).Select(_ => Pick(Words)));

    private async Task<IReadOnlyList<Dataset>> CatalogAsync() =>
        (await folder.Store.Registry.ListDatasetsAsync(new DatasetQuery(null, null, null, Datasets, PublishedOnly: false))).Items;

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
