using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>What waits for a review, what was done in reviews, and what scores rest on, with the hashes that the audit log makes of them.</summary>
internal static class AuditReviewReader
{
    private const string Reviews =
        "SELECT name, pending_state, pending_form, submitted_by FROM dataset WHERE pending_state IS NOT NULL OR pending_form IS NOT NULL OR submitted_by IS NOT NULL ORDER BY name";

    private const string Steps =
        """
        SELECT d.name, t.number, t.time, t.actor, t.actor_name, t.action, t.state, t.reason, t.comments
        FROM review_step t JOIN dataset d ON d.id = t.dataset_id ORDER BY t.number
        """;

    private const string Exceptions =
        """
        SELECT d.name, s.key, e.rule, e.reason, e.actor, e.actor_name, e.time
        FROM recorded_exception e JOIN resource s ON s.id = e.resource_id JOIN dataset d ON d.id = s.dataset_id ORDER BY d.name, s.position, e.rule
        """;

    private const string Staged =
        """
        SELECT d.name, s.key, 0, r.sha256, r.file_name, r.bytes, r.rows, r.unit, r.published, r.errors, r.warnings, r.infos,
               r.dictionary, r.report, r.basis, r.notes, NULL, NULL
        FROM staged_release r JOIN resource s ON s.id = r.resource_id JOIN dataset d ON d.id = s.dataset_id
        ORDER BY d.name, s.position
        """;

    private const string Evidence =
        "SELECT id, organization, dataset, indicator, fiscal_year, part, link, date, value, given_by, given, withdrawn FROM evidence ORDER BY given, id";

    private const string Scores = "SELECT number, organization, indicator, fiscal_year, definition, score, result, computed FROM score ORDER BY number";

    /// <summary>Every object of these kinds.</summary>
    public static async IAsyncEnumerable<AuditedObject> ListAsync(DbConnection connection, DbTransaction? transaction)
    {
        foreach (var (sql, read) in Kinds)
        {
            await using var row = await connection.ExecuteReaderAsync(sql, transaction: transaction);
            while (await row.ReadAsync())
            {
                yield return read(row);
            }
        }
    }

    /// <summary>The hash of what waits for the review of a dataset now; null where nothing does.</summary>
    public static async Task<(string Name, string? Hash)> FindReviewAsync(DbConnection connection, DbTransaction transaction, string datasetId)
    {
        var (name, state, form, by) = await connection.QuerySingleAsync<(string, string?, string?, string?)>(
            "SELECT name, pending_state, pending_form, submitted_by FROM dataset WHERE id = @datasetId", new { datasetId }, transaction);
        return (name, AuditRecords.Review(state, form, by));
    }

    /// <summary>The staged file of a resource as it is now, or null where there is none.</summary>
    public static async Task<(string Dataset, string Key, AuditedRelease Release)?> FindStagedAsync(DbConnection connection, DbTransaction transaction, string resourceId)
    {
        await using var row = await connection.ExecuteReaderAsync(Staged.Replace("ORDER BY", "WHERE r.resource_id = @resourceId ORDER BY", StringComparison.Ordinal), new { resourceId }, transaction);
        return await row.ReadAsync() ? (row.GetString(0), row.GetString(1), AuditObjectReader.ReleaseOf(row)) : null;
    }

    private static IReadOnlyList<(string Sql, Func<DbDataReader, AuditedObject> Read)> Kinds { get; } =
    [
        ("SELECT name FROM organization WHERE one_person <> 0 ORDER BY name", row => new AuditedObject(AuditObjects.OnePerson(row.GetString(0)), AuditRecords.OnePerson)),
        (Reviews, row => new AuditedObject(AuditObjects.Review(row.GetString(0)), AuditRecords.Review(Text(row, 1), Text(row, 2), Text(row, 3))!)),
        (Staged, OfStaged),
        (Exceptions, row => new AuditedObject(
            AuditObjects.Exception(row.GetString(0), row.GetString(1), row.GetString(2)),
            AuditRecords.Exception(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6)))),
        (Steps, row => new AuditedObject(
            AuditObjects.Step(row.GetString(0), row.GetInt64(1)),
            AuditRecords.Step(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), Text(row, 7), row.GetString(8)))),
        (Evidence, row => new AuditedObject(AuditObjects.Evidence(row.GetString(0)), AuditRecords.Evidence(Enumerable.Range(0, row.FieldCount).Select(i => Value(row, i))))),
        (Scores, row => new AuditedObject(
            AuditObjects.Score(row.GetInt64(0)),
            AuditRecords.Score(row.GetString(1), row.GetString(2), Value(row, 3)!, row.GetString(4), Text(row, 5), row.GetString(6), row.GetString(7)))),
    ];

    private static AuditedObject OfStaged(DbDataReader row)
    {
        var release = AuditObjectReader.ReleaseOf(row);
        return new AuditedObject(AuditObjects.Staged(row.GetString(0), row.GetString(1)), release.Hash(), release.Parts());
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string? Value(DbDataReader row, int column) => row.IsDBNull(column) ? null : Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture);
}
