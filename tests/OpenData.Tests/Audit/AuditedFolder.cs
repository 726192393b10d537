using Dapper;
using Microsoft.Data.Sqlite;
using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Publishing.Verification;
using OpenData.Registry;
using OpenData.Rules;
using OpenData.Store;

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
        foreach (var file in Directory.GetFiles(Path, "*", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    public IDataStore Open() => DataStores.Open(Path, TimeProvider.System, Guid.CreateVersion7);

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
    public void Tamper(string sql, object? parameters = null) => Execute(System.IO.Path.Combine(Path, "registry.db"), sql, parameters);

    /// <summary>Runs SQL on the log, which is guarded against it; the guards are put back, as a careful hand would.</summary>
    public void TamperLog(string sql)
    {
        using var connection = Connect(System.IO.Path.Combine(Path, "registry.db"));
        var guards = connection.Query<string>("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'").ToList();
        connection.Execute(RemoveGuards + sql);
        guards.ForEach(guard => connection.Execute(guard));
    }

    /// <summary>Runs SQL on the rows of a dataset's newest release.</summary>
    public void TamperRows(string dataset, string sql) => TamperUnit(Unit(dataset), sql);

    /// <summary>Runs SQL on the rows of a unit.</summary>
    public void TamperUnit(string unit, string sql) => Execute(System.IO.Path.Combine(Path, "releases", unit + ".db"), sql, null);

    public string Original(string dataset)
    {
        var sha256 = Ask<string>("SELECT r.sha256 FROM release r JOIN resource s ON s.id = r.resource_id JOIN dataset d ON d.id = s.dataset_id WHERE d.name = @dataset", new { dataset });
        return System.IO.Path.Combine(Path, "originals", sha256[..2], sha256);
    }

    public T Ask<T>(string sql, object? parameters = null)
    {
        using var connection = Connect(System.IO.Path.Combine(Path, "registry.db"));
        return connection.ExecuteScalar<T>(sql, parameters)!;
    }

    public async Task<Verification> VerifyAsync(AuditHead? noted = null)
    {
        await using var store = Open();
        return await new Verifier(store).RunAsync(noted);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Unit(string dataset) =>
        Ask<string>("SELECT r.unit FROM release r JOIN resource s ON s.id = r.resource_id JOIN dataset d ON d.id = s.dataset_id WHERE d.name = @dataset ORDER BY r.number DESC", new { dataset });

    private static void Execute(string file, string sql, object? parameters)
    {
        using var connection = Connect(file);
        connection.Execute(sql, parameters);
    }

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
