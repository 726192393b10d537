using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using OpenData.Registry;
using OpenData.Schemas.Values;

namespace OpenData.Store.Sqlite;

/// <summary>The end of a publish, and what a release's check rested on.</summary>
internal sealed partial class SqliteRegistryStore
{
    /// <inheritdoc/>
    public Task<Release> PublishAsync(NewRelease release, CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                var row = ReleaseRow.Of(release.Release);
                row.Number = 1 + await connection.ExecuteScalarAsync<long>("SELECT coalesce(max(number), 0) FROM release WHERE resource_id = @ResourceId", row, transaction);
                await connection.ExecuteAsync(ReleaseRow.Insert, row.With(release), transaction);
                var dictionary = release.Release.Dictionary;
                await connection.ExecuteAsync(
                    "UPDATE resource SET current_release = @Number, has_key = @HasKey, has_numbers = @HasNumbers WHERE id = @ResourceId",
                    new { row.Number, row.ResourceId, HasKey = dictionary.Key.Count > 0, HasNumbers = dictionary.Columns.Any(c => c.Type.IsNumeric()) },
                    transaction);
                await connection.ExecuteAsync(
                    "UPDATE dataset SET state = 'published', modified = @Now WHERE id = (SELECT dataset_id FROM resource WHERE id = @ResourceId)",
                    new { row.ResourceId, Now = StoredTime.Write(clock.GetUtcNow()) },
                    transaction);
                await TellAsync(connection, transaction, row);
                return row.ToRelease();
            },
            cancellation);

    /// <inheritdoc/>
    public async Task<ReleaseBasis?> FindBasisAsync(Guid resourceId, int number, CancellationToken cancellation = default)
    {
        using var connection = Connect();
        var json = await connection.ExecuteScalarAsync<string?>("SELECT basis FROM release WHERE resource_id = @Id AND number = @number", new { Id = Key(resourceId), number });
        return json is null ? null : StoredBasis.Read(json);
    }

    /// <summary>Tells the log of a release and of the dataset's state, and the release of its entry.</summary>
    private async Task TellAsync(SqliteConnection connection, DbTransaction transaction, ReleaseRow row)
    {
        var log = Log(connection, transaction);
        var (dataset, key, audited) = await AuditObjectReader.FindReleaseAsync(connection, transaction, row.ResourceId, row.Number);
        var action = row.Repeats is null ? AuditActions.ReleasePublished : AuditActions.ReleaseRolledBack;
        var before = row.Number == 1 ? null : await log.FindLastAsync(AuditObjects.Release(dataset, key, row.Number - 1));
        var detail = row.Repeats is { } repeats ? $"repeats={repeats} {audited.Parts()}" : audited.Parts();
        var entry = await log.AppendAsync(action, AuditObjects.Release(dataset, key, row.Number), before, audited.Hash(), detail);
        await connection.ExecuteAsync("UPDATE release SET entry = @entry WHERE resource_id = @ResourceId AND number = @Number", new { entry, row.ResourceId, row.Number }, transaction);
        await log.AppendChangeAsync(AuditActions.DatasetPublished, AuditActions.DatasetPublished, AuditObjects.State(dataset), CanonicalLines.Hash("published"));
    }
}
