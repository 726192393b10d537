using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using OpenData.Registry;
using OpenData.Server.Published;
using OpenData.Server.Rest.Datasets;
using OpenData.Store.Search;

namespace OpenData.Server.Rest.Search;

/// <summary>A dataset of an answer.</summary>
/// <param name="Json">Its JSON, UTF-8.</param>
/// <param name="Texts">The texts in which hits are shown.</param>
internal sealed record FoundItem(byte[] Json, SearchedTexts Texts)
{
    /// <summary>About how much room it takes.</summary>
    public long Bytes => Json.Length + Texts.Bytes;

    public static FoundItem Of(Dataset dataset) => new(Encoding.UTF8.GetBytes(JsonBody.Text(DatasetJson.Of(dataset))), new SearchedTexts(dataset));
}

/// <summary>Datasets as readers are given them, kept until they change.</summary>
/// <remarks>Only what everybody sees is kept; for whoever is signed in everything is read anew.</remarks>
internal sealed class FoundItems
{
    /// <summary>By what the search knows of a dataset: after a change it is another object.</summary>
    private readonly AnswerCache<FoundDataset> kept = new(ServerLimits.KeptItemBytes, ServerLimits.KeptItemBytes, ReferenceEqualityComparer.Instance, static _ => 0);
    private readonly ConditionalWeakTable<DatasetSearchPage, ConcurrentDictionary<string, SearchBody>> bodies = [];
    private volatile KnownFacets? facets;
    private long written;

    /// <summary>A page as it is sent. What everybody is sent is kept for as long as the store keeps the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="next">The address of the page after it, as this request writes it, or null.</param>
    /// <param name="catalog">The catalog of the caller.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<SearchBody> BodyAsync(DatasetSearchPage page, string? next, Catalog catalog, CancellationToken cancellation)
    {
        var address = next ?? "";
        var isKept = page.IsKept && !catalog.Caller.IsKnown;
        if (isKept && bodies.TryGetValue(page, out var writings) && writings.TryGetValue(address, out var known))
        {
            return known;
        }

        var items = await FindAsync(page.Hits, catalog, cancellation);
        var body = new SearchJson(page, items, next, await FacetsAsync(page.Stamp, catalog, cancellation)).Body();
        if (isKept && items.Count == page.Hits.Count)
        {
            Keep(page, address, body.Kept);
        }

        return body;
    }

    /// <summary>The items of hits, in their order; one that is gone since the search is left out.</summary>
    private async Task<IReadOnlyList<FoundItem>> FindAsync(IReadOnlyList<SearchHit> hits, Catalog catalog, CancellationToken cancellation)
    {
        var (found, missing) = (new FoundItem?[hits.Count], new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = catalog.Caller.IsKnown ? null : kept.Find<FoundItem>(hits[i].Dataset);
            if (found[i] is null)
            {
                missing.Add(hits[i].Dataset.Name, i);
            }
        }

        foreach (var dataset in missing.Count == 0 ? [] : await catalog.FindAsync([.. missing.Keys], cancellation))
        {
            var (item, place) = (FoundItem.Of(dataset), missing[dataset.Name]);
            found[place] = item;
            if (!catalog.Caller.IsKnown)
            {
                kept.Keep(hits[place].Dataset, item, item.Bytes);
            }
        }

        return [.. found.OfType<FoundItem>()];
    }

    /// <summary>The values of facets with what organizations are called; those that a page names have changed only where its stamp has.</summary>
    private async Task<FacetJson> FacetsAsync(long stamp, Catalog catalog, CancellationToken cancellation)
    {
        if (facets is not { } known || known.Stamp != stamp)
        {
            facets = known = new KnownFacets(stamp, new FacetJson(await catalog.OrganizationTitlesAsync(cancellation)));
        }

        return known.Json;
    }

    /// <summary>Keeps what was written of a page. Where that is more than may be kept, the keeping starts anew; what went with its page is counted until then.</summary>
    private void Keep(DatasetSearchPage page, string address, SearchBody body)
    {
        if (!bodies.GetValue(page, static _ => new(StringComparer.Ordinal)).TryAdd(address, body))
        {
            return;
        }

        if (Interlocked.Add(ref written, body.Json.Length) > ServerLimits.KeptWrittenBytes)
        {
            bodies.Clear();
            Interlocked.Exchange(ref written, 0);
        }
    }

    private sealed record KnownFacets(long Stamp, FacetJson Json);
}
