using System.Data.Common;
using Dapper;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Store.Sqlite;

/// <summary>Writes a release and points its resource at it, inside one transaction.</summary>
internal static class ReleaseWriter
{
    /// <summary>Numbers the release, keeps it with its report, and makes it the one that answers.</summary>
    public static async Task PublishAsync(DbConnection connection, DbTransaction transaction, ReleaseRow row, DataDictionary dictionary, byte[] report)
    {
        row.Number = 1 + await connection.ExecuteScalarAsync<long>("SELECT coalesce(max(number), 0) FROM release WHERE resource_id = @ResourceId", row, transaction);
        await connection.ExecuteAsync(ReleaseRow.Insert, row.With(report), transaction);
        await connection.ExecuteAsync(
            "UPDATE resource SET current_release = @Number, has_key = @HasKey, has_numbers = @HasNumbers WHERE id = @ResourceId",
            new { row.Number, row.ResourceId, HasKey = dictionary.Key.Count > 0, HasNumbers = dictionary.Columns.Any(c => c.Type.IsNumeric()) },
            transaction);
    }
}
