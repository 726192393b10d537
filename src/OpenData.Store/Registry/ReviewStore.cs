using System.Data.Common;
using Dapper;
using OpenData.Registry.Review;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Store.Registry;

/// <summary>The reviews, in the registry: a step and what it does are one transaction.</summary>
internal sealed class ReviewStore(RegistryStore registry, TimeProvider clock, Func<Guid> ids) : IReviewStore
{
    /// <summary>The same reviews, written in the name that <paramref name="other"/> has in the log.</summary>
    public ReviewStore By(RegistryStore other) => new(other, clock, ids);

    /// <inheritdoc/>
    public Task<Dataset?> ChangeAsync(DatasetChange change, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var id = RegistryStore.Key(change.DatasetId);
            var (name, state) = await connection.QuerySingleOrDefaultAsync<(string? Name, string State)>(
                "SELECT name, state FROM dataset WHERE id = @id AND revision = @Revision", new { id, change.Revision }, transaction);
            if (name is null)
            {
                return null;
            }

            await ApplyAsync(connection, transaction, id, change);
            var log = registry.Log(connection, transaction);
            await TellAsync(log, name, state, change);
            await TellReviewAsync(connection, transaction, log, id, change.Step);
            await new SearchWriter(connection, transaction).RefreshAsync(name);
            return await new DatasetReader(connection, transaction).FindAsync(name);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<Release> StageAsync(NewRelease release, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var row = ReleaseRow.Of(release.Release);
            row.Number = 0;
            await registry.Database.RequireUnitAsync(connection, transaction, row.Unit);
            var log = registry.Log(connection, transaction);
            await new StagedFile(connection, transaction, log).KeepAsync(row, release);
            await connection.ExecuteAsync("UPDATE dataset SET revision = revision + 1 WHERE id = (SELECT dataset_id FROM resource WHERE id = @ResourceId)", row, transaction);
            await StepRow.NoteOfResourceAsync(connection, transaction, log, row.ResourceId, release.Step);
            await new SearchWriter(connection, transaction).RefreshAsync(release.Release.ResourceId);
            return row.ToRelease();
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> FindStagedReportAsync(Guid resourceId, CancellationToken cancellation = default)
    {
        return await registry.Database.QueryAsync<byte[]?>(
            async connection =>
            {
                return await connection.ExecuteScalarAsync<byte[]?>("SELECT report FROM staged_release WHERE resource_id = @Id", new { Id = RegistryStore.Key(resourceId) });
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<ReleaseBasis?> FindStagedBasisAsync(Guid resourceId, CancellationToken cancellation = default)
    {
        var json = await registry.Database.QueryAsync(
            connection => connection.ExecuteScalarAsync<string?>("SELECT basis FROM staged_release WHERE resource_id = @Id", new { Id = RegistryStore.Key(resourceId) }), cancellation);
        return json is null ? null : StoredBasis.Read(json);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReviewStep>> ListStepsAsync(Guid datasetId, CancellationToken cancellation = default)
    {
        return await registry.Database.QueryAsync<IReadOnlyList<ReviewStep>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<StepRow>($"SELECT {StepRow.Columns} FROM review_step WHERE dataset_id = @Id ORDER BY number", new { Id = RegistryStore.Key(datasetId) });
                return [.. rows.Select(r => r.ToStep())];
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task RecordExceptionAsync(Guid resourceId, RecordedException exception, ReviewStep step, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var id = RegistryStore.Key(resourceId);
            await connection.ExecuteAsync(
                """
                INSERT INTO recorded_exception (resource_id, rule, reason, actor, actor_name, time) VALUES (@id, @Rule, @Reason, @Actor, @ActorName, @Time)
                ON CONFLICT (resource_id, rule) DO UPDATE SET reason = excluded.reason, actor = excluded.actor, actor_name = excluded.actor_name, time = excluded.time
                """,
                new { id, exception.Rule, exception.Reason, step.Actor, exception.ActorName, Time = StoredTime.Write(exception.Time) },
                transaction);
            var dataset = await connection.ExecuteScalarAsync<string>("SELECT dataset_id FROM resource WHERE id = @id", new { id }, transaction);
            await connection.ExecuteAsync("UPDATE dataset SET revision = revision + 1 WHERE id = @dataset", new { dataset }, transaction);
            var log = registry.Log(connection, transaction);
            var (name, key) = await RegistryStore.NamesAsync(connection, transaction, resourceId);
            var hash = AuditRecords.Exception(exception.Rule, exception.Reason, step.Actor, exception.ActorName, StoredTime.Write(exception.Time));
            await log.AppendAsync(AuditActions.ExceptionRecorded, AuditObjects.Exception(name, key, exception.Rule), hash, exception.Reason);
            await StepRow.NoteAsync(connection, transaction, log, dataset!, step);
            await new SearchWriter(connection, transaction).RefreshAsync(name);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task AllowOnePersonAsync(string organization, bool allowed, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync("UPDATE organization SET one_person = @Allowed WHERE name = @organization", new { organization, Allowed = allowed ? 1 : 0 }, transaction) > 0)
            {
                await registry.Log(connection, transaction).AppendChangeAsync(
                    AuditActions.OnePersonAllowed, AuditActions.TwoPeopleNeeded, AuditObjects.OnePerson(organization), allowed ? AuditRecords.OnePerson : null);
            }

            return true;
        },
        cancellation);

    private async Task ApplyAsync(DbConnection connection, DbTransaction transaction, string id, DatasetChange change)
    {
        var log = registry.Log(connection, transaction);
        var writer = new DatasetWriter(connection, transaction, clock, ids, log);
        if (change.Form is { } form)
        {
            // The staged files of resources that the form does not name any more go with them.
            await writer.SaveAsync(form, ResourceDraft.Of(form), expectedVersion: null);
        }

        if (change.Pending is { } pending)
        {
            await writer.AddResourcesAsync(id, ResourceDraft.Of(pending.Form));
        }

        if (change.Dictionary is var (resource, dictionary))
        {
            var json = StoredDictionary.Write(dictionary);
            await connection.ExecuteAsync(
                "UPDATE resource SET dictionary = @json, dictionary_sha = @Sha256 WHERE id = @Key AND dataset_id = @id",
                new { Key = RegistryStore.Key(resource), id, json, dictionary.Sha256 },
                transaction);
            var (dataset, key) = await RegistryStore.NamesAsync(connection, transaction, resource);
            await log.AppendChangeAsync(
                AuditActions.DictionaryChanged, AuditActions.DictionaryChanged, AuditObjects.Dictionary(dataset, key), StoredDictionary.VersionOf(json, dictionary.Sha256));
        }

        if (change.PublishesStaged)
        {
            await PublishStagedAsync(connection, transaction, id, log);
        }

        await NoteAsync(connection, transaction, id, change);
    }

    private async Task PublishStagedAsync(DbConnection connection, DbTransaction transaction, string id, AuditWriter log)
    {
        const string Of = "FROM staged_release r JOIN resource s ON s.id = r.resource_id WHERE s.dataset_id = @id ORDER BY s.position";
        var staged = (await connection.QueryAsync<ReleaseRow>($"SELECT {ReleaseRow.StagedColumns} {Of}", new { id }, transaction)).AsList();
        var checks = (await connection.QueryAsync<(byte[] Report, string? Basis)>($"SELECT r.report, r.basis {Of}", new { id }, transaction)).AsList();
        var writer = new ReleaseWriter(connection, transaction, log);
        for (var i = 0; i < staged.Count; i++)
        {
            await new StagedFile(connection, transaction, log).RemoveAsync(staged[i].ResourceId);
            var release = staged[i].ToRelease() with { Published = clock.GetUtcNow() };
            await writer.PublishAsync(ReleaseRow.Of(release), release.Dictionary, checks[i].Report, checks[i].Basis);
        }
    }

    /// <summary>Tells the log of a step, and of a change that waits or makes a draft again of what was under review.</summary>
    private static async Task TellAsync(AuditWriter log, string name, string before, DatasetChange change)
    {
        var state = change.State is { } given ? DatasetRow.Write(given) : before;
        var waiting = change.Pending is { } pending ? $"change={DatasetRow.Write(pending.State)} form={CanonicalLines.HashOf(DatasetRow.Write(pending.Form))}" : null;
        if (AuditActions.Of(change.Step?.Action) is { } step)
        {
            await log.AppendAsync(step, AuditObjects.State(name), CanonicalLines.Hash(state), string.Join(' ', new[] { waiting, change.Step?.Reason }.OfType<string>()) is { Length: > 0 } detail ? detail : null);
        }
        else if (waiting is not null || state != before)
        {
            await log.AppendAsync(AuditActions.DatasetDrafted, AuditObjects.State(name), CanonicalLines.Hash(state), waiting);
        }
    }

    /// <summary>States, the pending change, and the step. What the public does not see changes nothing that it does, not even a date.</summary>
    private async Task NoteAsync(DbConnection connection, DbTransaction transaction, string id, DatasetChange change)
    {
        await connection.ExecuteAsync(
            """
            UPDATE dataset SET
                modified = CASE WHEN @State IS NOT NULL OR state NOT IN ('published', 'withdrawn') THEN @Now ELSE modified END,
                pending_form = CASE WHEN @Drops THEN NULL ELSE coalesce(@PendingForm, pending_form) END,
                pending_state = CASE WHEN @Drops THEN NULL ELSE coalesce(@PendingState, pending_state) END,
                submitted_by = coalesce(@SubmittedBy, submitted_by),
                revision = revision + 1
            WHERE id = @id
            """,
            new
            {
                id,
                State = change.State is { } given ? DatasetRow.Write(given) : null,
                Now = StoredTime.Write(clock.GetUtcNow()),
                Drops = change.DropsPending,
                PendingForm = change.Pending is { } form ? DatasetRow.Write(form.Form) : null,
                PendingState = change.Pending is { } pending ? DatasetRow.Write(pending.State) : null,
                change.SubmittedBy,
            },
            transaction);
        if (change.State is { } state)
        {
            await connection.ExecuteAsync("UPDATE dataset SET state = @State WHERE id = @id", new { id, State = DatasetRow.Write(state) }, transaction);
        }
    }

    /// <summary>Tells the log what waits for the review now, where that is another than before, and of the step.</summary>
    private static async Task TellReviewAsync(DbConnection connection, DbTransaction transaction, AuditWriter log, string id, ReviewStep? step)
    {
        var (name, hash) = await AuditReviewReader.FindReviewAsync(connection, transaction, id);
        await log.AppendChangeAsync(AuditActions.ReviewChanged, AuditActions.ReviewChanged, AuditObjects.Review(name), hash);
        if (step is not null)
        {
            await StepRow.NoteAsync(connection, transaction, log, id, step);
        }
    }
}
