using Newtonsoft.Json.Linq;
using OpenData.Server.Ckan.Packages;

namespace OpenData.Server.Ckan.Search;

/// <summary>Finds the datasets of a search: by words with the catalog's own search, by fields with the query's own conditions.</summary>
internal sealed class PackageSearch(CkanCall call, PackageFactsCache facts, TimeProvider clock)
{
    private readonly PackageCatalog packages = call.Packages;

    /// <summary>What a search found, in no order yet.</summary>
    public sealed record Found(IReadOnlyList<SearchedPackage> Packages, OrganizationIndex Organizations);

    /// <param name="words">The query of <c>q</c>.</param>
    /// <param name="filters">The queries of <c>fq</c> and <c>fq_list</c>.</param>
    /// <param name="fields">Fields that the order or the facets ask for, beside those of the queries.</param>
    /// <param name="unpublished">Whether what is not published is looked at too, where the caller sees it.</param>
    public async Task<Found> FindAsync(SolrQuery words, IReadOnlyList<SolrQuery> filters, IEnumerable<string> fields, bool unpublished)
    {
        var organizations = await packages.OrganizationsAsync(call.Cancellation);
        List<SearchedPackage> candidates = [.. words.IsPlain
            ? (await packages.SearchAsync(string.Join(' ', words.Words.Select(Phrase)), unpublished, call.Cancellation)).Select(h => new SearchedPackage(h.Dataset, null, h.Score))
            : (await packages.ListAsync(unpublished, call.Cancellation)).Select(d => new SearchedPackage(d, null, 0))];
        IReadOnlyList<SolrQuery> conditions = words.IsPlain ? filters : [words, .. filters];
        if (conditions.SelectMany(c => c.Fields).Concat(fields).Any(SearchedPackage.NeedsFacts))
        {
            var known = await facts.FindAsync([.. candidates.Select(c => c.Found)], packages, call.Cancellation);
            candidates = [.. candidates.Select((c, i) => c with { Facts = known[i] })];
        }

        var match = new SolrMatch(organizations, await WordsAsync(conditions, unpublished), clock.GetUtcNow().UtcDateTime);
        return new Found([.. candidates.Where(c => conditions.All(q => match.Fits(q, c)))], organizations);
    }

    /// <summary>The values of a facet with how many datasets have each: the most frequent first, then by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>> Count(Found found, string field, int least, int most)
    {
        var counted = found.Packages.SelectMany(p => p.Values(field, found.Organizations).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal))
            .CountBy(v => v).Where(v => v.Value >= least).OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal);
        return [.. most < 0 ? counted : counted.Take(most)];
    }

    /// <summary>The packages of a page, as dictionaries.</summary>
    public async Task<JArray> ReadAsync(IEnumerable<SearchedPackage> page, OrganizationIndex organizations)
    {
        var datasets = await packages.ReadAsync([.. page.Select(p => p.Found.Name)], call.Cancellation);
        return new JArray(datasets.Select(d => PackageJson.Of(d, organizations, call.Root)));
    }

    /// <summary>Where each word that a query looks for anywhere is found.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlySet<Guid>>> WordsAsync(IReadOnlyList<SolrQuery> queries, bool unpublished)
    {
        var found = new Dictionary<string, IReadOnlySet<Guid>>(StringComparer.Ordinal);
        foreach (var word in queries.SelectMany(q => q.Words).Distinct(StringComparer.Ordinal))
        {
            found.Add(word, (await packages.SearchAsync(Phrase(word.Trim('*', '?')), unpublished, call.Cancellation)).Select(h => h.Dataset.Id).ToHashSet());
        }

        return found;
    }

    /// <summary>A value as one word of the catalog's search, in which quotes hold together what spaces part.</summary>
    private static string Phrase(string value) => value.Any(char.IsWhiteSpace) ? $"\"{value.Replace('"', ' ')}\"" : value;
}
