using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Store.Registry;
using OpenData.Store.Sqlite;

namespace OpenData.Benchmarks.Search;

/// <summary>A data folder with a generated catalog, written through the store as publishing does; it is kept for the next run.</summary>
internal static class SeededCatalog
{
    /// <summary>Written last: a folder without it was not finished.</summary>
    private const string Sign = "seeded";
    private const int Batch = 1_000;

    /// <summary>The folder, made where it is not there yet.</summary>
    public static async Task<string> MakeAsync(string folder, int datasets)
    {
        var data = Path.GetFullPath(Path.Combine(folder, $"catalog-{datasets.ToString(CultureInfo.InvariantCulture)}"));
        if (File.Exists(Path.Combine(data, Sign)))
        {
            return data;
        }

        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        var clock = Stopwatch.StartNew();
        await using (var store = (SqliteDataStore)DataStores.Open(data, TimeProvider.System, Guid.CreateVersion7))
        {
            foreach (var organization in GeneratedCatalog.Organizations)
            {
                await store.Registry.SaveOrganizationAsync(organization);
            }

            await PublishAsync(store, Path.Combine(data, "releases"), GeneratedCatalog.Datasets(datasets));
        }

        Console.WriteLine($"{datasets:N0} datasets published in {clock.Elapsed.TotalSeconds:N0} s");
        await File.WriteAllTextAsync(Path.Combine(data, Sign), "");
        return data;
    }

    /// <summary>Publishes as the store does, but a thousand datasets in a transaction: one each takes the full-text index half an hour.</summary>
    private static async Task PublishAsync(SqliteDataStore store, string releases, IEnumerable<GeneratedDataset> datasets)
    {
        var registry = new RegistryStore(store.Database, TimeProvider.System, Guid.CreateVersion7, Actor.Program);
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var dictionary in GeneratedCatalog.Dictionaries)
        {
            units[dictionary.Sha256] = (await store.Rows.LoadAsync(dictionary, new NoRows(dictionary.Columns.Count))).Unit;
        }

        foreach (var batch in datasets.Chunk(Batch))
        {
            await registry.WriteAsync(
                async (connection, transaction) =>
                {
                    foreach (var dataset in batch)
                    {
                        var unit = Guid.CreateVersion7().ToString("N");
                        File.Copy(Path.Combine(releases, units[dataset.Dictionary.Sha256] + ".db"), Path.Combine(releases, unit + ".db"));
                        await PublishAsync(registry, connection, transaction, dataset, unit);
                    }

                    return true;
                },
                CancellationToken.None);
        }
    }

    private static async Task PublishAsync(RegistryStore registry, DbConnection connection, DbTransaction transaction, GeneratedDataset dataset, string unit)
    {
        var (name, log) = (dataset.Form.Name, registry.Log(connection, transaction));
        await new DatasetWriter(connection, transaction, TimeProvider.System, Guid.CreateVersion7, log).SaveAsync(dataset.Form, [new ResourceDraft("rows", new LocalText("ข้อมูล", "Rows"))], null);
        var resource = (await new DatasetReader(connection, transaction).FindAsync(name))!.Resources[0].Id;
        var json = StoredDictionary.Write(dataset.Dictionary);
        await connection.ExecuteAsync("UPDATE resource SET dictionary = @json, dictionary_sha = @Sha256 WHERE id = @Id", new { json, dataset.Dictionary.Sha256, Id = RegistryStore.Key(resource) }, transaction);
        await new ReleaseWriter(connection, transaction, log).PublishAsync(ReleaseRow.Of(ReleaseOf(resource, dataset, unit)), dataset.Dictionary, "{}"u8.ToArray(), null);
        await connection.ExecuteAsync("UPDATE dataset SET state = 'published' WHERE name = @name", new { name }, transaction);
        await new SearchWriter(connection, transaction).RefreshAsync(name);
    }

    /// <summary>Publishes another release of no rows, as anybody does.</summary>
    public static async Task PublishAsync(IDataStore store, GeneratedDataset dataset)
    {
        var registered = await store.Registry.FindDatasetAsync(dataset.Form.Name) ?? throw new InvalidOperationException($"There is no dataset {dataset.Form.Name}.");
        await using var turn = await store.BeginPublishAsync();
        var (unit, _) = await store.Rows.LoadAsync(dataset.Dictionary, new NoRows(dataset.Dictionary.Columns.Count));
        await store.Registry.PublishAsync(new NewRelease(ReleaseOf(registered.Resources[0].Id, dataset, unit), "{}"u8.ToArray()));
    }

    private static Release ReleaseOf(Guid resource, GeneratedDataset dataset, string unit) => new()
    {
        ResourceId = resource,
        Number = 0,
        Sha256 = new string('0', 64),
        FileName = "rows.csv",
        Bytes = 0,
        Rows = 0,
        Dictionary = dataset.Dictionary,
        Unit = unit,
        Published = DateTimeOffset.UtcNow,
        Counts = new FindingCounts(0, 0, 0),
    };

    /// <summary>A table without rows.</summary>
    private sealed class NoRows(int columns) : RowReader
    {
        public override int ColumnCount => columns;
        public override long Row => 0;
        public override ValueTask<bool> ReadAsync(CancellationToken cancellation = default) => ValueTask.FromResult(false);
        public override RowValueKind Kind(int column) => RowValueKind.Null;
        public override long Integer(int column) => 0;
        public override double Float(int column) => 0;
        public override ReadOnlySpan<byte> Utf8(int column) => [];
    }
}
