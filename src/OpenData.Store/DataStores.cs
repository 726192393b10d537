using OpenData.Store.Postgres;
using OpenData.Store.Sqlite;

namespace OpenData.Store;

/// <summary>Opens the store that a connection string names: a folder, or <c>postgres://…</c>.</summary>
public static class DataStores
{
    /// <summary>Opens a store, making or upgrading it where that is needed.</summary>
    /// <param name="data">A folder, which is made where it is missing, or the address of a PostgreSQL database.</param>
    /// <param name="clock">Tells when a registration changed.</param>
    /// <param name="ids">Makes the ids of datasets, resources and units.</param>
    /// <exception cref="ArgumentException">The address of the database cannot be read.</exception>
    /// <exception cref="InvalidOperationException">No connection can be made, or what is kept there is of a newer program.</exception>
    /// <exception cref="NotSupportedException">The connection string names an engine that is not there.</exception>
    public static IDataStore Open(string data, TimeProvider clock, Func<Guid> ids)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(data);
        return SchemeOf(data) switch
        {
            null => SqliteDataStore.Open(data, clock, ids),
            "postgres" or "postgresql" => PostgresDataStore.Open(data, clock, ids),
            var scheme => throw new NotSupportedException($"ไม่มีที่เก็บข้อมูลแบบ '{scheme}://' โปรดระบุโฟลเดอร์หรือ postgres://… · There is no store for '{scheme}://': give a folder, or postgres://…."),
        };
    }

    /// <summary>The connection string as it can be shown: without its password.</summary>
    public static string Shown(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return SchemeOf(data) is null ? data : PostgresAddress.WithoutPassword(data);
    }

    private static string? SchemeOf(string data)
    {
        var end = data.IndexOf("://", StringComparison.Ordinal);
        return end < 0 ? null : data[..end].ToLowerInvariant();
    }
}
