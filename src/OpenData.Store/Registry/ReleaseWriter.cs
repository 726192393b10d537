using System.Data.Common;
using Dapper;
using OpenData.Registry;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Store.Registry;

/// <summary>Writes a release, points its resource at it, and tells the log of it, inside one transaction.</summary>
internal sealed class ReleaseWriter(DbConnection connection, DbTransaction transaction, AuditWriter log)
{
    /// <summary>Numbers the release, keeps it with its report and the basis of its check, and makes it the one that answers.</summary>
    public async Task PublishAsync(ReleaseRow row, DataDictionary dictionary, byte[] report, string? basis)
    {
        row.Number = 1 + await connection.ExecuteScalarAsync<long>("SELECT coalesce(max(number), 0) FROM release WHERE resource_id = @ResourceId", row, transaction);
        await connection.ExecuteAsync(ReleaseRow.Insert, row.With(report, basis), transaction);
        await connection.ExecuteAsync(
            "UPDATE resource SET current_release = @Number, has_key = @HasKey, has_numbers = @HasNumbers WHERE id = @ResourceId",
            new { row.Number, row.ResourceId, HasKey = dictionary.Key.Count > 0 ? 1 : 0, HasNumbers = dictionary.Columns.Any(c => c.Type.IsNumeric()) ? 1 : 0 },
            transaction);
        await TellAsync(row);
    }

    /// <summary>Tells the log of a release, and the release of its entry.</summary>
    private async Task TellAsync(ReleaseRow row)
    {
        var (dataset, key, audited) = await AuditObjectReader.FindReleaseAsync(connection, transaction, row.ResourceId, row.Number);
        var action = row.Repeats is null ? AuditActions.ReleasePublished : AuditActions.ReleaseRolledBack;
        var before = row.Number == 1 ? null : await log.FindLastAsync(AuditObjects.Release(dataset, key, row.Number - 1));
        var detail = row.Repeats is { } repeats ? $"repeats={repeats} {audited.Parts()}" : audited.Parts();
        var entry = await log.AppendAsync(action, AuditObjects.Release(dataset, key, row.Number), before, audited.Hash(), detail);
        await connection.ExecuteAsync("UPDATE release SET entry = @entry WHERE resource_id = @ResourceId AND number = @Number", new { entry, row.ResourceId, row.Number }, transaction);
    }
}
