using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store.Files;
using OpenData.Store.Moving;
using OpenData.Store.Registry;
using OpenData.Store.Search;

namespace OpenData.Store.Sqlite;

/// <summary>
/// Everything in one folder: <c>registry.db</c>, <c>originals/</c>, one file for each release's rows in <c>releases/</c>,
/// and <c>publish.lock</c>. The folder can be moved: nothing in it names a path.
/// </summary>
internal sealed class SqliteDataStore : IMovable
{
    private readonly SqliteRegistryDatabase database;
    private readonly RegistryStore registry;
    private readonly ReviewStore reviews;
    private readonly AccountStore accounts;
    private readonly FeedbackStore feedback;
    private readonly UsageStore usage;
    private readonly FileOriginalStore originals;
    private readonly DownloadFolder downloads;
    private readonly UnitFolder units;
    private readonly SqliteRowStore rows;
    private readonly PublishLock publishing;
    private readonly CatalogSearch search;

    private SqliteDataStore(string folder, TimeProvider clock, Func<Guid> ids)
    {
        database = SqliteRegistryDatabase.Open(Path.Combine(folder, "registry.db"), clock);
        registry = new RegistryStore(database, clock, ids, Actor.Program);
        reviews = new ReviewStore(registry, clock, ids);
        accounts = new AccountStore(registry, clock);
        search = new CatalogSearch(database.Search);
        feedback = new FeedbackStore(registry, clock);
        usage = new UsageStore(registry);
        originals = new FileOriginalStore(Path.Combine(folder, "originals"), ids);
        downloads = new DownloadFolder(Path.Combine(folder, "downloads"), ids);
        units = new UnitFolder(Path.Combine(folder, "releases"));
        rows = new SqliteRowStore(units, ids);
        publishing = new PublishLock(Path.Combine(folder, "publish.lock"), clock);
    }

    public IRegistryStore Registry => registry;
    public IOriginalStore Originals => originals;
    public IRowStore Rows => rows;
    public IDownloadStore Downloads => downloads;
    public IScoreStore Scores => registry;
    public IAuditStore Audit => registry.Audit;
    public IReviewStore Reviews => reviews;
    public IAccountStore Accounts => accounts;
    public ISearchStore Search => search;
    public IFeedbackStore Feedback => feedback;
    public IUsageStore Usage => usage;

    /// <summary>Opens the store in <paramref name="folder"/>, making what is missing.</summary>
    public static SqliteDataStore Open(string folder, TimeProvider clock, Func<Guid> ids)
    {
        SqliteLibrary.Load();
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(Path.Combine(folder, "originals"));
        Directory.CreateDirectory(Path.Combine(folder, "releases"));
        return new SqliteDataStore(folder, clock, ids);
    }

    /// <inheritdoc/>
    public RegistryDatabase Database => database;

    /// <inheritdoc/>
    public Task<bool> HasUnitAsync(string unit, CancellationToken cancellation) => Task.FromResult(units.Has(unit));

    /// <inheritdoc/>
    public Task LoadUnitAsync(string unit, DataDictionary dictionary, RowReader rows, CancellationToken cancellation) => this.rows.LoadAsync(unit, dictionary, rows, cancellation);

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> BeginPublishAsync(CancellationToken cancellation = default) => publishing.TakeAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask<int> SweepAsync(CancellationToken cancellation = default)
    {
        await using var turn = publishing.TryTake();
        if (turn is null)
        {
            return 0;
        }

        var live = await registry.ListUnitsAsync(cancellation);
        return units.Sweep(live) + originals.Sweep() + downloads.Sweep(live);
    }

    /// <inheritdoc/>
    public IDataStore By(Actor actor)
    {
        var named = registry.By(actor);
        return new NamedStore(this, named, reviews.By(named), accounts.By(named), feedback.By(named));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        rows.Dispose();
        search.Dispose();
        database.Dispose();
        publishing.Dispose();
        return ValueTask.CompletedTask;
    }
}
