using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>
/// The first entries of a log: the hash of the registry as it was found, and each object that was there already. They are written once, with
/// the migration that makes the log; a log that is found empty later was emptied by somebody.
/// </summary>
internal static class AuditBeginning
{
    public static async Task WriteAsync(DbConnection connection, DbTransaction transaction, TimeProvider clock)
    {
        var found = new List<AuditedObject>();
        using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var one in AuditObjectReader.ListAsync(connection, transaction))
        {
            // The registry's hash is that of two lines for each object: its name and its hash.
            content.AppendData(Encoding.UTF8.GetBytes(CanonicalLines.Of(one.Object, one.Hash)));
            found.Add(one);
        }

        var log = new AuditWriter(connection, transaction, clock, Actor.Program);
        var detail = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"objects={found.Count}");
        await log.AppendAsync(AuditActions.Begun, AuditObjects.Registry, before: null, Convert.ToHexStringLower(content.GetHashAndReset()), detail);
        foreach (var one in found)
        {
            var entry = await log.AppendAsync(AuditActions.Adopted, one.Object, before: null, one.Hash, one.Parts);
            if (one.Object.Contains("/releases/", StringComparison.Ordinal))
            {
                await PointAsync(connection, transaction, one.Object, entry);
            }
        }
    }

    /// <summary>
    /// Adopts what a log of an older program did not tell of. Only where it tells of nothing of the kind: what is not in a log that does
    /// was put there by somebody, who may have taken the migration's mark away to have it adopted.
    /// </summary>
    public static async Task WidenAsync(DbConnection connection, DbTransaction transaction, TimeProvider clock)
    {
        var told = (await connection.QueryAsync<string>("SELECT DISTINCT object FROM audit", transaction: transaction)).ToHashSet(StringComparer.Ordinal);
        var found = await AuditObjectReader.ListLaterAsync(connection, transaction).ToListAsync();
        if (found.Any(one => told.Contains(one.Object)))
        {
            return;
        }

        var log = new AuditWriter(connection, transaction, clock, Actor.Program);
        foreach (var one in found)
        {
            await log.AppendAsync(AuditActions.Adopted, one.Object, before: null, one.Hash, one.Parts);
        }
    }

    /// <summary>Notes in a release which entry tells of it.</summary>
    private static Task<int> PointAsync(DbConnection connection, DbTransaction transaction, string name, long entry) =>
        connection.ExecuteAsync(
            """
            UPDATE release SET entry = @entry
            WHERE (resource_id, number) IN (
                SELECT r.resource_id, r.number
                FROM dataset d JOIN resource s ON s.dataset_id = d.id JOIN release r ON r.resource_id = s.id
                WHERE d.name = @dataset AND s.key = @key AND r.number = CAST(@number AS INTEGER))
            """,
            new { entry, dataset = name.Split('/')[1], key = name.Split('/')[2], number = name.Split('/')[4] },
            transaction);
}
