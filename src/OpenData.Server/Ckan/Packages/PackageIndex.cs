using OpenData.Registry;
using OpenData.Store;
using OpenData.Store.Search;

namespace OpenData.Server.Ckan.Packages;

/// <summary>The published datasets in a few words each, as the search holds them, with the organizations that have them.</summary>
internal sealed class PackageIndex(IDataStore store)
{
    private volatile Kept? kept;

    /// <summary>Every published dataset, by name.</summary>
    public async Task<IReadOnlyList<FoundDataset>> ListAsync(CancellationToken cancellation) => (await ReadAsync(cancellation)).Datasets;

    /// <summary>The organizations, each with what is published of it.</summary>
    public async Task<OrganizationIndex> OrganizationsAsync(CancellationToken cancellation)
    {
        var organizations = await store.Registry.ListOrganizationsAsync(cancellation);
        var now = await ReadAsync(cancellation);
        if (now.Organizations is not { } known || !known.All.SequenceEqual(organizations))
        {
            now.Organizations = known = new OrganizationIndex(organizations, now.Datasets);
        }

        return known;
    }

    /// <summary>What is published, and everything of some organizations or of all, by name.</summary>
    public async Task<IReadOnlyList<FoundDataset>> ReadAsync(SearchAudience audience, CancellationToken cancellation) =>
        [.. (await store.Search.ReadAsync(cancellation)).Datasets.Where(d => d.IsPublic || audience.SeesAll || audience.Organizations.Contains(d.Organization))];

    private async Task<Kept> ReadAsync(CancellationToken cancellation)
    {
        var catalog = await store.Search.ReadAsync(cancellation);
        if (kept is not { } known || known.Stamp != catalog.Stamp)
        {
            kept = known = new Kept(catalog.Stamp, [.. catalog.Datasets.Where(d => d.IsPublic)]);
        }

        return known;
    }

    private sealed record Kept(long Stamp, IReadOnlyList<FoundDataset> Datasets)
    {
        public OrganizationIndex? Organizations { get; set; }
    }
}
