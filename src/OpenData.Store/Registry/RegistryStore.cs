using System.Data.Common;
using Dapper;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Store.Registry;

/// <summary>The registry, in a database of either engine: written by one transaction at a time and read beside it.</summary>
internal sealed partial class RegistryStore(RegistryDatabase database, TimeProvider clock, Func<Guid> ids, Actor actor) : IRegistryStore, IScoreStore
{
    /// <summary>The log of this registry.</summary>
    public IAuditStore Audit => new AuditStore(database);

    /// <summary>What the registry is kept in.</summary>
    internal RegistryDatabase Database => database;

    /// <summary>The same registry, with another name in the log for what is changed through it.</summary>
    public RegistryStore By(Actor other) => new(database, clock, ids, other);

    /// <inheritdoc/>
    public Task SaveOrganizationAsync(Organization organization, CancellationToken cancellation = default)
    {
        organization = organization with { Title = StoredText.Of(organization.Title) };
        return WriteAsync(
            async (connection, transaction) =>
            {
                var before = await FindOrganizationAsync(connection, transaction, organization.Name);
                await connection.ExecuteAsync(
                    """
                    INSERT INTO organization (name, title_th, title_en, parent) VALUES (@Name, @Th, @En, @Parent)
                    ON CONFLICT (name) DO UPDATE SET title_th = excluded.title_th, title_en = excluded.title_en, parent = excluded.parent
                    """,
                    new { organization.Name, organization.Title.Th, organization.Title.En, organization.Parent },
                    transaction);
                var after = AuditObjectReader.HashOf(organization.Name, organization.Title.Th, organization.Title.En, organization.Parent);
                await Log(connection, transaction).AppendChangeAsync(AuditActions.OrganizationCreated, AuditActions.OrganizationChanged, AuditObjects.Organization(organization.Name), after);
                if (before is null || before.Title != organization.Title || before.Parent != organization.Parent)
                {
                    await new SearchWriter(connection, transaction).RefreshOrganizationAsync(organization.Name);
                }

                return true;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Organization?> FindOrganizationAsync(string name, CancellationToken cancellation = default) =>
        database.QueryAsync(connection => FindOrganizationAsync(connection, null, name), cancellation);

    private static async Task<Organization?> FindOrganizationAsync(DbConnection connection, DbTransaction? transaction, string name)
    {
        var row = await connection.QuerySingleOrDefaultAsync<OrganizationRow>(
            "SELECT name, title_th AS Th, title_en AS En, parent, one_person AS OnePerson FROM organization WHERE name = @name", new { name }, transaction);
        return row?.ToOrganization();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Organization>> ListOrganizationsAsync(CancellationToken cancellation = default)
    {
        return await database.QueryAsync<IReadOnlyList<Organization>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<OrganizationRow>("SELECT name, title_th AS Th, title_en AS En, parent, one_person AS OnePerson FROM organization ORDER BY name");
                return [.. rows.Select(row => row.ToOrganization())];
            },
            cancellation);
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
                var writer = new DatasetWriter(connection, transaction, clock, ids, Log(connection, transaction));
                if (!await writer.SaveAsync(form, resources, expectedVersion))
                {
                    return null;
                }

                await new SearchWriter(connection, transaction).RefreshAsync(form.Name);
                return await new DatasetReader(connection, transaction).FindAsync(form.Name);
            },
            cancellation);

    /// <inheritdoc/>
    public Task<Dataset?> FindDatasetAsync(string name, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, transaction) => new DatasetReader(connection, transaction).FindAsync(name), cancellation);

    /// <inheritdoc/>
    public Task<string?> FindDatasetOfAsync(Guid resourceId, CancellationToken cancellation = default) => database.QueryAsync(
        connection => connection.QuerySingleOrDefaultAsync<string?>("SELECT d.name FROM resource s JOIN dataset d ON d.id = s.dataset_id WHERE s.id = @Id", new { Id = Key(resourceId) }),
        cancellation);

    /// <inheritdoc/>
    public Task<DatasetPage> ListDatasetsAsync(DatasetQuery query, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, transaction) => new DatasetReader(connection, transaction).ListAsync(query), cancellation);

    /// <inheritdoc/>
    public Task SaveDictionaryAsync(Guid resourceId, DataDictionary dictionary, CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                var parameters = new { Id = Key(resourceId), Json = StoredDictionary.Write(dictionary), dictionary.Sha256, Now = StoredTime.Write(clock.GetUtcNow()) };
                Expect(resourceId, await connection.ExecuteAsync("UPDATE resource SET dictionary = @Json, dictionary_sha = @Sha256 WHERE id = @Id", parameters, transaction));
                await connection.ExecuteAsync("UPDATE dataset SET modified = @Now, revision = revision + 1 WHERE id = (SELECT dataset_id FROM resource WHERE id = @Id)", parameters, transaction);
                var (dataset, key) = await NamesAsync(connection, transaction, resourceId);
                await Log(connection, transaction).AppendChangeAsync(
                    AuditActions.DictionaryChanged, AuditActions.DictionaryChanged, AuditObjects.Dictionary(dataset, key), StoredDictionary.VersionOf(parameters.Json, dictionary.Sha256));
                await new SearchWriter(connection, transaction).RefreshAsync(dataset);
                return true;
            },
            cancellation);

    /// <inheritdoc/>
    public Task SaveReportAsync(Guid resourceId, byte[] report, CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                Expect(resourceId, await connection.ExecuteAsync("UPDATE resource SET report = @report WHERE id = @Id", new { Id = Key(resourceId), report }, transaction));
                var (dataset, key) = await NamesAsync(connection, transaction, resourceId);
                await Log(connection, transaction).AppendAsync(AuditActions.FileChecked, AuditObjects.Report(dataset, key), CanonicalLines.HashOf(report));
                return true;
            },
            cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> FindReportAsync(Guid resourceId, int? number, CancellationToken cancellation = default)
    {
        return await database.QueryAsync<byte[]?>(
            async connection =>
            {
                return number is null
                    ? await connection.ExecuteScalarAsync<byte[]?>("SELECT report FROM resource WHERE id = @Id", new { Id = Key(resourceId) })
                    : await connection.ExecuteScalarAsync<byte[]?>("SELECT report FROM release WHERE resource_id = @Id AND number = @number", new { Id = Key(resourceId), number });
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Release>> ListReleasesAsync(Guid resourceId, CancellationToken cancellation = default)
    {
        return await database.QueryAsync<IReadOnlyList<Release>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<ReleaseRow>(
                    $"SELECT {ReleaseRow.Columns} FROM release r WHERE r.resource_id = @Id ORDER BY r.number DESC", new { Id = Key(resourceId) });
                return [.. rows.Select(row => row.ToRelease())];
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<Release?> FindReleaseAsync(Guid resourceId, int number, CancellationToken cancellation = default)
    {
        return await database.QueryAsync<Release?>(
            async connection =>
            {
                var row = await connection.QuerySingleOrDefaultAsync<ReleaseRow>(
                    $"SELECT {ReleaseRow.Columns} FROM release r WHERE r.resource_id = @Id AND r.number = @number", new { Id = Key(resourceId), number });
                return row?.ToRelease();
            },
            cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<long> PublishedStampAsync(CancellationToken cancellation = default) => database.StampAsync(cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PublishedTable>> ListPublishedAsync(CancellationToken cancellation = default)
    {
        return await database.QueryAsync<IReadOnlyList<PublishedTable>>(
            async connection =>
            {
                return await PublishedTableReader.ListAsync(connection, database.JoinInOrder, cancellation);
            },
            cancellation);
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

    /// <summary>The units that releases name.</summary>
    public async Task<IReadOnlySet<string>> ListUnitsAsync(CancellationToken cancellation)
    {
        return await database.QueryAsync<IReadOnlySet<string>>(
            async connection =>
            {
                return (await connection.QueryAsync<string>(new CommandDefinition("SELECT unit FROM release UNION ALL SELECT unit FROM staged_release", cancellationToken: cancellation))).ToHashSet();
            },
            cancellation);
    }

    internal static string Key(Guid id) => id.ToString("D");

    /// <summary>Writes in one transaction, before which every other one has ended.</summary>
    internal Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellation) => database.WriteAsync(write, cancellation);

    internal AuditWriter Log(DbConnection connection, DbTransaction transaction) => new(connection, transaction, clock, actor);

    /// <summary>What the log calls a resource by.</summary>
    internal static Task<(string Dataset, string Key)> NamesAsync(DbConnection connection, DbTransaction transaction, Guid resourceId) =>
        connection.QuerySingleAsync<(string, string)>(
            "SELECT d.name, s.key FROM resource s JOIN dataset d ON d.id = s.dataset_id WHERE s.id = @Id", new { Id = Key(resourceId) }, transaction);

    private static void Expect(Guid resourceId, int changed)
    {
        if (changed == 0)
        {
            throw new InvalidOperationException($"There is no resource {resourceId}.");
        }
    }
}
