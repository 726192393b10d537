using System.Globalization;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Store;

namespace OpenData.Server.Published;

/// <summary>The published datasets as readers see them, kept in memory until what is published changes. Nothing else ever comes in here.</summary>
internal sealed class PublishedDatasets : IDisposable
{
    private readonly IRegistryStore registry;
    private readonly IReviewStore reviews;
    private readonly PublishedWatch watch;
    private volatile AnswerCache kept = Empty();

    public PublishedDatasets(IDataStore store)
    {
        (registry, reviews) = (store.Registry, store.Reviews);

        // What is still being read for the one before is kept there, and forgotten with it.
        watch = new PublishedWatch(registry, _ =>
        {
            kept = Empty();
            return Task.CompletedTask;
        });
    }

    /// <summary>The dataset of a name as readers see it; null where none of it is published.</summary>
    public async ValueTask<Dataset?> FindAsync(string name, CancellationToken cancellation)
    {
        await watch.SeeAsync(cancellation);
        var into = kept;
        if (into.Find<Dataset>(name) is { } known)
        {
            return known;
        }

        if (!Slug.Is(name))
        {
            return null;
        }

        if (await registry.FindDatasetAsync(name, cancellation) is not { State: DatasetState.Published } dataset)
        {
            // Not kept: anybody can ask for any number of names.
            return null;
        }

        var seen = ForReaders(dataset);
        into.Keep(name, seen, (4L * dataset.Form.Json.ToString(Newtonsoft.Json.Formatting.None).Length) + seen.Resources.Sum(r => Size(r.Dictionary)));
        return seen;
    }

    /// <summary>The published datasets of these names as readers see them, in the order of the names. They are read for a list, and not kept.</summary>
    public async Task<IReadOnlyList<Dataset>> FindAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var found = (await registry.FindDatasetsAsync(names, cancellation)).Where(d => d.State == DatasetState.Published).ToDictionary(d => d.Name, StringComparer.Ordinal);
        return [.. names.Select(found.GetValueOrDefault).OfType<Dataset>().Select(ForReaders)];
    }

    /// <summary>Why nobody is given a dataset: it was withdrawn, or there is none.</summary>
    public async Task<Problem> RefusalAsync(string name, CancellationToken cancellation)
    {
        var dataset = Slug.Is(name) ? await registry.FindDatasetAsync(name, cancellation) : null;
        if (dataset?.State != DatasetState.Withdrawn)
        {
            return CatalogTexts.UnknownDataset(name);
        }

        var steps = await reviews.ListStepsAsync(dataset.Id, cancellation);
        return ReviewTexts.Withdrawn(ForReaders(dataset), steps.LastOrDefault(s => s.Action == DatasetAction.Withdraw));
    }

    /// <summary>A release of a published resource; null where it has none of that number.</summary>
    public async ValueTask<Release?> FindReleaseAsync(Guid resourceId, int number, CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{resourceId:N} {number}");
        await watch.SeeAsync(cancellation);
        var into = kept;
        if (into.Find<Release>(name) is { } known)
        {
            return known;
        }

        if (await registry.FindReleaseAsync(resourceId, number, cancellation) is { } release)
        {
            into.Keep(name, release, Size(release.Dictionary));
            return release;
        }

        return null;
    }

    /// <summary>A dataset without everything that is not published.</summary>
    public static Dataset ForReaders(Dataset dataset) => dataset with
    {
        Pending = null,
        SubmittedBy = null,
        Revision = dataset.Version,
        Resources = [.. dataset.Resources.Where(r => r.Current is not null).Select(r => r with
        {
            Dictionary = r.Current!.Dictionary,
            Staged = null,
            Exceptions = r.Current.Complies ? [] : [.. r.Exceptions.Where(e => e.Time <= r.Current.Published)],
        })],
    };

    public void Dispose() => watch.Dispose();

    private static AnswerCache Empty() => new(ServerLimits.KeptDatasetBytes, ServerLimits.KeptDatasetBytes / 2);

    /// <summary>About how many bytes a dictionary takes.</summary>
    private static long Size(DataDictionary? dictionary) => dictionary?.Columns.Sum(c => 1_000L + (250L * c.Codes.Count)) ?? 0;
}
