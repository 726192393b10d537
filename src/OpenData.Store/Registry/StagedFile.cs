using System.Data.Common;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>Keeps and removes files that wait for a review, and tells the log, inside one transaction.</summary>
internal sealed class StagedFile(DbConnection connection, DbTransaction transaction, AuditWriter log)
{
    /// <summary>Keeps a file in place of the one that waited before it.</summary>
    public async Task KeepAsync(ReleaseRow row, NewRelease release)
    {
        await connection.ExecuteAsync(ReleaseRow.Stage, row.With(release), transaction);
        if (await AuditReviewReader.FindStagedAsync(connection, transaction, row.ResourceId) is var (dataset, key, staged))
        {
            await log.AppendAsync(AuditActions.FileStaged, AuditObjects.Staged(dataset, key), staged.Hash(), staged.Parts());
        }
    }

    /// <summary>Removes the file that waits, where there is one; its rows are swept with the next start.</summary>
    public async Task RemoveAsync(string resourceId)
    {
        if (await AuditReviewReader.FindStagedAsync(connection, transaction, resourceId) is var (dataset, key, _))
        {
            await connection.ExecuteAsync("DELETE FROM staged_release WHERE resource_id = @resourceId", new { resourceId }, transaction);
            await log.AppendAsync(AuditActions.StagedRemoved, AuditObjects.Staged(dataset, key), after: null);
        }
    }
}
