using System.Data.Common;
using Dapper;
using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Schemas;

namespace OpenData.Store.Sqlite;

/// <summary>The reviews, in the registry's file: a step and what it does are one transaction.</summary>
internal sealed class SqliteReviewStore(SqliteRegistryStore registry, TimeProvider clock, Func<Guid> ids) : IReviewStore
{
    /// <inheritdoc/>
    public Task<Dataset?> ChangeAsync(DatasetChange change, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var id = SqliteRegistryStore.Key(change.DatasetId);
            var name = await connection.ExecuteScalarAsync<string?>("SELECT name FROM dataset WHERE id = @id AND revision = @Revision", new { id, change.Revision }, transaction);
            if (name is null)
            {
                return null;
            }

            await ApplyAsync(connection, transaction, id, change);
            return await new DatasetReader(connection, transaction).FindAsync(name);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<Release> StageAsync(NewRelease release, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var row = ReleaseRow.Of(release.Release);
            row.Number = 0;
            await connection.ExecuteAsync(ReleaseRow.Stage, row.With(release.Report), transaction);
            await connection.ExecuteAsync("UPDATE dataset SET revision = revision + 1 WHERE id = (SELECT dataset_id FROM resource WHERE id = @ResourceId)", row, transaction);
            await StepRow.NoteAsync(connection, transaction, row.ResourceId, release.Step);
            return row.ToRelease();
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> FindStagedReportAsync(Guid resourceId, CancellationToken cancellation = default)
    {
        using var connection = registry.Connect();
        return await connection.ExecuteScalarAsync<byte[]?>("SELECT report FROM staged_release WHERE resource_id = @Id", new { Id = SqliteRegistryStore.Key(resourceId) });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReviewStep>> ListStepsAsync(Guid datasetId, CancellationToken cancellation = default)
    {
        using var connection = registry.Connect();
        var rows = await connection.QueryAsync<StepRow>($"SELECT {StepRow.Columns} FROM review_step WHERE dataset_id = @Id ORDER BY number", new { Id = SqliteRegistryStore.Key(datasetId) });
        return [.. rows.Select(r => r.ToStep())];
    }

    /// <inheritdoc/>
    public Task RecordExceptionAsync(Guid resourceId, RecordedException exception, ReviewStep step, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var id = SqliteRegistryStore.Key(resourceId);
            await connection.ExecuteAsync(
                """
                INSERT INTO recorded_exception (resource_id, rule, reason, actor, actor_name, time) VALUES (@id, @Rule, @Reason, @Actor, @ActorName, @Time)
                ON CONFLICT (resource_id, rule) DO UPDATE SET reason = excluded.reason, actor = excluded.actor, actor_name = excluded.actor_name, time = excluded.time
                """,
                new { id, exception.Rule, exception.Reason, step.Actor, exception.ActorName, Time = StoredTime.Write(exception.Time) },
                transaction);
            var dataset = await connection.ExecuteScalarAsync<string>("SELECT dataset_id FROM resource WHERE id = @id", new { id }, transaction);
            await connection.ExecuteAsync(StepRow.Insert, StepRow.Of(dataset!, step), transaction);
            await connection.ExecuteAsync("UPDATE dataset SET revision = revision + 1 WHERE id = @dataset", new { dataset }, transaction);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task AllowOnePersonAsync(string organization, bool allowed, CancellationToken cancellation = default) => registry.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync("UPDATE organization SET one_person = @allowed WHERE name = @organization", new { organization, allowed }, transaction),
        cancellation);

    private async Task ApplyAsync(DbConnection connection, DbTransaction transaction, string id, DatasetChange change)
    {
        var writer = new DatasetWriter(connection, transaction, clock, ids);
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
            await connection.ExecuteAsync(
                "UPDATE resource SET dictionary = @Json, dictionary_sha = @Sha256 WHERE id = @Id AND dataset_id = @id",
                new { Id = SqliteRegistryStore.Key(resource), id, Json = StoredDictionary.Write(dictionary), dictionary.Sha256 },
                transaction);
        }

        if (change.PublishesStaged)
        {
            await PublishStagedAsync(connection, transaction, id);
        }

        await NoteAsync(connection, transaction, id, change);
    }

    private async Task PublishStagedAsync(DbConnection connection, DbTransaction transaction, string id)
    {
        const string Of = "FROM staged_release r JOIN resource s ON s.id = r.resource_id WHERE s.dataset_id = @id ORDER BY s.position";
        var staged = (await connection.QueryAsync<ReleaseRow>($"SELECT {ReleaseRow.StagedColumns} {Of}", new { id }, transaction)).AsList();
        var reports = (await connection.QueryAsync<byte[]>($"SELECT r.report {Of}", new { id }, transaction)).AsList();
        await connection.ExecuteAsync("DELETE FROM staged_release WHERE resource_id IN (SELECT id FROM resource WHERE dataset_id = @id)", new { id }, transaction);
        for (var i = 0; i < staged.Count; i++)
        {
            var release = staged[i].ToRelease() with { Published = clock.GetUtcNow() };
            await ReleaseWriter.PublishAsync(connection, transaction, ReleaseRow.Of(release), release.Dictionary, reports[i]);
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

        if (change.Step is { } step)
        {
            await connection.ExecuteAsync(StepRow.Insert, StepRow.Of(id, step), transaction);
        }
    }
}
