using System.Collections.Concurrent;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>What readers' searches have found, as long as nothing is published or changed: facets and filters then cost nothing.</summary>
/// <remarks>Only what everybody may see is kept; whoever has the token reads anew each time.</remarks>
internal sealed class SweptCatalog(IDataStore store)
{
    private Kept kept = new(-1);

    /// <summary>What a search found, from memory or by <paramref name="read"/>.</summary>
    public async Task<IReadOnlyList<DatasetFacts>> FindAsync(string search, Func<Task<IReadOnlyList<DatasetFacts>>> read, CancellationToken cancellation)
    {
        var stamp = await store.Registry.PublishedStampAsync(cancellation);
        var now = kept;
        if (now.Stamp != stamp)
        {
            kept = now = new Kept(stamp);
        }

        if (now.BySearch.TryGetValue(search, out var known))
        {
            return known;
        }

        var found = await read();
        if (now.BySearch.Count < GraphQlServerLimits.KeptSweeps && await store.Registry.PublishedStampAsync(cancellation) == stamp)
        {
            now.BySearch[search] = found;
        }

        return found;
    }

    private sealed record Kept(long Stamp)
    {
        public ConcurrentDictionary<string, IReadOnlyList<DatasetFacts>> BySearch { get; } = new(StringComparer.Ordinal);
    }
}
