using OpenData.Registry;

namespace OpenData.Store;

/// <summary>An object of the registry as it is now.</summary>
/// <param name="Object">Its name in the audit log.</param>
/// <param name="Hash">Its hash, made from what is kept.</param>
/// <param name="Parts">The hashes of its parts as the log's detail gives them, or null.</param>
/// <param name="Entry">The entry that the object itself says made it, or null where it says nothing.</param>
public sealed record AuditedObject(string Object, string Hash, string? Parts = null, long? Entry = null);

/// <summary>The audit log, and what it must agree with.</summary>
public interface IAuditStore
{
    /// <summary>Entries in the order of the log, read as they come.</summary>
    /// <param name="after">The entry after which to begin; 0 for the first.</param>
    /// <param name="limit">The greatest number of entries to give, or null for all.</param>
    /// <param name="cancellation">Ends it.</param>
    IAsyncEnumerable<AuditEntry> ReadAsync(long after = 0, long? limit = null, CancellationToken cancellation = default);

    /// <summary>Where the log ended after the last change, as the registry notes it beside the log.</summary>
    Task<AuditHead> FindHeadAsync(CancellationToken cancellation = default);

    /// <summary>Every object of the registry that the log tells of, as it is now.</summary>
    IAsyncEnumerable<AuditedObject> ListObjectsAsync(CancellationToken cancellation = default);

    /// <summary>The guards that keep entries from being changed and removed and that are not there any more; empty where all are.</summary>
    Task<IReadOnlyList<string>> FindMissingGuardsAsync(CancellationToken cancellation = default);
}
