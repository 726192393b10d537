using OpenData.Registry;
using OpenData.Server.Rest;
using OpenData.Store;
using OpenData.Store.Search;

namespace OpenData.Server.Ckan.Packages;

/// <summary>The datasets of one caller as CKAN's actions look for them: by id or name, by resource, or all at once in a few words each.</summary>
internal sealed class PackageCatalog(IDataStore store, Catalog catalog, PackageIndex index)
{
    /// <summary>Every dataset by name: what is published, and beside it what the caller's roles show where that is asked for.</summary>
    public Task<IReadOnlyList<FoundDataset>> ListAsync(bool unpublished, CancellationToken cancellation) => unpublished && catalog.Caller.IsKnown
        ? index.ReadAsync(catalog.Audience, cancellation)
        : index.ListAsync(cancellation);

    /// <summary>What contains each word of a text, with how well it fits, of the datasets that <see cref="ListAsync"/> gives.</summary>
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string text, bool unpublished, CancellationToken cancellation)
    {
        var audience = unpublished && catalog.Caller.IsKnown ? catalog.Audience : SearchAudience.Public;
        return (await store.Search.SearchAsync(new DatasetSearch { Text = text, Audience = audience, Sort = SearchSort.Relevance, Limit = int.MaxValue, Forgiving = false }, cancellation)).Hits;
    }

    /// <summary>The dataset of an id or name that the caller sees; null where there is none, and where it was withdrawn from them.</summary>
    public async Task<Dataset?> FindAsync(string idOrName, CancellationToken cancellation)
    {
        if (await catalog.FindAsync(idOrName, cancellation) is { } named)
        {
            return named;
        }

        if (!Guid.TryParseExact(idOrName, "D", out var id))
        {
            return null;
        }

        var found = (await ListAsync(unpublished: false, cancellation)).FirstOrDefault(d => d.Id == id)
            ?? (catalog.Caller.IsKnown ? (await ListAsync(unpublished: true, cancellation)).FirstOrDefault(d => d.Id == id) : null);
        return found is null ? null : await catalog.FindAsync(found.Name, cancellation);
    }

    /// <summary>The resource of an id, with its dataset.</summary>
    public async Task<(Dataset Dataset, Resource Resource)?> FindResourceAsync(string id, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(id, "D", out var guid)
            || await store.Registry.FindDatasetOfAsync(guid, cancellation) is not { } name
            || await catalog.FindAsync(name, cancellation) is not { } dataset
            || dataset.Resources.FirstOrDefault(r => r.Id == guid) is not { } resource)
        {
            return null;
        }

        return (dataset, resource);
    }

    /// <summary>The table of a resource that the DataStore gives; null where none is published, or it was withdrawn.</summary>
    public async Task<(Dataset Dataset, Resource Resource, Release Release)?> FindTableAsync(string id, CancellationToken cancellation) =>
        await FindResourceAsync(id, cancellation) is var (dataset, resource) && dataset.State != DatasetState.Withdrawn && resource.Current is { } release
            ? (dataset, resource, release)
            : null;

    /// <summary>The organizations, each with what is published of it.</summary>
    public Task<OrganizationIndex> OrganizationsAsync(CancellationToken cancellation) => index.OrganizationsAsync(cancellation);

    /// <summary>The datasets of these names, in their order.</summary>
    public Task<IReadOnlyList<Dataset>> ReadAsync(IReadOnlyList<string> names, CancellationToken cancellation) => catalog.FindAsync(names, cancellation);

    /// <summary>True where the caller sees what is not published of an organization.</summary>
    public bool SeesDraftsOf(string organization) => catalog.SeesDraftsOf(organization);
}
