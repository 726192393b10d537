using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Store.Sqlite;

/// <summary>The registry in one SQLite file, written by one transaction at a time and read beside it.</summary>
internal sealed partial class SqliteRegistryStore : IRegistryStore, IDisposable
{
    private readonly string connectionString;
    private readonly TimeProvider clock;
    private readonly Func<Guid> ids;

    /// <summary>Writers of this process queue here without holding a thread; those of other processes meet at the file's lock.</summary>
    private readonly SemaphoreSlim writing = new(1, 1);

    private readonly PublishedStamp stamp;

    private SqliteRegistryStore(string connectionString, TimeProvider clock, Func<Guid> ids)
    {
        stamp = new PublishedStamp(connectionString);
        this.connectionString = connectionString;
        this.clock = clock;
        this.ids = ids;
    }

    public static SqliteRegistryStore Open(string path, TimeProvider clock, Func<Guid> ids)
    {
        var options = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = StoreLimits.BusySeconds };
        var store = new SqliteRegistryStore(options.ToString(), clock, ids);
        using var connection = store.Connect();
        SqliteMigrations.Apply(connection, clock);
        return store;
    }

    /// <inheritdoc/>
    public Task SaveOrganizationAsync(Organization organization, CancellationToken cancellation = default) =>
        WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                INSERT INTO organization (name, title_th, title_en, parent) VALUES (@Name, @Th, @En, @Parent)
                ON CONFLICT (name) DO UPDATE SET title_th = excluded.title_th, title_en = excluded.title_en, parent = excluded.parent
                """,
                new { organization.Name, organization.Title.Th, organization.Title.En, organization.Parent },
                transaction),
            cancellation);

    /// <inheritdoc/>
    public async Task<Organization?> FindOrganizationAsync(string name, CancellationToken cancellation = default)
    {
        using var connection = Connect();
        var row = await connection.QuerySingleOrDefaultAsync<OrganizationRow>(
            "SELECT name, title_th AS Th, title_en AS En, parent, one_person AS OnePerson FROM organization WHERE name = @name", new { name });
        return row?.ToOrganization();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Organization>> ListOrganizationsAsync(CancellationToken cancellation = default)
    {
        using var connection = Connect();
        var rows = await connection.QueryAsync<OrganizationRow>("SELECT name, title_th AS Th, title_en AS En, parent, one_person AS OnePerson FROM organization ORDER BY name");
        return [.. rows.Select(row => row.ToOrganization())];
    }

    /// <inheritdoc/>
    public Task<Dataset?> SaveDatasetAsync(
        DatasetForm form,
        IReadOnlyList<ResourceDraft> resources,
        int? expectedVersion,
        CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                var writer = new DatasetWriter(connection, transaction, clock, ids);
                return await writer.SaveAsync(form, resources, expectedVersion)
                    ? await new DatasetReader(connection, transaction).FindAsync(form.Name)
                    : null;
            },
            cancellation);

    /// <inheritdoc/>
    public Task<Dataset?> FindDatasetAsync(string name, CancellationToken cancellation = default) =>
        ReadAsync((connection, transaction) => new DatasetReader(connection, transaction).FindAsync(name));

    /// <inheritdoc/>
    public Task<DatasetPage> ListDatasetsAsync(DatasetQuery query, CancellationToken cancellation = default) =>
        ReadAsync((connection, transaction) => new DatasetReader(connection, transaction).ListAsync(query));

    /// <inheritdoc/>
    public Task SaveDictionaryAsync(Guid resourceId, DataDictionary dictionary, CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                var parameters = new { Id = Key(resourceId), Json = StoredDictionary.Write(dictionary), dictionary.Sha256, Now = StoredTime.Write(clock.GetUtcNow()) };
                Expect(resourceId, await connection.ExecuteAsync("UPDATE resource SET dictionary = @Json, dictionary_sha = @Sha256 WHERE id = @Id", parameters, transaction));
                await connection.ExecuteAsync("UPDATE dataset SET modified = @Now, revision = revision + 1 WHERE id = (SELECT dataset_id FROM resource WHERE id = @Id)", parameters, transaction);
                return true;
            },
            cancellation);

    /// <inheritdoc/>
    public Task SaveReportAsync(Guid resourceId, byte[] report, CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                Expect(resourceId, await connection.ExecuteAsync("UPDATE resource SET report = @report WHERE id = @Id", new { Id = Key(resourceId), report }, transaction));
                return true;
            },
            cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> FindReportAsync(Guid resourceId, int? number, CancellationToken cancellation = default)
    {
        using var connection = Connect();
        return number is null
            ? await connection.ExecuteScalarAsync<byte[]?>("SELECT report FROM resource WHERE id = @Id", new { Id = Key(resourceId) })
            : await connection.ExecuteScalarAsync<byte[]?>("SELECT report FROM release WHERE resource_id = @Id AND number = @number", new { Id = Key(resourceId), number });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Release>> ListReleasesAsync(Guid resourceId, CancellationToken cancellation = default)
    {
        using var connection = Connect();
        var rows = await connection.QueryAsync<ReleaseRow>(
            $"SELECT {ReleaseRow.Columns} FROM release r WHERE r.resource_id = @Id ORDER BY r.number DESC", new { Id = Key(resourceId) });
        return [.. rows.Select(row => row.ToRelease())];
    }

    /// <inheritdoc/>
    public async Task<Release?> FindReleaseAsync(Guid resourceId, int number, CancellationToken cancellation = default)
    {
        using var connection = Connect();
        var row = await connection.QuerySingleOrDefaultAsync<ReleaseRow>(
            $"SELECT {ReleaseRow.Columns} FROM release r WHERE r.resource_id = @Id AND r.number = @number", new { Id = Key(resourceId), number });
        return row?.ToRelease();
    }

    /// <inheritdoc/>
    public ValueTask<long> PublishedStampAsync(CancellationToken cancellation = default) => ValueTask.FromResult(stamp.Read());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PublishedTable>> ListPublishedAsync(CancellationToken cancellation = default)
    {
        using var connection = Connect();
        return await PublishedTableReader.ListAsync(connection, cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<Guid, string>> ChooseNamesAsync(IReadOnlyList<NameWish> wishes, CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                Dictionary<Guid, string> names = [];
                foreach (var wish in wishes)
                {
                    names[wish.ResourceId] = await PublishedTableReader.ChooseAsync(connection, transaction, wish);
                }

                return (IReadOnlyDictionary<Guid, string>)names;
            },
            cancellation);

    /// <inheritdoc/>
    public Task<Release> PublishAsync(NewRelease release, CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                var row = ReleaseRow.Of(release.Release);
                await ReleaseWriter.PublishAsync(connection, transaction, row, release.Release.Dictionary, release.Report);

                // What was staged before is older than this.
                await connection.ExecuteAsync("DELETE FROM staged_release WHERE resource_id = @ResourceId", row, transaction);
                await connection.ExecuteAsync(
                    "UPDATE dataset SET state = 'published', modified = @Now, revision = revision + 1 WHERE id = (SELECT dataset_id FROM resource WHERE id = @ResourceId)",
                    new { row.ResourceId, Now = StoredTime.Write(clock.GetUtcNow()) },
                    transaction);
                await StepRow.NoteAsync(connection, transaction, row.ResourceId, release.Step);
                return row.ToRelease();
            },
            cancellation);

    /// <summary>The units that releases name.</summary>
    public async Task<IReadOnlySet<string>> ListUnitsAsync(CancellationToken cancellation)
    {
        using var connection = Connect();
        return (await connection.QueryAsync<string>(new CommandDefinition("SELECT unit FROM release UNION ALL SELECT unit FROM staged_release", cancellationToken: cancellation))).ToHashSet();
    }

    public void Dispose()
    {
        stamp.Dispose();
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        writing.Dispose();
    }

    internal static string Key(Guid id) => id.ToString("D");

    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();

        // FULL: what a transaction said is done stays done after a power cut, in WAL mode too.
        connection.Execute($"PRAGMA busy_timeout = {StoreLimits.BusySeconds * 1000}; PRAGMA synchronous = FULL");
        return connection;
    }

    /// <summary>Reads in one transaction, so that a dataset and its current releases are of one moment.</summary>
    private async Task<T> ReadAsync<T>(Func<SqliteConnection, DbTransaction, Task<T>> read)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        var result = await read(connection, transaction);
        transaction.Commit();
        return result;
    }

    /// <summary>Writes in one transaction, which takes the file's lock before it reads: what it has read is still so when it writes.</summary>
    internal async Task<T> WriteAsync<T>(Func<SqliteConnection, DbTransaction, Task<T>> write, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = await write(connection, transaction);
            transaction.Commit();
            return result;
        }
        finally
        {
            writing.Release();
        }
    }

    private static void Expect(Guid resourceId, int changed)
    {
        if (changed == 0)
        {
            throw new InvalidOperationException($"There is no resource {resourceId}.");
        }
    }
}
