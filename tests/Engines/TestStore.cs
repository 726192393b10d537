using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using OpenData.Store;

namespace OpenData.Tests.Engines;

/// <summary>
/// The engine that a run of the tests is about: SQLite, or PostgreSQL where OPENDATA_TEST_STORE has the address of a server that may be filled and
/// emptied. Each folder of a test stands for a database of its own there, copied from one that is already migrated.
/// </summary>
internal static class TestStore
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static readonly ConcurrentDictionary<string, bool> Made = new(StringComparer.Ordinal);

    /// <summary>The server of this run, or null where it is about SQLite.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("OPENDATA_TEST_STORE") is { Length: > 0 } server ? server : null;

    /// <summary>A server that tests of PostgreSQL alone may fill and empty, whatever the run is about; null where there is none.</summary>
    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("OPENDATA_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    /// <summary>Another one, whose processes tests may kill: all sessions of a server die with one of them.</summary>
    public static string? Crashed { get; } = Environment.GetEnvironmentVariable("OPENDATA_TEST_CRASHED") is { Length: > 0 } server ? server : null;

    /// <summary>The streaming replica of <see cref="Postgres"/>.</summary>
    public static string? Replica { get; } = Environment.GetEnvironmentVariable("OPENDATA_TEST_REPLICA");

    /// <summary>The address that names both.</summary>
    public static string? Cluster { get; } = Environment.GetEnvironmentVariable("OPENDATA_TEST_CLUSTER");

    /// <summary>True where this run is about PostgreSQL.</summary>
    public static bool IsPostgres => Server is not null;

    /// <summary>What <see cref="DataStores.Open"/> opens for a folder: the folder, or its database.</summary>
    public static string Of(string folder)
    {
        if (Server is null)
        {
            return folder;
        }

        var database = NameOf(folder);
        if (Made.TryAdd(database, true))
        {
            Create(database, Template.Value);
        }

        return AddressOf(database);
    }

    /// <summary>Makes the database of a folder as that of another is, to which nobody is connected.</summary>
    public static void Copy(string from, string to)
    {
        NpgsqlConnection.ClearAllPools();
        Made[NameOf(to)] = true;
        Create(NameOf(to), NameOf(from));
    }

    /// <summary>Removes the database of a folder, with whoever is connected to it.</summary>
    public static void Drop(string folder)
    {
        if (Server is not null && Made.TryRemove(NameOf(folder), out _))
        {
            Execute($"DROP DATABASE IF EXISTS {NameOf(folder)} WITH (FORCE)");
        }
    }

    /// <summary>A new database, migrated.</summary>
    public static string MakeDatabase()
    {
        var database = $"made_{Guid.NewGuid():N}";
        Create(database, Template.Value);
        return database;
    }

    public static void DropDatabase(string database) => Execute($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    /// <summary>The address of another database of the server.</summary>
    public static string AddressOf(string database) => AddressOf((Server ?? Postgres)!, database);

    /// <summary>The address of another database of a server.</summary>
    public static string AddressOf(string server, string database) => server.Replace("/postgres?", $"/{database}?", StringComparison.Ordinal);

    /// <summary>What Npgsql connects with, for SQL behind the program's back.</summary>
    public static string ConnectionStringOf(string folder) => OpenData.Store.Postgres.PostgresAddress.Parse(Of(folder)).ConnectionString;

    /// <summary>The units that the store of a folder holds: files or, of PostgreSQL, tables.</summary>
    public static string[] Units(string folder)
    {
        if (Server is null)
        {
            return [.. Directory.GetFiles(Path.Combine(folder, "releases"), "*.db").Select(f => Path.GetFileNameWithoutExtension(f))];
        }

        using var connection = new NpgsqlConnection(ConnectionStringOf(folder) + ";Pooling=false");
        connection.Open();
        using var units = new NpgsqlCommand("SELECT array_agg(substr(relname::text, 3)) FROM pg_class WHERE relnamespace = 'opendata_rows'::regnamespace AND relkind = 'r' AND relname LIKE 'r\\_%'", connection);
        return units.ExecuteScalar() as string[] ?? [];
    }

    /// <summary>All that the registry of a folder holds: the bytes of its files or, of PostgreSQL, each row of each table.</summary>
    public static string Held(string folder)
    {
        if (Server is null)
        {
            return string.Concat(Directory.GetFiles(folder, "registry.db*").Select(ReadOpen));
        }

        using var connection = new NpgsqlConnection(ConnectionStringOf(folder) + ";Pooling=false");
        connection.Open();
        using var tables = new NpgsqlCommand("SELECT string_agg(format('SELECT string_agg(t::text, chr(10)) FROM opendata.%I t', tablename), ' UNION ALL ') FROM pg_tables WHERE schemaname = 'opendata'", connection);
        using var rows = new NpgsqlCommand($"SELECT string_agg(string_agg, chr(10)) FROM ({tables.ExecuteScalar()}) held", connection);
        return (string)rows.ExecuteScalar()!;
    }

    private static string ReadOpen(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    private static string NameOf(string folder) =>
        "test_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..24];

    private static string MakeTemplate()
    {
        var database = $"template_{Guid.NewGuid():N}";
        Create(database, "template0");
        DataStores.Open(AddressOf(database), TimeProvider.System, Guid.NewGuid).DisposeAsync().AsTask().GetAwaiter().GetResult();

        // A connection of a pool would keep others from copying it.
        NpgsqlConnection.ClearAllPools();
        return database;
    }

    private static void Create(string database, string template) => Execute($"CREATE DATABASE {database} TEMPLATE {template} STRATEGY file_copy");

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(OpenData.Store.Postgres.PostgresAddress.Parse((Server ?? Postgres)!).ConnectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        command.ExecuteNonQuery();
    }
}
