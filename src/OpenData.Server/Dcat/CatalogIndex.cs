using OpenData.Store;
using OpenData.Store.Search;

namespace OpenData.Server.Dcat;

/// <summary>
/// Every dataset that is or was public: what pages, sitemap and feed count and order by. It is made of what the search holds in memory, of which
/// only what has changed is read again, in whichever process it was changed.
/// </summary>
internal sealed class CatalogIndex(IDataStore store)
{
    private volatile Kept? kept;

    /// <summary>The index as it stands now.</summary>
    public async Task<Content> ReadAsync(CancellationToken cancellation)
    {
        // The stamp before the rows: a change in between is told by another stamp next time. That of the search tells of drafts, too, and is shown to nobody.
        var stamp = await store.Registry.PublishedStampAsync(cancellation);
        var catalog = await store.Search.ReadAsync(cancellation);
        if (kept is not { } known || known.Stamp != catalog.Stamp || known.Content.Stamp != stamp)
        {
            kept = known = new Kept(catalog.Stamp, new Content(stamp, [.. catalog.Datasets.Where(d => d.IsPublic || d.IsWithdrawn)]));
        }

        return known.Content;
    }

    private sealed record Kept(long Stamp, Content Content);

    /// <summary>The datasets of one moment.</summary>
    /// <param name="Stamp">The registry's number of that moment, of what is published.</param>
    /// <param name="All">All of them by name, the withdrawn ones too.</param>
    internal sealed record Content(long Stamp, IReadOnlyList<FoundDataset> All)
    {
        private readonly Lazy<Dictionary<Guid, string>> names = new(() => All.ToDictionary(d => d.Id, d => d.Name));

        /// <summary>Those that are published, by name.</summary>
        public IReadOnlyList<FoundDataset> Published { get; } = [.. All.Where(d => d.IsPublic)];

        /// <summary>When the first of them was registered; the beginning of time where there is none.</summary>
        public DateTimeOffset Issued { get; } = All.Where(d => d.IsPublic).Select(d => d.Created).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Min();

        /// <summary>When the catalog changed last, withdrawals included.</summary>
        public DateTimeOffset Modified { get; } = All.Select(d => d.Modified).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

        /// <summary>The name of a dataset by its name or id.</summary>
        public string? NameOf(string nameOrId) => Guid.TryParseExact(nameOrId, "D", out var id) ? names.Value.GetValueOrDefault(id) : nameOrId;
    }
}
