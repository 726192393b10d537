using System.Data.Common;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>The objects of the registry with their hashes, made from what the file holds now; one row at a time is in memory.</summary>
internal static class AuditObjectReader
{
    private const string Organizations = "SELECT name, title_th, title_en, parent FROM organization ORDER BY name";

    private const string Datasets = "SELECT name, form, state FROM dataset ORDER BY name";

    private const string Resources =
        "SELECT d.name, s.key, s.dictionary, s.dictionary_sha, s.report FROM resource s JOIN dataset d ON d.id = s.dataset_id ORDER BY d.name, s.position";

    private const string Releases =
        """
        SELECT d.name, s.key, r.number, r.sha256, r.file_name, r.bytes, r.rows, r.unit, r.published, r.errors, r.warnings, r.infos,
               r.dictionary, r.report, r.basis, r.notes, r.repeats, r.entry
        FROM release r JOIN resource s ON s.id = r.resource_id JOIN dataset d ON d.id = s.dataset_id
        ORDER BY d.name, s.position, r.number
        """;

    /// <summary>Every object of the registry.</summary>
    public static IAsyncEnumerable<AuditedObject> ListAsync(DbConnection connection, DbTransaction? transaction) =>
        ListFirstAsync(connection, transaction).Concat(ListLaterAsync(connection, transaction));

    /// <summary>The objects that the log told of later than of others: what waits for reviews and what was done in them, evidence and scores, people.</summary>
    public static IAsyncEnumerable<AuditedObject> ListLaterAsync(DbConnection connection, DbTransaction? transaction) =>
        AuditReviewReader.ListAsync(connection, transaction).Concat(AuditAccessReader.ListAsync(connection, transaction));

    /// <summary>The objects that the log tells of since it is there: organizations, datasets and their states, dictionaries, reports, releases, questions, requests.</summary>
    private static async IAsyncEnumerable<AuditedObject> ListFirstAsync(DbConnection connection, DbTransaction? transaction)
    {
        await using (var row = await ReadAsync(connection, transaction, Organizations))
        {
            while (await row.ReadAsync())
            {
                yield return new AuditedObject(AuditObjects.Organization(row.GetString(0)), HashOf(row.GetString(0), Text(row, 1), Text(row, 2), Text(row, 3)));
            }
        }

        await using (var row = await ReadAsync(connection, transaction, Datasets))
        {
            while (await row.ReadAsync())
            {
                yield return new AuditedObject(AuditObjects.Dataset(row.GetString(0)), CanonicalLines.HashOf(row.GetString(1)));
                yield return new AuditedObject(AuditObjects.State(row.GetString(0)), CanonicalLines.Hash(row.GetString(2)));
            }
        }

        await using (var row = await ReadAsync(connection, transaction, Resources))
        {
            while (await row.ReadAsync())
            {
                foreach (var found in OfResource(row))
                {
                    yield return found;
                }
            }
        }

        await using (var row = await ReadAsync(connection, transaction, Releases))
        {
            while (await row.ReadAsync())
            {
                var release = ReleaseOf(row);
                yield return new AuditedObject(AuditObjects.Release(row.GetString(0), row.GetString(1), release.Number), release.Hash(), release.Parts(), Number(row, 17));
            }
        }

        await foreach (var question in connection.QueryUnbufferedAsync<QuestionRow>($"SELECT {QuestionRow.Columns} {QuestionRow.From} ORDER BY q.id", transaction: transaction))
        {
            yield return new AuditedObject(AuditObjects.Question(question.Id), question.Hash());
        }

        await foreach (var request in connection.QueryUnbufferedAsync<DataRequestRow>($"SELECT {DataRequestRow.Columns} FROM data_request r ORDER BY r.id", transaction: transaction))
        {
            yield return new AuditedObject(AuditObjects.Request(request.Id), request.Hash());
        }
    }

    /// <summary>A release as it is now, to be told to the log.</summary>
    public static async Task<(string Dataset, string Key, AuditedRelease Release)> FindReleaseAsync(DbConnection connection, DbTransaction transaction, string resourceId, long number)
    {
        await using var row = await ReadAsync(
            connection, transaction, Releases.Replace("ORDER BY", "WHERE r.resource_id = @resourceId AND r.number = @number ORDER BY", StringComparison.Ordinal), new { resourceId, number });
        return await row.ReadAsync()
            ? (row.GetString(0), row.GetString(1), ReleaseOf(row))
            : throw new InvalidOperationException($"There is no release {number} of the resource {resourceId}.");
    }

    /// <summary>The hash of an organization.</summary>
    public static string HashOf(string name, string? th, string? en, string? parent) => CanonicalLines.Hash(name, th, en, parent);

    private static IEnumerable<AuditedObject> OfResource(DbDataReader row)
    {
        var (dataset, key) = (row.GetString(0), row.GetString(1));
        if (Text(row, 2) is { } dictionary)
        {
            yield return new AuditedObject(AuditObjects.Dictionary(dataset, key), StoredDictionary.VersionOf(dictionary, row.GetString(3)));
        }

        if (!row.IsDBNull(4))
        {
            yield return new AuditedObject(AuditObjects.Report(dataset, key), CanonicalLines.HashOf((byte[])row.GetValue(4)));
        }
    }

    /// <summary>The release of a row that has its columns.</summary>
    public static AuditedRelease ReleaseOf(DbDataReader row) => new()
    {
        Number = row.GetInt64(2),
        File = row.GetString(3),
        FileName = row.GetString(4),
        Bytes = row.GetInt64(5),
        Rows = row.GetInt64(6),
        Unit = row.GetString(7),
        Published = row.GetString(8),
        Errors = row.GetInt64(9),
        Warnings = row.GetInt64(10),
        Infos = row.GetInt64(11),
        Dictionary = CanonicalLines.HashOf(row.GetString(12)),
        Report = CanonicalLines.HashOf((byte[])row.GetValue(13)),
        Basis = Text(row, 14) is { } basis ? CanonicalLines.HashOf(basis) : null,
        Notes = Text(row, 15),
        Repeats = Number(row, 16),
    };

    private static Task<DbDataReader> ReadAsync(DbConnection connection, DbTransaction? transaction, string sql, object? parameters = null) =>
        connection.ExecuteReaderAsync(sql, parameters, transaction);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
