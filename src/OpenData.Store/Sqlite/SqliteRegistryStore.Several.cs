using System.Text.Json;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Sqlite;

/// <summary>What is read for many at once: one statement, however many there are.</summary>
internal sealed partial class SqliteRegistryStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Dataset>> FindDatasetsAsync(IReadOnlyList<string> names, CancellationToken cancellation = default) =>
        ReadAsync((connection, transaction) => new DatasetReader(connection, transaction).FindAsync(names));

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, long>> CountDatasetsAsync(bool publishedOnly, IReadOnlyCollection<string> including, CancellationToken cancellation = default)
    {
        using var connection = Connect();
        var counts = await connection.QueryAsync<(string Name, long Datasets)>(
            "SELECT organization, count(*) FROM dataset WHERE NOT @publishedOnly OR state = 'published' OR organization IN (SELECT value FROM json_each(@Including)) GROUP BY organization",
            new { publishedOnly, Including = JsonSerializer.Serialize(including) });
        return counts.ToDictionary(c => c.Name, c => c.Datasets, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<byte[]?>> FindReportsAsync(IReadOnlyList<(Guid ResourceId, int? Number)> reports, CancellationToken cancellation = default)
    {
        using var connection = Connect();
        var wanted = JsonSerializer.Serialize(reports.Select(r => new { id = Key(r.ResourceId), number = r.Number }));
        var found = await connection.QueryAsync<(long Place, byte[]? Report)>(
            """
            SELECT w.key, CASE WHEN json_extract(w.value, '$.number') IS NULL THEN s.report ELSE r.report END
            FROM json_each(@wanted) w
            LEFT JOIN resource s ON s.id = json_extract(w.value, '$.id')
            LEFT JOIN release r ON r.resource_id = s.id AND r.number = json_extract(w.value, '$.number')
            """,
            new { wanted });
        var inOrder = new byte[]?[reports.Count];
        foreach (var (place, report) in found)
        {
            inOrder[place] = report;
        }

        return inOrder;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IReadOnlyList<Release>>> ListReleasesAsync(IReadOnlyList<Guid> resourceIds, int most, CancellationToken cancellation = default)
    {
        using var connection = Connect();
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
    }
}
