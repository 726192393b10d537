using OpenData.Intake;
using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Store.Search;

namespace OpenData.Store;

/// <summary>Everything that is kept: the registry, the originals and the rows. One engine, chosen by one connection string.</summary>
public interface IDataStore : IAsyncDisposable
{
    IRegistryStore Registry { get; }
    IOriginalStore Originals { get; }
    IRowStore Rows { get; }
    IScoreStore Scores { get; }
    IReviewStore Reviews { get; }
    IAccountStore Accounts { get; }

    /// <summary>Whole tables as files, made once and kept; null where the store keeps none.</summary>
    IDownloadStore? Downloads => null;

    /// <summary>What the public says: ratings, questions, requests for data.</summary>
    IFeedbackStore Feedback { get; }

    /// <summary>How often what was asked for.</summary>
    IUsageStore Usage { get; }

    /// <summary>The audit log. It is written with each change, in the same transaction, and here only read.</summary>
    IAuditStore Audit => throw new NotSupportedException("This store keeps no audit log.");

    /// <summary>The search of the catalog.</summary>
    ISearchStore Search => throw new NotSupportedException("This store keeps no search.");

    /// <summary>The same store, with another name in the audit log for what is changed through it. Whoever opened the store disposes it, and not what this gives.</summary>
    IDataStore By(Actor actor) => this;

    /// <summary>Takes the right to publish, waiting for whoever has it, in this process or another; disposing gives it back.</summary>
    ValueTask<IAsyncDisposable> BeginPublishAsync(CancellationToken cancellation = default);

    /// <summary>Removes what a killed publish left behind; does nothing while another process publishes. Returns how many units it removed.</summary>
    ValueTask<int> SweepAsync(CancellationToken cancellation = default);
}

/// <summary>A page of datasets asked for.</summary>
/// <param name="Search">Words that title, description, name or tags contain, or null.</param>
/// <param name="Organization">The owner's slug, or null for all.</param>
/// <param name="After">The name after which to go on, or null for the first page. The order is by name.</param>
/// <param name="Limit">The greatest number of datasets to give.</param>
/// <param name="PublishedOnly">True for what the public may see.</param>
public sealed record DatasetQuery(string? Search, string? Organization, string? After, int Limit, bool PublishedOnly)
{
    /// <summary>Organizations whose datasets are given all the same, published or not.</summary>
    public IReadOnlyCollection<string> Including { get; init; } = [];
}

/// <summary>A page of datasets.</summary>
/// <param name="Items">The datasets, by name.</param>
/// <param name="Total">How many match, on all pages.</param>
/// <param name="More">True where more follow.</param>
public sealed record DatasetPage(IReadOnlyList<Dataset> Items, long Total, bool More);

/// <summary>A resource to register: what Form 1 says of it.</summary>
public sealed record ResourceDraft(string Key, LocalText Name)
{
    /// <summary>The resources of a form, in its order.</summary>
    public static IReadOnlyList<ResourceDraft> Of(DatasetForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return [.. form.ResourceForms.Select(r => new ResourceDraft(r.Key, r.Name))];
    }
}

/// <summary>A release to be published: all of it but the number, which the registry gives.</summary>
/// <param name="Release">The release; its number is ignored.</param>
/// <param name="Report">The report, as JSON (UTF-8).</param>
/// <param name="Basis">What the check rested on, or null where that is not known.</param>
public sealed record NewRelease(Release Release, byte[] Report, ReleaseBasis? Basis = null)
{
    /// <summary>Who gave the file, noted in the dataset's history; null where nobody is.</summary>
    public ReviewStep? Step { get; init; }
}

/// <summary>The registry: organizations, datasets, dictionaries, releases and reports.</summary>
public interface IRegistryStore
{
    Task SaveOrganizationAsync(Organization organization, CancellationToken cancellation = default);
    Task<Organization?> FindOrganizationAsync(string name, CancellationToken cancellation = default);
    Task<IReadOnlyList<Organization>> ListOrganizationsAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Registers a dataset or replaces its Form 1. Resources not named any more stay while they have releases.
    /// <paramref name="expectedVersion"/> is the version the caller has seen: 0 for "does not exist yet", null for whatever is there.
    /// Returns null where the dataset has moved on in between.
    /// </summary>
    Task<Dataset?> SaveDatasetAsync(DatasetForm form, IReadOnlyList<ResourceDraft> resources, int? expectedVersion, CancellationToken cancellation = default);

    Task<Dataset?> FindDatasetAsync(string name, CancellationToken cancellation = default);

    /// <summary>The name of the dataset that a resource is of, published or not; null where there is no such resource.</summary>
    async Task<string?> FindDatasetOfAsync(Guid resourceId, CancellationToken cancellation = default) =>
        (await ListPublishedAsync(cancellation)).FirstOrDefault(t => t.ResourceId == resourceId)?.Dataset;

    Task<DatasetPage> ListDatasetsAsync(DatasetQuery query, CancellationToken cancellation = default);
    Task SaveDictionaryAsync(Guid resourceId, DataDictionary dictionary, CancellationToken cancellation = default);

    /// <summary>Keeps the report of a resource's newest check, whatever its verdict.</summary>
    Task SaveReportAsync(Guid resourceId, byte[] report, CancellationToken cancellation = default);

    /// <summary>The report of the newest check, or of release <paramref name="number"/>; null where there is none.</summary>
    Task<byte[]?> FindReportAsync(Guid resourceId, int? number, CancellationToken cancellation = default);

    /// <summary>The datasets of these names that there are; a store that can reads them with one statement.</summary>
    async Task<IReadOnlyList<Dataset>> FindDatasetsAsync(IReadOnlyList<string> names, CancellationToken cancellation = default)
    {
        var found = new List<Dataset>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (await FindDatasetAsync(name, cancellation) is { } dataset)
            {
                found.Add(dataset);
            }
        }

        return found;
    }

    /// <summary>How many datasets each organization has, by its name; those without any are left out. Of the organizations in <paramref name="including"/> all are counted.</summary>
    async Task<IReadOnlyDictionary<string, long>> CountDatasetsAsync(bool publishedOnly, IReadOnlyCollection<string> including, CancellationToken cancellation = default)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var organization in await ListOrganizationsAsync(cancellation))
        {
            counts[organization.Name] = (await ListDatasetsAsync(new DatasetQuery(null, organization.Name, null, 0, publishedOnly) { Including = including }, cancellation)).Total;
        }

        return counts;
    }

    /// <summary>Several reports, each as <see cref="FindReportAsync"/> gives it, in the order asked; a store that can reads them with one statement.</summary>
    async Task<IReadOnlyList<byte[]?>> FindReportsAsync(IReadOnlyList<(Guid ResourceId, int? Number)> reports, CancellationToken cancellation = default)
    {
        var found = new byte[]?[reports.Count];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = await FindReportAsync(reports[i].ResourceId, reports[i].Number, cancellation);
        }

        return found;
    }

    /// <summary>The newest releases of several resources, at most <paramref name="most"/> of each; a store that can reads them with one statement.</summary>
    async Task<IReadOnlyList<IReadOnlyList<Release>>> ListReleasesAsync(IReadOnlyList<Guid> resourceIds, int most, CancellationToken cancellation = default)
    {
        var releases = new List<IReadOnlyList<Release>>(resourceIds.Count);
        foreach (var id in resourceIds)
        {
            releases.Add([.. (await ListReleasesAsync(id, cancellation)).Take(most)]);
        }

        return releases;
    }

    /// <summary>The releases of a resource, newest first.</summary>
    Task<IReadOnlyList<Release>> ListReleasesAsync(Guid resourceId, CancellationToken cancellation = default);

    /// <summary>A release by its number; null where there is none. A release never changes.</summary>
    Task<Release?> FindReleaseAsync(Guid resourceId, int number, CancellationToken cancellation = default);

    /// <summary>What a release's check rested on; null where that was not kept.</summary>
    Task<ReleaseBasis?> FindBasisAsync(Guid resourceId, int number, CancellationToken cancellation = default) => Task.FromResult<ReleaseBasis?>(null);

    /// <summary>
    /// A number that is another one after each change of what is published or of a published form, whoever made it, in this process or
    /// another. Asking takes microseconds, so it may be asked with every request.
    /// </summary>
    ValueTask<long> PublishedStampAsync(CancellationToken cancellation = default);

    /// <summary>Every published resource, by dataset and by its place in it.</summary>
    Task<IReadOnlyList<PublishedTable>> ListPublishedAsync(CancellationToken cancellation = default);

    /// <summary>Chooses identifiers, for ever: a resource that has one keeps it, unless the wish says that it must not. Gives what each is called now.</summary>
    Task<IReadOnlyDictionary<Guid, string>> ChooseNamesAsync(IReadOnlyList<NameWish> wishes, CancellationToken cancellation = default);

    /// <summary>
    /// The one transaction at the end of a publish: numbers the release, keeps its report, points the resource at it and
    /// marks the dataset published. Before it nothing is visible; after it everything is.
    /// </summary>
    Task<Release> PublishAsync(NewRelease release, CancellationToken cancellation = default);
}

/// <summary>Original files, kept by their SHA-256 for ever.</summary>
public interface IOriginalStore
{
    /// <summary>Keeps the bytes of <paramref name="upload"/>; keeping the same bytes twice keeps them once.</summary>
    Task KeepAsync(Upload upload, CancellationToken cancellation = default);

    /// <summary>Opens an original for reading, or null where it is not kept.</summary>
    Stream? Open(string sha256);

    /// <summary>Looks at an original anew, under the name it came by: the hash is of the bytes that are there now. Null where there is none.</summary>
    Upload? Inspect(string sha256, string name, CancellationToken cancellation = default);
}

/// <summary>The rows of releases.</summary>
public interface IRowStore
{
    /// <summary>
    /// True where nothing stays of rows whose load failed: those of a file may then be loaded while it is still being checked. A database's
    /// log keeps what was written, and its archive, which must not hold persons of a file that is refused.
    /// </summary>
    bool LeavesNoTrace { get; }

    /// <summary>
    /// Writes all rows of <paramref name="rows"/> into a new unit and makes it durable; nobody reads it until a release names it.
    /// Returns the unit and the number of rows.
    /// </summary>
    Task<(string Unit, long Rows)> LoadAsync(DataDictionary dictionary, RowReader rows, CancellationToken cancellation = default);

    /// <summary>Rows of a release, one statement, read as they come.</summary>
    Task<RowReader> QueryAsync(Release release, RowQuery query, CancellationToken cancellation = default);

    /// <summary>Groups of rows of a release, one statement, read as they come; they have no <see cref="RowReader.Row"/>.</summary>
    Task<RowReader> AggregateAsync(Release release, AggregateQuery query, CancellationToken cancellation = default);

    /// <summary>How many rows of a release match.</summary>
    Task<long> CountAsync(Release release, Filter? where, CancellationToken cancellation = default);

    /// <summary>Size in bytes that a unit takes on disk.</summary>
    long UnitBytes(string unit);
}
