using System.Security.Cryptography;
using Dapper;
using Newtonsoft.Json.Linq;
using Npgsql;
using OpenData.Intake;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Store;

/// <summary>A store in a temporary folder of its own, whose name is awkward on purpose.</summary>
public sealed class StoreFolder : IAsyncDisposable, IDisposable
{
    public StoreFolder()
    {
        Directory.CreateDirectory(Path);
        Store = Open();
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"คลัง 100%?#{Guid.NewGuid():N}");
    public IDataStore Store { get; private set; }

    public IDataStore Open() => DataStores.Open(TestStore.Of(Path), TimeProvider.System, Guid.CreateVersion7);

    /// <summary>The files in a folder of the store; of PostgreSQL, what would be these files.</summary>
    public string[] Files(string folder, string pattern = "*") => TestStore.IsPostgres ? Kept(folder) : Directory.GetFiles(System.IO.Path.Combine(Path, folder), pattern, SearchOption.AllDirectories);

    private string[] Kept(string folder)
    {
        using var connection = Connect();
        return folder == "originals"
            ? [.. connection.Query<string>("SELECT sha256 FROM opendata.original ORDER BY sha256").Select(sha256 => System.IO.Path.Combine(Path, folder, sha256[..2], sha256))]
            : [.. TestStore.Units(Path).Select(unit => System.IO.Path.Combine(Path, folder, unit + ".db"))];
    }

    /// <summary>A connection to the store's database of PostgreSQL.</summary>
    public NpgsqlConnection Connect() => new(TestStore.ConnectionStringOf(Path) + ";Pooling=false;Search Path=opendata");

    /// <summary>A dataset with one resource called <c>rows</c>.</summary>
    public async Task<Resource> RegisterAsync(string name = "budget", DataDictionary? dictionary = null)
    {
        var dataset = await Store.Registry.SaveDatasetAsync(Form(name), [new ResourceDraft("rows", new LocalText("แถว", "Rows"))], null);
        var resource = dataset!.Resource("rows")!;
        if (dictionary is not null)
        {
            await Store.Registry.SaveDictionaryAsync(resource.Id, dictionary);
        }

        return resource;
    }

    public async Task<Release> LoadAsync(DataDictionary dictionary, IReadOnlyList<RowValue[]> rows)
    {
        var (unit, count) = await Store.Rows.LoadAsync(dictionary, new MemoryRows(dictionary.Columns.Count, rows));
        return ReleaseOf(Guid.NewGuid(), dictionary, unit, count);
    }

    public async Task<Release> PublishAsync(Resource resource, DataDictionary dictionary, IReadOnlyList<RowValue[]> rows)
    {
        await using var turn = await Store.BeginPublishAsync();
        var release = await LoadAsync(dictionary, rows);
        return await Store.Registry.PublishAsync(new NewRelease(release with { ResourceId = resource.Id }, "{}"u8.ToArray()));
    }

    public async Task<Upload> UploadAsync(byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, "upload.csv");
        await File.WriteAllBytesAsync(path, bytes);
        return new Upload("งบ.csv", path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, FileKind.Csv, null);
    }

    public static DatasetForm Form(string name, string? th = null, string? en = null, object? tags = null, string owner = "dga", string? notes = null) => new(new JObject
    {
        ["name"] = name,
        ["owner_org"] = owner,
        ["title"] = new JObject { ["th"] = th, ["en"] = en },
        ["notes"] = notes,
        ["tag_string"] = tags is null ? null : JToken.FromObject(tags),
    });

    public static DataDictionary Dictionary(params (string Name, ColumnType Type)[] columns) => new()
    {
        Columns = [.. columns.Select(c => new DictionaryColumn { Name = c.Name, Header = c.Name, Type = c.Type })],
        Sha256 = new string('d', 64),
    };

    public static Release ReleaseOf(Guid resource, DataDictionary dictionary, string unit, long rows) => new()
    {
        ResourceId = resource,
        Number = 0,
        Sha256 = new string('a', 64),
        FileName = "งบ.csv",
        Bytes = 1234,
        Rows = rows,
        Dictionary = dictionary,
        Unit = unit,
        Published = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(7)).AddTicks(89),
        Counts = new FindingCounts(0, 2, 3),
    };

    /// <summary>For the end of a test class: xunit 2 knows no asynchronous one but by a second interface.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        TestStore.Drop(Path);
        Directory.Delete(Path, recursive: true);
    }
}
