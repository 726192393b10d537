using OpenData.Store;

namespace OpenData.Server.Ckan.Packages;

/// <summary>The published datasets in a few words each, kept until what is published changes; asking whether it has costs microseconds.</summary>
internal sealed class PackageIndex(IDataStore store) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Kept? kept;

    /// <summary>Every published dataset, by name.</summary>
    public async Task<IReadOnlyList<PackageEntry>> ListAsync(CancellationToken cancellation)
    {
        var stamp = await store.Registry.PublishedStampAsync(cancellation);
        if (kept is { } known && known.Stamp == stamp)
        {
            return known.Entries;
        }

        await reading.WaitAsync(cancellation);
        try
        {
            // Asked before reading: what is published in between is seen next time.
            stamp = await store.Registry.PublishedStampAsync(cancellation);
            if (kept is not { } newer || newer.Stamp != stamp)
            {
                kept = new Kept(stamp, await ReadAsync(publishedOnly: true, [], cancellation));
            }

            return kept.Entries;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Every dataset of the registry, or what is published and everything of some organizations, as it stands now.</summary>
    public async Task<IReadOnlyList<PackageEntry>> ReadAsync(bool publishedOnly, IReadOnlyCollection<string> including, CancellationToken cancellation)
    {
        var entries = new List<PackageEntry>();
        var page = new DatasetPage([], 0, true);
        while (page.More)
        {
            var after = entries.Count == 0 ? null : entries[^1].Name;
            page = await store.Registry.ListDatasetsAsync(new DatasetQuery(null, null, after, CkanLimits.Batch, publishedOnly) { Including = including }, cancellation);
            entries.AddRange(page.Items.Select(PackageEntry.Of));
        }

        return entries;
    }

    public void Dispose() => reading.Dispose();

    private sealed record Kept(long Stamp, IReadOnlyList<PackageEntry> Entries);
}
