using System.Runtime.CompilerServices;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>Reads the audit log of a registry.</summary>
internal sealed class AuditStore(RegistryDatabase database) : IAuditStore
{
    private static readonly string[] Guards = ["audit_never_changed", "audit_never_removed"];

    /// <inheritdoc/>
    public async IAsyncEnumerable<AuditEntry> ReadAsync(long after = 0, long? limit = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var connection = await database.ConnectAsync(cancellation);
        await using var row = await connection.ExecuteReaderAsync(
            """
            SELECT sequence, time, actor_kind, actor, action, object, before, after, detail, previous, hash
            FROM audit WHERE sequence > @after ORDER BY sequence LIMIT @limit
            """,
            new { after, limit = limit ?? long.MaxValue });
        while (await row.ReadAsync(cancellation))
        {
            yield return new AuditEntry
            {
                Sequence = row.GetInt64(0),
                Time = row.GetString(1),
                Actor = new Actor(row.GetString(3), row.GetString(2)),
                Action = row.GetString(4),
                Object = row.GetString(5),
                Before = row.IsDBNull(6) ? null : row.GetString(6),
                After = row.IsDBNull(7) ? null : row.GetString(7),
                Detail = row.IsDBNull(8) ? null : row.GetString(8),
                Previous = row.GetString(9),
                Hash = row.GetString(10),
            };
        }
    }

    /// <inheritdoc/>
    public async Task<AuditHead> FindHeadAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.ConnectAsync(cancellation);
        var (entries, hash) = await connection.QuerySingleOrDefaultAsync<(long Entries, string? Hash)>("SELECT entries, hash FROM audit_head");
        return new AuditHead(entries, hash ?? AuditEntry.Origin);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AuditedObject> ListObjectsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var connection = await database.ConnectAsync(cancellation);
        await using var transaction = await database.BeginReadAsync(connection, cancellation);
        await foreach (var found in AuditObjectReader.ListAsync(connection, transaction).WithCancellation(cancellation))
        {
            yield return found;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindMissingGuardsAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.ConnectAsync(cancellation);
        var there = await database.ListTriggersAsync(connection, "audit");
        return [.. Guards.Except(there)];
    }
}
