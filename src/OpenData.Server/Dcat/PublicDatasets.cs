using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Store;

namespace OpenData.Server.Dcat;

/// <summary>The published datasets as anybody sees them, whoever asks: for answers that are copied to other places. <see cref="Catalog"/> is for answers to one caller.</summary>
internal sealed class PublicDatasets(IDataStore store)
{
    /// <summary>The published dataset of a name, or null.</summary>
    public async Task<Dataset?> FindAsync(string name, CancellationToken cancellation) =>
        Slug.Is(name) ? (await FindAsync([name], cancellation)).SingleOrDefault() : null;

    /// <summary>The published datasets of these names, in the order of the names.</summary>
    public async Task<IReadOnlyList<Dataset>> FindAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var found = (await store.Registry.FindDatasetsAsync(names, cancellation)).Where(d => d.State == DatasetState.Published).ToDictionary(d => d.Name, StringComparer.Ordinal);
        return [.. names.Select(found.GetValueOrDefault).OfType<Dataset>().Select(Public)];
    }

    /// <summary>Published datasets that words are found in, by name.</summary>
    public async Task<DatasetPage> ListAsync(string? search, string? after, int limit, CancellationToken cancellation)
    {
        var page = await store.Registry.ListDatasetsAsync(new DatasetQuery(search, null, after, limit, PublishedOnly: true), cancellation);
        return page with { Items = [.. page.Items.Select(Public)] };
    }

    /// <summary>Why nobody is given a dataset: it was withdrawn, or there is none.</summary>
    public async Task<Problem> RefusalAsync(string name, CancellationToken cancellation)
    {
        var dataset = Slug.Is(name) ? await store.Registry.FindDatasetAsync(name, cancellation) : null;
        if (dataset?.State != DatasetState.Withdrawn)
        {
            return CatalogTexts.UnknownDataset(name);
        }

        var steps = await store.Reviews.ListStepsAsync(dataset.Id, cancellation);
        return ReviewTexts.Withdrawn(Public(dataset), steps.LastOrDefault(s => s.Action == DatasetAction.Withdraw));
    }

    /// <summary>Everything that is not published is taken out.</summary>
    private static Dataset Public(Dataset dataset) => dataset with
    {
        Pending = null,
        SubmittedBy = null,
        Revision = dataset.Version,
        Resources = [.. dataset.Resources.Where(r => r.Current is not null).Select(r => r with { Dictionary = r.Current!.Dictionary, Staged = null, Exceptions = [] })],
    };
}
