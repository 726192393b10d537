using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>The end of a publish, and what a release's check rested on.</summary>
internal sealed partial class RegistryStore
{
    /// <inheritdoc/>
    public Task<Release> PublishAsync(NewRelease release, CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                await database.RequireUnitAsync(connection, transaction, release.Release.Unit);
                var log = Log(connection, transaction);
                var row = ReleaseRow.Of(release.Release);
                var basis = release.Basis is null ? null : StoredBasis.Write(release.Basis);
                await new ReleaseWriter(connection, transaction, log).PublishAsync(row, release.Release.Dictionary, release.Report, basis);

                // What was staged before is older than this, unless this repeats what is older still.
                if (row.Repeats is null)
                {
                    await new StagedFile(connection, transaction, log).RemoveAsync(row.ResourceId);
                }

                await connection.ExecuteAsync(
                    "UPDATE dataset SET state = 'published', modified = @Now, revision = revision + 1 WHERE id = (SELECT dataset_id FROM resource WHERE id = @ResourceId)",
                    new { row.ResourceId, Now = StoredTime.Write(clock.GetUtcNow()) },
                    transaction);
                var (dataset, _) = await NamesAsync(connection, transaction, release.Release.ResourceId);
                await log.AppendChangeAsync(AuditActions.DatasetPublished, AuditActions.DatasetPublished, AuditObjects.State(dataset), CanonicalLines.Hash("published"));
                await StepRow.NoteOfResourceAsync(connection, transaction, log, row.ResourceId, release.Step);
                await new SearchWriter(connection, transaction).RefreshAsync(dataset);
                return row.ToRelease();
            },
            cancellation);

    /// <inheritdoc/>
    public async Task<ReleaseBasis?> FindBasisAsync(Guid resourceId, int number, CancellationToken cancellation = default)
    {
        return await database.QueryAsync<ReleaseBasis?>(
            async connection =>
            {
                var json = await connection.ExecuteScalarAsync<string?>("SELECT basis FROM release WHERE resource_id = @Id AND number = @number", new { Id = Key(resourceId), number });
                return json is null ? null : StoredBasis.Read(json);
            },
            cancellation);
    }
}
