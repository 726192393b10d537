using System.Data.Common;
using Dapper;

namespace OpenData.Store.Registry;

/// <summary>Lists what is published, and chooses the identifiers of resources.</summary>
internal static class PublishedTableReader
{
    /// <summary>In the order of two indexes, which hold all of it but the datasets' states and versions; resources are counted only for those to be named.</summary>
    private static string List(string joinInOrder) =>
        $"""
        SELECT s.id, d.name, d.version, s.key, s.current_release, s.has_key, s.has_numbers, n.name,
               CASE WHEN n.name IS NULL THEN (SELECT count(*) FROM resource r WHERE r.dataset_id = d.id) ELSE 0 END
        FROM dataset d
        {joinInOrder} resource s ON s.dataset_id = d.id
        LEFT JOIN resource_name n ON n.resource_id = s.id
        WHERE d.state = 'published' AND s.current_release IS NOT NULL
        ORDER BY d.name, s.position
        """;

    public static async Task<IReadOnlyList<PublishedTable>> ListAsync(DbConnection connection, string joinInOrder, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = List(joinInOrder);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<PublishedTable> tables = [];
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            // Ten thousand keys of resources are a few different ones.
            var key = row.GetString(3);
            keys.TryAdd(key, key);
            tables.Add(new PublishedTable
            {
                ResourceId = Guid.ParseExact(row.GetString(0), "D"),
                Dataset = row.GetString(1),
                DatasetVersion = row.GetInt32(2),
                Key = keys[key],
                Release = row.GetInt32(4),
                HasKey = row.GetInt64(5) != 0,
                HasNumbers = row.GetInt64(6) != 0,
                Name = row.IsDBNull(7) ? null : row.GetString(7),
                Resources = row.GetInt32(8),
            });
        }

        return tables;
    }

    /// <summary>Gives a resource the identifier wished for, or the first one behind it that is free; one that has another keeps it. Gives the one it has now.</summary>
    public static async Task<string> ChooseAsync(DbConnection connection, DbTransaction transaction, NameWish wish)
    {
        var id = RegistryStore.Key(wish.ResourceId);
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
}
