using System.Collections.Concurrent;
using OpenData.GraphQL;
using OpenData.Registry;
using OpenData.Reports;
using OpenData.Server.GraphQl.Http;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>What one request has read of the catalog: things that several of its fields need are read once.</summary>
internal sealed class CatalogReads(GraphQlCall call)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<DatasetFacts>>>> sweeps = new(StringComparer.Ordinal);
    private Lazy<Task<IReadOnlyDictionary<string, OrganizationNode>>>? organizations;

    private IRegistryStore Registry => call.Http.RequestServices.GetRequiredService<IDataStore>().Registry;

    private CancellationToken Cancellation => call.Http.RequestAborted;

    /// <summary>The organizations the caller sees, by name.</summary>
    public Task<IReadOnlyDictionary<string, OrganizationNode>> OrganizationsAsync()
    {
        var reading = new Lazy<Task<IReadOnlyDictionary<string, OrganizationNode>>>(async () =>
            (await call.Catalog.ListOrganizationsAsync(Cancellation)).ToDictionary(o => o.Organization.Name, o => new OrganizationNode(o.Organization, o.Datasets), StringComparer.Ordinal));
        return (Interlocked.CompareExchange(ref organizations, reading, null) ?? reading).Value;
    }

    /// <summary>The reports of releases, or of the newest check where a number is null; null where there is none. One statement for all.</summary>
    public async Task<IReadOnlyList<object?>> ReportsAsync(IReadOnlyList<(ResourceNode Resource, int? Number)> wanted)
    {
        var found = await Registry.FindReportsAsync([.. wanted.Select(w => (w.Resource.Resource.Id, w.Number))], Cancellation);
        return [.. found.Select((json, i) => json is null ? null : new ReportNode(wanted[i].Resource, JsonReport.Read(json)))];
    }

    /// <summary>The newest releases of resources, at most so many of each. One statement for all.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Release>>> ReleasesAsync(IReadOnlyList<ResourceNode> resources, int first) =>
        await Registry.ListReleasesAsync([.. resources.Select(r => r.Resource.Id)], first, Cancellation);

    /// <summary>What facets, filters and orders ask of every dataset that a search finds.</summary>
    /// <exception cref="GraphQLException">There are more datasets, or more searches in one request, than are looked through.</exception>
    public Task<IReadOnlyList<DatasetFacts>> SweepAsync(string? search)
    {
        var sweep = sweeps.GetOrAdd(search ?? "", _ => new(() => call.Catalog.Caller.IsKnown
            ? SweepAsync(search, Cancellation)
            : call.Http.RequestServices.GetRequiredService<SweptCatalog>().FindAsync(search ?? "", () => SweepAsync(search, Cancellation), Cancellation)));
        if (sweeps.Count > GraphQlServerLimits.Sweeps)
        {
            throw CatalogFieldTexts.TooMany(call.Language, "sweeps", sweeps.Count, GraphQlServerLimits.Sweeps);
        }

        return sweep.Value;
    }

    private async Task<IReadOnlyList<DatasetFacts>> SweepAsync(string? search, CancellationToken cancellation)
    {
        var found = await call.Catalog.FindWordsAsync(search, cancellation);
        return found.Count <= GraphQlServerLimits.SweptDatasets
            ? [.. found.Select(DatasetFacts.Of)]
            : throw CatalogFieldTexts.TooMany(call.Language, "sweptDatasets", found.Count, GraphQlServerLimits.SweptDatasets);
    }
}
