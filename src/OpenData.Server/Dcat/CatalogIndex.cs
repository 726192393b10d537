using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Server.Dcat;

/// <summary>A dataset that is or was public, in as few words as a hundred thousand of them can be held with.</summary>
internal sealed record IndexedDataset(Guid Id, string Name, string Organization, DateTimeOffset Created, DateTimeOffset Modified, bool IsWithdrawn);

/// <summary>
/// Every dataset that is or was public: what pages, sitemap and feed count and order by. It is read again only when what is published has
/// changed, in this process or another.
/// </summary>
internal sealed class CatalogIndex(IDataStore store) : IDisposable
{
    private const int Batch = 500;
    private readonly SemaphoreSlim turn = new(1);
    private volatile Content? content;

    public void Dispose() => turn.Dispose();

    /// <summary>The index as it stands now.</summary>
    public async Task<Content> ReadAsync(CancellationToken cancellation)
    {
        var stamp = await store.Registry.PublishedStampAsync(cancellation);
        if (content is { } known && known.Stamp == stamp)
        {
            return known;
        }

        await turn.WaitAsync(cancellation);
        try
        {
            // The stamp before the rows: a change in between makes the next reader read again.
            stamp = await store.Registry.PublishedStampAsync(cancellation);
            return content is { } read && read.Stamp == stamp ? read : content = new Content(stamp, await ListAsync(cancellation));
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<IReadOnlyList<IndexedDataset>> ListAsync(CancellationToken cancellation)
    {
        var all = new List<IndexedDataset>();
        DatasetPage page;
        string? after = null;
        do
        {
            page = await store.Registry.ListDatasetsAsync(new DatasetQuery(null, null, after, Batch, PublishedOnly: false), cancellation);
            all.AddRange(page.Items.Where(d => d.State is DatasetState.Published or DatasetState.Withdrawn).Select(Index));
            after = page.Items.Count == 0 ? null : page.Items[^1].Name;
        }
        while (page.More);
        return all;
    }

    private static IndexedDataset Index(Dataset dataset) =>
        new(dataset.Id, dataset.Name, dataset.Organization, dataset.Created, Descriptions.DatasetDescription.LastChange(dataset), dataset.State == DatasetState.Withdrawn);

    /// <summary>The datasets of one moment.</summary>
    /// <param name="Stamp">The registry's number of that moment.</param>
    /// <param name="All">All of them by name, the withdrawn ones too.</param>
    internal sealed record Content(long Stamp, IReadOnlyList<IndexedDataset> All)
    {
        private readonly Lazy<Dictionary<Guid, string>> names = new(() => All.ToDictionary(d => d.Id, d => d.Name));

        /// <summary>Those that are published, by name.</summary>
        public IReadOnlyList<IndexedDataset> Published { get; } = [.. All.Where(d => !d.IsWithdrawn)];

        /// <summary>When the first of them was registered; the beginning of time where there is none.</summary>
        public DateTimeOffset Issued => Published.Count == 0 ? DateTimeOffset.UnixEpoch : Published.Min(d => d.Created);

        /// <summary>When the catalog changed last, withdrawals included.</summary>
        public DateTimeOffset Modified => All.Count == 0 ? DateTimeOffset.UnixEpoch : All.Max(d => d.Modified);

        /// <summary>The name of a dataset by its name or id.</summary>
        public string? NameOf(string nameOrId) => Guid.TryParseExact(nameOrId, "D", out var id) ? names.Value.GetValueOrDefault(id) : nameOrId;
    }
}
