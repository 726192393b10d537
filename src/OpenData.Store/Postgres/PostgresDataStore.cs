using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store.Files;
using OpenData.Store.Moving;
using OpenData.Store.Registry;
using OpenData.Store.Search;

namespace OpenData.Store.Postgres;

/// <summary>
/// Everything in one PostgreSQL database, for any number of nodes: the registry in schema <c>opendata</c>, one table for each release's rows in
/// <c>opendata_rows</c>, and the originals beside the registry or in a folder that the nodes share.
/// </summary>
internal sealed class PostgresDataStore : IMovable
{
    private readonly PostgresServer server;
    private readonly PostgresRegistryDatabase database;
    private readonly RegistryStore registry;
    private readonly ReviewStore reviews;
    private readonly AccountStore accounts;
    private readonly FeedbackStore feedback;
    private readonly UsageStore usage;
    private readonly IOriginalStore originals;
    private readonly PostgresRowStore rows;

    /// <summary>Whole tables as files, made anew by each node: they can always be made, and a shared folder would have to be swept by all.</summary>
    private readonly DownloadFolder downloads;
    private readonly string downloadFolder;
    private readonly PostgresPublishLock publishing;
    private readonly CatalogSearch search;
    private bool isClosed;

    private PostgresDataStore(PostgresServer server, TimeProvider clock, Func<Guid> ids)
    {
        this.server = server;
        rows = new PostgresRowStore(server, ids);
        database = PostgresRegistryDatabase.Open(server, clock, rows.TendLeftAsync);
        registry = new RegistryStore(database, clock, ids, Actor.Program);
        reviews = new ReviewStore(registry, clock, ids);
        accounts = new AccountStore(registry, clock);
        feedback = new FeedbackStore(registry, clock);
        usage = new UsageStore(registry);
        originals = server.Address.Originals is { } folder ? new FileOriginalStore(folder, ids) : new PostgresOriginalStore(server, ids);
        downloadFolder = Path.Combine(Path.GetTempPath(), $"opendata-downloads-{ids():N}");
        downloads = new DownloadFolder(downloadFolder, ids);
        publishing = new PostgresPublishLock(server, clock);
        search = new CatalogSearch(database.Search);
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

    /// <summary>Opens the store of an address, making what is missing in its database; the database itself is there already.</summary>
    /// <exception cref="InvalidOperationException">No connection can be made.</exception>
    public static PostgresDataStore Open(string url, TimeProvider clock, Func<Guid> ids)
    {
        var address = PostgresAddress.Parse(url);
        if (address.Originals is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var server = new PostgresServer(address);
        try
        {
            return new PostgresDataStore(server, clock, ids);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public RegistryDatabase Database => database;

    /// <inheritdoc/>
    public Task<bool> HasUnitAsync(string unit, CancellationToken cancellation) => rows.HasAsync(unit, cancellation);

    /// <inheritdoc/>
    public Task LoadUnitAsync(string unit, DataDictionary dictionary, RowReader rows, CancellationToken cancellation) => this.rows.LoadAsync(unit, dictionary, rows, cancellation);

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> BeginPublishAsync(CancellationToken cancellation = default) => publishing.TakeAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask<int> SweepAsync(CancellationToken cancellation = default)
    {
        var made = downloads.Sweep(await registry.ListUnitsAsync(cancellation));
        await using var turn = await publishing.TryTakeAsync(cancellation);
        return turn is null ? made : made + await database.WriteAsync(rows.SweepAsync, cancellation) + ((originals as FileOriginalStore)?.Sweep() ?? 0);
    }

    /// <inheritdoc/>
    public IDataStore By(Actor actor)
    {
        var named = registry.By(actor);
        return new NamedStore(this, named, reviews.By(named), accounts.By(named), feedback.By(named));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isClosed, true))
        {
            return;
        }

        await rows.DisposeAsync();
        search.Dispose();
        if (Directory.Exists(downloadFolder))
        {
            Directory.Delete(downloadFolder, recursive: true);
        }

        (originals as IDisposable)?.Dispose();
        database.Dispose();
        publishing.Dispose();
        server.Dispose();
    }
}
