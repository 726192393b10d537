using System.Data.Common;
using Dapper;

namespace OpenData.Store.Sqlite;

/// <summary>Lists what is published, and chooses the identifiers of resources.</summary>
internal static class PublishedTableReader
{
    private const string List =
        """
        SELECT s.id AS ResourceId, d.name AS Dataset, d.version AS DatasetVersion, s.key AS "Key", s.current_release AS Release,
               s.has_key AS HasKey, s.has_numbers AS HasNumbers, n.name AS Name,
               (SELECT count(*) FROM resource r WHERE r.dataset_id = d.id) AS Resources
        FROM dataset d
        JOIN resource s ON s.dataset_id = d.id
        LEFT JOIN resource_name n ON n.resource_id = s.id
        WHERE d.state = 'published' AND s.current_release IS NOT NULL
        ORDER BY d.name, s.position
        """;

    public static async Task<IReadOnlyList<PublishedTable>> ListAsync(DbConnection connection)
    {
        List<PublishedTable> tables = [];
        foreach (var row in await connection.QueryAsync<Row>(List))
        {
            // Ten thousand names of resources are a few different ones.
            tables.Add(row.ToTable(string.Intern(row.Key)));
        }

        return tables;
    }

    /// <summary>Gives a resource the identifier wished for, or the first one behind it that is free; one that has another keeps it. Gives the one it has now.</summary>
    public static async Task<string> ChooseAsync(DbConnection connection, DbTransaction transaction, NameWish wish)
    {
        var id = SqliteRegistryStore.Key(wish.ResourceId);
        var present = await connection.ExecuteScalarAsync<string?>("SELECT name FROM resource_name WHERE resource_id = @id", new { id }, transaction);
        if (present is not null && present != wish.Instead)
        {
            return present;
        }

        var name = wish.Name;
        for (var next = 2; await IsTakenAsync(connection, transaction, name, id); next++)
        {
            name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wish.Name}_{next}");
        }

        await connection.ExecuteAsync(
            "INSERT INTO resource_name (resource_id, name) VALUES (@id, @name) ON CONFLICT (resource_id) DO UPDATE SET name = excluded.name", new { id, name }, transaction);
        return name;
    }

    private static Task<bool> IsTakenAsync(DbConnection connection, DbTransaction transaction, string name, string id) =>
        connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM resource_name WHERE name = @name AND resource_id <> @id)", new { name, id }, transaction);

    private sealed class Row
    {
        public required string ResourceId { get; init; }
        public required string Dataset { get; init; }
        public required long DatasetVersion { get; init; }
        public required long Resources { get; init; }
        public required string Key { get; init; }
        public required long Release { get; init; }
        public required long HasKey { get; init; }
        public required long HasNumbers { get; init; }
        public string? Name { get; init; }

        public PublishedTable ToTable(string key) => new()
        {
            ResourceId = Guid.Parse(ResourceId),
            Dataset = Dataset,
            DatasetVersion = checked((int)DatasetVersion),
            Resources = checked((int)Resources),
            Key = key,
            Release = checked((int)Release),
            HasKey = HasKey != 0,
            HasNumbers = HasNumbers != 0,
            Name = Name,
        };
    }
}
