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
        var entries = await packages.ListAsync(unpublished, call.Cancellation);
        var plain = words.IsPlain ? string.Join(' ', words.Words) : null;
        List<SearchedPackage> candidates = [.. plain is null
            ? entries.Select(d => new SearchedPackage(d, null, 0))
            : entries.Where(d => d.Contains(plain)).Select(d => new SearchedPackage(d, null, d.Rank(plain)))];
        IReadOnlyList<SolrQuery> conditions = plain is null ? [words, .. filters] : filters;
        if (conditions.SelectMany(c => c.Fields).Concat(fields).Any(SearchedPackage.NeedsFacts))
        {
            var known = await facts.FindAsync([.. candidates.Select(c => c.Found)], packages, call.Cancellation);
            candidates = [.. candidates.Select((c, i) => c with { Facts = known[i] })];
        }

        var match = new SolrMatch(organizations, Words(conditions, entries), clock.GetUtcNow().UtcDateTime);
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
    private static Dictionary<string, IReadOnlySet<Guid>> Words(IReadOnlyList<SolrQuery> queries, IReadOnlyList<PackageEntry> entries) =>
        queries.SelectMany(q => q.Words).Distinct(StringComparer.Ordinal)
            .ToDictionary(w => w, w => (IReadOnlySet<Guid>)entries.Where(e => e.Holds(w.Trim('*', '?'))).Select(e => e.Id).ToHashSet(), StringComparer.Ordinal);
}
