using OpenData.Store.Sqlite;

namespace OpenData.Store;

/// <summary>Opens the store that a connection string names: a folder, or in time <c>postgres://…</c>.</summary>
public static class DataStores
{
    /// <summary>Opens a store, making or upgrading it where that is needed.</summary>
    /// <param name="data">A folder, which is made where it is missing.</param>
    /// <param name="clock">Tells when a registration changed.</param>
    /// <param name="ids">Makes the ids of datasets, resources and units.</param>
    /// <exception cref="NotSupportedException">The connection string names an engine that is not there.</exception>
    public static IDataStore Open(string data, TimeProvider clock, Func<Guid> ids)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(data);
        return SchemeOf(data) switch
        {
            null => SqliteDataStore.Open(data, clock, ids),
            "postgres" or "postgresql" => throw new NotSupportedException("PostgreSQL is not there yet: give the folder in which OpenData is to keep its data."),
            var scheme => throw new NotSupportedException($"There is no store for '{scheme}://': give a folder."),
        };
    }

    private static string? SchemeOf(string data)
    {
        var end = data.IndexOf("://", StringComparison.Ordinal);
        return end < 0 ? null : data[..end].ToLowerInvariant();
    }
}
