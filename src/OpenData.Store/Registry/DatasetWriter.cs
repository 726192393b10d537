using System.Data.Common;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>Registers a dataset or replaces its Form 1, inside one transaction that writes alone.</summary>
internal sealed class DatasetWriter(DbConnection connection, DbTransaction transaction, TimeProvider clock, Func<Guid> ids, AuditWriter log)
{
    /// <summary>Saves the form and its resources; false where the dataset is not of the expected version.</summary>
    public async Task<bool> SaveAsync(DatasetForm form, IReadOnlyList<ResourceDraft> resources, int? expectedVersion)
    {
        var seen = await connection.QuerySingleOrDefaultAsync<Registered>("SELECT id AS Id, version AS Version FROM dataset WHERE name = @Name", new { form.Name }, transaction);
        if (expectedVersion is { } expected && expected != (seen?.Version ?? 0))
        {
            return false;
        }

        var id = seen?.Id ?? RegistryStore.Key(ids());
        await SaveFormAsync(id, form);
        await TellRemovedAsync(id, form.Name, resources);
        await SaveResourcesAsync(id, resources);

        // Told even where the form is as it was: the registration's version counts it too.
        await log.AppendAsync(seen is null ? AuditActions.DatasetCreated : AuditActions.DatasetChanged, AuditObjects.Dataset(form.Name), CanonicalLines.HashOf(DatasetRow.Write(form)));
        return true;
    }

    /// <summary>Registers the resources that are not there yet, behind the others.</summary>
    public async Task AddResourcesAsync(string datasetId, IReadOnlyList<ResourceDraft> resources)
    {
        foreach (var draft in resources)
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO resource (id, dataset_id, key, name_th, name_en, position)
                VALUES (@Id, @datasetId, @Key, @Th, @En, (SELECT coalesce(max(position), -1) + 1 FROM resource WHERE dataset_id = @datasetId))
                ON CONFLICT (dataset_id, key) DO NOTHING
                """,
                new { Id = RegistryStore.Key(ids()), datasetId, draft.Key, draft.Name.Th, draft.Name.En },
                transaction);
        }
    }

    private Task<int> SaveFormAsync(string id, DatasetForm form) =>
        connection.ExecuteAsync(
            """
            INSERT INTO dataset (id, name, organization, state, version, form, search, created, modified)
            VALUES (@id, @Name, @OwnerOrg, @State, 1, @Form, @Search, @Now, @Now)
            ON CONFLICT (name) DO UPDATE
            SET organization = excluded.organization, version = dataset.version + 1, revision = dataset.revision + 1, form = excluded.form, search = excluded.search, modified = excluded.modified
            """,
            new
            {
                id,
                form.Name,
                form.OwnerOrg,
                State = DatasetRow.Write(DatasetState.Draft),
                Form = DatasetRow.Write(form),
                Search = SearchText.Of(form),
                Now = StoredTime.Write(clock.GetUtcNow()),
            },
            transaction);

    /// <summary>Tells the log of what goes with the resources that are not named any more and have no release.</summary>
    private async Task TellRemovedAsync(string datasetId, string dataset, IReadOnlyList<ResourceDraft> resources)
    {
        var gone = await connection.QueryAsync<(string Id, string Key, bool HasDictionary, bool HasReport)>(
            """
            SELECT id, key, dictionary IS NOT NULL, report IS NOT NULL FROM resource
            WHERE dataset_id = @datasetId AND NOT EXISTS (SELECT 1 FROM release WHERE resource_id = resource.id) AND key NOT IN (SELECT value FROM json_each(@Keys))
            """,
            new { datasetId, Keys = System.Text.Json.JsonSerializer.Serialize(resources.Select(r => r.Key)) },
            transaction);
        foreach (var (id, key, hasDictionary, hasReport) in gone)
        {
            if (hasDictionary)
            {
                await log.AppendAsync(AuditActions.DictionaryRemoved, AuditObjects.Dictionary(dataset, key), after: null);
            }

            if (hasReport)
            {
                await log.AppendAsync(AuditActions.ReportRemoved, AuditObjects.Report(dataset, key), after: null);
            }

            await new StagedFile(connection, transaction, log).RemoveAsync(id);
            foreach (var rule in await connection.QueryAsync<string>("SELECT rule FROM recorded_exception WHERE resource_id = @id", new { id }, transaction))
            {
                await log.AppendAsync(AuditActions.ExceptionRemoved, AuditObjects.Exception(dataset, key, rule), after: null);
            }
        }
    }

    /// <summary>Named resources keep their ids and come first, in the order of the form; others stay behind them while they have releases.</summary>
    private async Task SaveResourcesAsync(string datasetId, IReadOnlyList<ResourceDraft> resources)
    {
        await connection.ExecuteAsync(
            "DELETE FROM resource WHERE dataset_id = @datasetId AND NOT EXISTS (SELECT 1 FROM release WHERE resource_id = resource.id) AND key NOT IN (SELECT value FROM json_each(@Keys))",
            new { datasetId, Keys = System.Text.Json.JsonSerializer.Serialize(resources.Select(r => r.Key)) },
            transaction);
        await connection.ExecuteAsync(
            "UPDATE resource SET position = position + @Count WHERE dataset_id = @datasetId", new { datasetId, resources.Count }, transaction);
        for (var position = 0; position < resources.Count; position++)
        {
            var draft = resources[position];
            await connection.ExecuteAsync(
                """
                INSERT INTO resource (id, dataset_id, key, name_th, name_en, position) VALUES (@Id, @datasetId, @Key, @Th, @En, @position)
                ON CONFLICT (dataset_id, key) DO UPDATE SET name_th = excluded.name_th, name_en = excluded.name_en, position = excluded.position
                """,
                new { Id = RegistryStore.Key(ids()), datasetId, draft.Key, Th = StoredText.Of(draft.Name.Th), En = StoredText.Of(draft.Name.En), position },
                transaction);
        }
    }

    private sealed class Registered
    {
        public required string Id { get; init; }
        public required long Version { get; init; }
    }
}
