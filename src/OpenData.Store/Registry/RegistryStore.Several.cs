using System.Text.Json;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>What is read for many at once: one statement, however many there are.</summary>
internal sealed partial class RegistryStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Dataset>> FindDatasetsAsync(IReadOnlyList<string> names, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, transaction) => new DatasetReader(connection, transaction).FindAsync(names), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, long>> CountDatasetsAsync(bool publishedOnly, IReadOnlyCollection<string> including, CancellationToken cancellation = default)
    {
        return await database.QueryAsync<IReadOnlyDictionary<string, long>>(
            async connection =>
            {
                var counts = await connection.QueryAsync<(string Name, long Datasets)>(
                    "SELECT organization, count(*) FROM dataset WHERE NOT @publishedOnly OR state = 'published' OR organization IN (SELECT value FROM json_each(@Including)) GROUP BY organization",
                    new { publishedOnly, Including = JsonSerializer.Serialize(including) });
                return counts.ToDictionary(c => c.Name, c => c.Datasets, StringComparer.Ordinal);
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<byte[]?>> FindReportsAsync(IReadOnlyList<(Guid ResourceId, int? Number)> reports, CancellationToken cancellation = default)
    {
        return await database.QueryAsync<IReadOnlyList<byte[]?>>(
            async connection =>
            {
                var parameters = new
                {
                    Ids = JsonSerializer.Serialize(reports.Select(r => Key(r.ResourceId))),

                    // A release's number is 1 at least.
                    Numbers = JsonSerializer.Serialize(reports.Select(r => r.Number ?? 0)),
                };
                var found = await connection.QueryAsync<(long Place, byte[]? Report)>(
                    """
                    SELECT w.key, CASE WHEN CAST(n.value AS BIGINT) = 0 THEN s.report ELSE r.report END
                    FROM json_each(@Ids) w
                    JOIN json_each(@Numbers) n ON n.key = w.key
                    LEFT JOIN resource s ON s.id = w.value
                    LEFT JOIN release r ON r.resource_id = s.id AND r.number = CAST(n.value AS BIGINT)
                    """,
                    parameters);
                var inOrder = new byte[]?[reports.Count];
                foreach (var (place, report) in found)
                {
                    inOrder[place] = report;
                }

                return inOrder;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IReadOnlyList<Release>>> ListReleasesAsync(IReadOnlyList<Guid> resourceIds, int most, CancellationToken cancellation = default)
    {
        return await database.QueryAsync<IReadOnlyList<IReadOnlyList<Release>>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<ReleaseRow>(
                    $"""
                    SELECT {ReleaseRow.Columns} FROM release r
                    WHERE r.resource_id IN (SELECT value FROM json_each(@Ids))
                      AND r.number > (SELECT max(number) FROM release n WHERE n.resource_id = r.resource_id) - @most
                    ORDER BY r.number DESC
                    """,
                    new { Ids = JsonSerializer.Serialize(resourceIds.Select(Key)), most });
                var byResource = rows.Select(row => row.ToRelease()).ToLookup(r => r.ResourceId);
                return [.. resourceIds.Select(id => (IReadOnlyList<Release>)[.. byResource[id]])];
            },
            cancellation);
    }
}
