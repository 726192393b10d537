using System.Data.Common;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>Adds entries to the audit log, inside the transaction of the change that they tell.</summary>
internal sealed class AuditWriter(DbConnection connection, DbTransaction transaction, TimeProvider clock, Actor actor)
{
    private const string Insert =
        """
        INSERT INTO audit (sequence, time, actor_kind, actor, action, object, before, after, detail, previous, hash)
        VALUES (@Sequence, @Time, @Kind, @Name, @Action, @Object, @Before, @After, @Detail, @Previous, @Hash)
        """;

    private const string MoveHead = "UPDATE audit_head SET entries = @Sequence, hash = @Hash";

    /// <summary>Adds an entry about an object whose state before is the one the log told last; returns its sequence.</summary>
    public async Task<long> AppendAsync(string action, string name, string? after, string? detail = null) =>
        await AppendAsync(action, name, await FindLastAsync(name), after, detail);

    /// <summary>Adds an entry; returns its sequence.</summary>
    public async Task<long> AppendAsync(string action, string name, string? before, string? after, string? detail)
    {
        var (entries, hash) = await connection.QuerySingleAsync<(long Entries, string Hash)>("SELECT entries, hash FROM audit_head", transaction: transaction);
        var entry = new AuditEntry
        {
            Sequence = entries + 1,
            Time = StoredTime.Write(clock.GetUtcNow()),
            Actor = actor,
            Action = action,
            Object = name,
            Before = before,
            After = after,
            Detail = detail,
            Previous = hash,
        }.Sealed();
        var row = new
        {
            entry.Sequence, entry.Time, entry.Actor.Kind, entry.Actor.Name, entry.Action, entry.Object,
            entry.Before, entry.After, entry.Detail, entry.Previous, entry.Hash,
        };
        await connection.ExecuteAsync(Insert, row, transaction);
        await connection.ExecuteAsync(MoveHead, row, transaction);
        return entry.Sequence;
    }

    /// <summary>Adds an entry where the object is another one than the log told last: what is saved as it was is no change.</summary>
    public async Task AppendChangeAsync(string created, string changed, string name, string? after, string? detail = null)
    {
        var before = await FindLastAsync(name);
        if (before != after)
        {
            await AppendAsync(before is null ? created : changed, name, before, after, detail);
        }
    }

    /// <summary>The hash that the log told of an object last, or null.</summary>
    public Task<string?> FindLastAsync(string name) =>
        connection.ExecuteScalarAsync<string?>("SELECT after FROM audit WHERE object = @name ORDER BY sequence DESC LIMIT 1", new { name }, transaction);
}
