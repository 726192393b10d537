using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Publishing.Verification;
using OpenData.Registry;
using OpenData.Rules;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Audit;

/// <summary>A catalog with two published datasets, one of which refers to the other, to be tampered with behind the program's back.</summary>
public sealed class AuditedFolder : IDisposable
{
    public const string Regions = "dataset/geographies/geographies/releases/1";
    public const string Provinces = "dataset/provinces/provinces/releases/1";
    private const string RemoveGuards = "DROP TRIGGER audit_never_changed; DROP TRIGGER audit_never_removed;";

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"opendata-audit-{Guid.NewGuid():N}");

    /// <summary>Registers and publishes, in Thailand's summer of 2026, as an officer.</summary>
    public static async Task<AuditedFolder> CreateAsync()
    {
        var folder = new AuditedFolder();
        Directory.CreateDirectory(folder.Path);
        await using var store = folder.Open();
        foreach (var name in (string[])["geographies", "provinces"])
        {
            await PublishAsync(store.By(Actor.CommandLine("somchai")), name);
        }

        return folder;
    }

    /// <summary>Another folder with the same in it.</summary>
    public AuditedFolder Copy()
    {
        var copy = new AuditedFolder();
        if (TestStore.IsPostgres)
        {
            TestStore.Copy(Path, copy.Path);
            Directory.CreateDirectory(copy.Path);
            return copy;
        }

        foreach (var file in Directory.GetFiles(Path, "*", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    public IDataStore Open() => DataStores.Open(TestStore.Of(Path), TimeProvider.System, Guid.CreateVersion7);

    /// <summary>Registers a sample dataset and publishes its file, or the text given in its place.</summary>
    public static async Task<PublishOutcome> PublishAsync(IDataStore store, string name, string? text = null, string? notes = null)
    {
        var dataset = DatasetFolder.Read(System.IO.Path.Combine(Repository.Folder, "datasets", name)).Value!;
        await new Registrar(store).RegisterAsync(dataset);
        var path = System.IO.Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, text ?? await File.ReadAllTextAsync(dataset.Resources[0].DataFile!));
            return await new Publisher(store, TimeProvider.System).PublishAsync(name, dataset.Resources[0].Key, Receiver.Inspect(path, name + ".csv"), new CheckOptions(), notes: notes);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Runs SQL on the registry, which no program is reading.</summary>
    public void Tamper(string sql, object? parameters = null)
    {
        using var connection = Connect();
        connection.Execute(sql, parameters);
    }

    /// <summary>Runs SQL on the log, which is guarded against it; the guards are put back, as a careful hand would.</summary>
    public void TamperLog(string sql)
    {
        using var connection = Connect();
        if (TestStore.IsPostgres)
        {
            connection.Execute($"ALTER TABLE audit DISABLE TRIGGER ALL; {sql}; ALTER TABLE audit ENABLE TRIGGER ALL");
            return;
        }

        var guards = connection.Query<string>("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'").ToList();
        connection.Execute(RemoveGuards + sql);
        guards.ForEach(guard => connection.Execute(guard));
    }

    /// <summary>Runs SQL on the rows of a dataset's newest release, whose table it calls <c>rows</c> and whose numbers <c>rowid</c>.</summary>
    public void TamperRows(string dataset, string sql) => TamperUnit(Unit(dataset), sql);

    /// <summary>Runs SQL on the rows of a unit.</summary>
    public void TamperUnit(string unit, string sql)
    {
        if (!TestStore.IsPostgres)
        {
            using var file = Connect(System.IO.Path.Combine(Path, "releases", unit + ".db"));
            file.Execute(sql);
            return;
        }

        using var connection = Connect();
        connection.Execute($"CREATE TEMP VIEW rows AS SELECT n AS rowid, * FROM opendata_rows.r_{unit}; {sql}; DROP VIEW rows");
    }

    /// <summary>Changes the bytes of a dataset's original where they are kept.</summary>
    public void TamperOriginal(string dataset, Func<byte[], byte[]> change) => TamperBytes(Sha256(dataset), change);

    /// <summary>Changes the bytes of an original.</summary>
    public void TamperBytes(string sha256, Func<byte[], byte[]> change)
    {
        if (!TestStore.IsPostgres)
        {
            var path = System.IO.Path.Combine(Path, "originals", sha256[..2], sha256);
            File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
            return;
        }

        using var connection = Connect();
        var bytes = change(connection.ExecuteScalar<byte[]>("SELECT bytes FROM original_part WHERE sha256 = @sha256", new { sha256 })!);
        connection.Execute("UPDATE original_part SET bytes = @bytes WHERE sha256 = @sha256; UPDATE original SET bytes = length(@bytes) WHERE sha256 = @sha256", new { sha256, bytes });
    }

    /// <summary>Removes a dataset's original.</summary>
    public void RemoveOriginal(string dataset)
    {
        if (TestStore.IsPostgres)
        {
            Tamper("DELETE FROM original_part WHERE sha256 = @sha256; DELETE FROM original WHERE sha256 = @sha256", new { sha256 = Sha256(dataset) });
        }
        else
        {
            File.Delete(Original(dataset));
        }
    }

    public string Original(string dataset)
    {
        var sha256 = Sha256(dataset);
        return System.IO.Path.Combine(Path, "originals", sha256[..2], sha256);
    }

    public T Ask<T>(string sql, object? parameters = null)
    {
        using var connection = Connect();
        return connection.ExecuteScalar<T>(sql, parameters)!;
    }

    public async Task<Verification> VerifyAsync(AuditHead? noted = null)
    {
        await using var store = Open();
        return await new Verifier(store).RunAsync(noted);
    }

    public void Dispose()
    {
        TestStore.Drop(Path);
        Directory.Delete(Path, recursive: true);
    }

    public string Sha256(string dataset) =>
        Ask<string>("SELECT r.sha256 FROM release r JOIN resource s ON s.id = r.resource_id JOIN dataset d ON d.id = s.dataset_id WHERE d.name = @dataset", new { dataset });

    private string Unit(string dataset) =>
        Ask<string>("SELECT r.unit FROM release r JOIN resource s ON s.id = r.resource_id JOIN dataset d ON d.id = s.dataset_id WHERE d.name = @dataset ORDER BY r.number DESC", new { dataset });

    private DbConnection Connect()
    {
        if (!TestStore.IsPostgres)
        {
            return Connect(System.IO.Path.Combine(Path, "registry.db"));
        }

        var connection = new NpgsqlConnection(TestStore.ConnectionStringOf(Path) + ";Pooling=false;Search Path=opendata");
        connection.Open();
        return connection;
    }

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
