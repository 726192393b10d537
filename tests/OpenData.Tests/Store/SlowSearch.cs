using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store.Search;

namespace OpenData.Tests.Store;

/// <summary>A search without any index: every dataset is looked at, once for each question.</summary>
internal static class SlowSearch
{
    /// <summary>The datasets that match, in order.</summary>
    public static List<Dataset> Find(IEnumerable<Dataset> catalog, DatasetSearch search)
    {
        var matching = catalog.Where(d => Sees(search.Audience, d) && Score(d, search.Text) >= 0 && search.Filters.All(f => Holds(d, f))).ToList();
        Comparison<Dataset> order = search.Sort switch
        {
            SearchSort.Relevance => (x, y) => (Score(y, search.Text), y.Modified).CompareTo((Score(x, search.Text), x.Modified)),
            SearchSort.Modified => (x, y) => x.Modified.CompareTo(y.Modified),
            SearchSort.Created => (x, y) => x.Created.CompareTo(y.Created),
            SearchSort.Id => (x, y) => string.CompareOrdinal(x.Id.ToString(), y.Id.ToString()),
            _ => (x, y) => string.CompareOrdinal(x.Name, y.Name),
        };
        matching.Sort((x, y) => (search.Descending && search.Sort != SearchSort.Relevance ? order(y, x) : order(x, y)) is var by and not 0 ? by : string.CompareOrdinal(x.Name, y.Name));
        return matching;
    }

    /// <summary>How many datasets each value of a facet would find if the facet's own filters were not there.</summary>
    public static Dictionary<string, int> Count(IEnumerable<Dataset> catalog, DatasetSearch search, DatasetFacet facet) =>
        Find(catalog, search with { Filters = [.. search.Filters.Where(f => f.Facet != facet)] }).SelectMany(d => Values(d, facet)).CountBy(v => v).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);

    private static bool Sees(SearchAudience audience, Dataset dataset) =>
        dataset.State == DatasetState.Published || audience.SeesAll || audience.Organizations.Contains(dataset.Organization);

    private static bool Holds(Dataset dataset, SearchFilter filter) => Values(dataset, filter.Facet).Intersect(filter.Values).Any() != filter.Negated;

    private static List<string> Values(Dataset dataset, DatasetFacet facet) => (facet switch
    {
        DatasetFacet.Organization => [dataset.Organization],
        DatasetFacet.Group => dataset.Organization == "unit" ? ["unit", "ministry"] : [dataset.Organization],
        DatasetFacet.Tag => dataset.Form.Tags,
        DatasetFacet.Category => [dataset.Form.Category ?? ""],
        DatasetFacet.Format => dataset.Form.DataFormat,
        DatasetFacet.License => [dataset.Form.License ?? ""],
        DatasetFacet.Type => [dataset.Form.DataType ?? ""],
        _ => (IReadOnlyList<string>)(dataset.Resources.Any(r => r.Current is not null) ? ["true"] : []),
    }).Where(v => v.Length > 0).Distinct().ToList();

    /// <summary>16 for each word in title or name, 8 in tags, 4 in the organization, 2 in the description, 1 in columns; 32 a word more where a title begins with the text, 64 where it is the text.</summary>
    private static int Score(Dataset dataset, string? text)
    {
        var words = Plain(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        string[] titles = [dataset.Name, Plain(dataset.Form.Title.Th ?? ""), Plain(dataset.Form.Title.En ?? "")];
        var columns = dataset.Resources.SelectMany(r => (dataset.State == DatasetState.Published ? r.Current?.Dictionary : r.Dictionary)?.Columns ?? []).SelectMany(c => (string[])[c.Name, c.Label.Th ?? ""]);
        var parts = new (int Weight, IEnumerable<string> Texts)[]
        {
            (16, titles),
            (8, dataset.Form.Tags),
            (4, [dataset.Organization, dataset.Organization == "unit" ? "กรมหนึ่ง" : ""]),
            (2, [dataset.Form.Notes.Th ?? "", dataset.Form.Notes.En ?? ""]),
            (1, columns),
        };
        var score = 0;
        foreach (var word in words)
        {
            var found = parts.Where(p => p.Texts.Any(t => Plain(t).Contains(word, StringComparison.Ordinal))).Sum(p => p.Weight);
            if (found == 0)
            {
                return -1;
            }

            score += found;
        }

        var line = string.Join(' ', words);
        var all = words.Count > 0 && words.TrueForAll(w => titles.Any(t => t.Contains(w, StringComparison.Ordinal)));
        return score + (!all ? 0 : titles.Contains(line) ? 64 * words.Count : titles.Any(t => t.StartsWith(line, StringComparison.Ordinal)) ? 32 * words.Count : 0);
    }

    /// <summary>Lower case, Arabic digits, sara am in two.</summary>
    private static string Plain(string text) =>
        string.Concat(text.ToLowerInvariant().Select(c => c is >= '๐' and <= '๙' ? (char)('0' + (c - '๐')) : c)).Replace("ำ", "\u0E4D\u0E32", StringComparison.Ordinal);
}
