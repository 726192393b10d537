using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using OpenData.GraphQL.Execution;
using OpenData.Schemas;
using OpenData.Server.GraphQl;
using OpenData.Server.GraphQl.Resources;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.GraphQl;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredMemory
{
    public const string Name = "memory is measured";
}

[Collection(MeasuredMemory.Name)]
public sealed class ResourceReleaseTests
{
    [Fact]
    public async Task What_another_process_publishes_is_there_with_the_next_request()
    {
        await using var folder = new ResourceFolder();
        await folder.PublishAsync("first", Numbers(folder), Rows(1, 3));
        (await folder.Schema.AloneAsync("second", default)).Should().BeNull();
        var before = await folder.Schema.WholeAsync(default);
        (await folder.Schema.WholeAsync(default)).Should().BeSameAs(before, "nothing has changed");
        await using (var other = folder.Open())
        {
            await other.Registry.SaveReportAsync((await other.Registry.FindDatasetAsync("first"))!.Resources[0].Id, "{}"u8.ToArray());
            (await folder.Schema.WholeAsync(default)).Should().BeSameAs(before, "a report is no release");
            await folder.PublishAsync("second", Numbers(folder), Rows(2, 5), store: other);
        }

        // Another node of PostgreSQL is told of it, a moment later.
        for (var patience = Stopwatch.StartNew(); TestStore.IsPostgres && patience.Elapsed < TimeSpan.FromSeconds(5) && await folder.Schema.AloneAsync("second", default) is null;)
        {
            await Task.Delay(10);
        }

        var data = await folder.DataAsync("{ second { totalCount nodes { n } } first { totalCount } }");
        ((int)data["second"]!["totalCount"]!).Should().Be(5);
        (await folder.Schema.AloneAsync("second", default)).Should().NotBeNull();
        var first = ResourceModule.KeyOf((await folder.Store.Registry.FindDatasetAsync("first"))!.Resources[0].Id);
        (await folder.Schema.WholeAsync(default)).Module(first).Should().NotBeNull().And.BeSameAs(before.Module(first), "only what has changed is replaced");
    }

    [Fact]
    public async Task A_new_title_is_in_the_descriptions()
    {
        await using var folder = new ResourceFolder();
        await folder.PublishAsync("titled", Numbers(folder), Rows(1, 1));
        (await folder.Schema.WholeAsync(default)).Type("Titled")!.Description.Should().Contain("Dataset titled");
        var dataset = await folder.Store.Registry.FindDatasetAsync("titled");
        var form = (Newtonsoft.Json.Linq.JObject)dataset!.Form.Json.DeepClone();
        form["title"] = "ชื่อใหม่";
        await folder.Store.Registry.SaveDatasetAsync(new Registry.DatasetForm(form), [new ResourceDraft("main", LocalText.Empty)], null);
        (await folder.Schema.WholeAsync(default)).Type("Titled")!.Description.Should().Contain("ชื่อใหม่");
    }

    [Fact]
    public async Task Queries_that_run_while_releases_come_see_one_release_each()
    {
        await using var folder = new ResourceFolder();
        await folder.PublishAsync("moving", Numbers(folder), Rows(0, 50));
        var prepared = folder.Executor.Prepare(await folder.Schema.WholeAsync(default), new GraphQLRequest("{ moving { nodes { n } } }"));
        using var stop = new CancellationTokenSource();

        // The store answers on the thread that asks: two who ask without pause may keep the third from a thread until all releases are out.
        var begun = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        var asking = begun.Select(first => Task.Run(async () =>
        {
            var asked = 0;
            for (; !stop.IsCancellationRequested; asked++)
            {
                var data = await folder.DataAsync("{ moving(first: 100, where: { n: { gte: 0 } }) { totalCount nodes { n } } movingAggregate { count max { n } min { n } } }");
                var seen = data["moving"]!["nodes"]!.Select(n => (int)n["n"]!).Distinct().ToList();
                seen.Should().ContainSingle();
                ((int)data["moving"]!["totalCount"]!).Should().Be(50 + seen[0]);
                ((int)data["movingAggregate"]![0]!["count"]!).Should().Be(50 + seen[0]);
                ((int)data["movingAggregate"]![0]!["max"]!["n"]!).Should().Be(seen[0]);
                first.TrySetResult();
            }

            return asked;
        })).ToList();
        await Task.WhenAny(Task.WhenAll(begun.Select(b => b.Task)), Task.WhenAny(asking));
        for (var release = 1; release <= 25; release++)
        {
            await folder.PublishAsync("moving", Numbers(folder), Rows(release, 50 + release));
            ((int)(await folder.DataAsync("{ moving { totalCount } }"))["moving"]!["totalCount"]!).Should().Be(50 + release);
        }

        await stop.CancelAsync();
        (await Task.WhenAll(asking)).Should().OnlyContain(asked => asked > 0);
        using var old = await folder.Executor.ExecuteAsync(prepared);
        CatalogServer.Json(old.ToString())["data"]!["moving"]!["nodes"]!.Should().OnlyContain(n => (int)n["n"]! == 0);
    }

    [Fact]
    [Trait("Engine", "SQLite")] // What modules take, of releases whose rows are not there: PostgreSQL does not publish such.
    public async Task After_a_thousand_releases_the_modules_of_the_old_ones_are_collected()
    {
        await using var folder = new ResourceFolder();
        await folder.PublishAsync("often", Numbers(folder), Rows(1, 2));
        await folder.PublishAsync("still", Numbers(folder), Rows(1, 2));
        var modules = await RepublishAsync(folder, 1000);
        await folder.DataAsync("{ often { totalCount } }");
        for (var i = 0; i < 5 && modules.Count(m => m.IsAlive) > 1; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        modules.Should().HaveCount(1000);
        modules.Count(m => m.IsAlive).Should().BeLessThanOrEqualTo(1, "the last one answers");
    }

    [Fact]
    [Trait("Engine", "SQLite")] // The copies are written into its file.
    public async Task Ten_thousand_resources_that_nobody_asks_take_less_than_20_kB_each()
    {
        await using var folder = new ResourceFolder();
        var columns = Enumerable.Range(0, 20).Select(i => ResourceFolder.Column("column_" + i, i % 2 == 0 ? ColumnType.Text : ColumnType.Integer)).ToArray();
        await folder.PublishAsync("table", folder.Dictionary(["column_1"], columns), [[.. columns.Select((_, i) => i % 2 == 0 ? RowValue.Of("x") : RowValue.Of(1L))]]);
        await folder.DataAsync("{ table { nodes { column_1 } } }");
        await CopyAsync(folder, "table", 10_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var schema = await folder.Schema.WholeAsync(default);
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        schema.QueryType!.Fields.Names.Should().HaveCount(30_003);
        (taken / 10_000).Should().BeLessThan(20_000);
        ((int)(await folder.DataAsync("{ copy7 { totalCount } }"))["copy7"]!["totalCount"]!).Should().Be(1);
        GC.KeepAlive(schema);
    }

    /// <summary>Registers and publishes the same release many times over, straight in the file: through the store it would take minutes.</summary>
    internal static async Task CopyAsync(ResourceFolder folder, string dataset, int times)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.RegistryFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            BEGIN;
            CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $times) SELECT i FROM n;
            INSERT INTO dataset (id, name, organization, state, version, form, search, created, modified)
            SELECT printf('00000000-0000-0000-0001-%012d', i), 'copy-' || i, organization, state, version, form, search, created, modified FROM dataset, n WHERE name = $dataset;
            INSERT INTO resource (id, dataset_id, key, name_th, name_en, position, dictionary, dictionary_sha, current_release, report, has_key, has_numbers)
            SELECT printf('00000000-0000-0000-0002-%012d', i), printf('00000000-0000-0000-0001-%012d', i), s.key, s.name_th, s.name_en, s.position, s.dictionary, s.dictionary_sha, NULL, s.report, s.has_key, s.has_numbers
            FROM resource s JOIN dataset d ON d.id = s.dataset_id, n WHERE d.name = $dataset;
            INSERT INTO release (resource_id, number, sha256, file_name, bytes, rows, dictionary, unit, published, errors, warnings, infos, report)
            SELECT printf('00000000-0000-0000-0002-%012d', i), r.number, r.sha256, r.file_name, r.bytes, r.rows, r.dictionary, printf('%032d', i), r.published, r.errors, r.warnings, r.infos, r.report
            FROM release r JOIN resource s ON s.id = r.resource_id JOIN dataset d ON d.id = s.dataset_id, n WHERE d.name = $dataset;
            UPDATE resource SET current_release = 1 WHERE id LIKE '00000000-0000-0000-0002-%';
            COMMIT;
            """;
        command.Parameters.AddWithValue("$times", times);
        command.Parameters.AddWithValue("$dataset", dataset);
        await command.ExecuteNonQueryAsync();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<List<WeakReference>> RepublishAsync(ResourceFolder folder, int times)
    {
        List<WeakReference> modules = [];
        var known = (await folder.Store.Registry.FindDatasetAsync("often"))!.Resources[0];
        for (var i = 0; i < times; i++)
        {
            var release = known.Current! with { Unit = Guid.NewGuid().ToString("N") };
            await folder.Store.Registry.PublishAsync(new NewRelease(release, "{}"u8.ToArray()));
            var schema = await folder.Schema.WholeAsync(default);
            await folder.DataAsync("{ often { totalCount } still { nodes { n } } __type(name: \"OftenFilterInput\") { inputFields { name } } }");
            _ = await folder.Schema.AloneAsync("often", default);
            modules.Add(new WeakReference(schema.Module(ResourceModule.KeyOf(known.Id))));
        }

        return modules;
    }

    private static DataDictionary Numbers(ResourceFolder folder) => folder.Dictionary([], ResourceFolder.Column("n", ColumnType.Integer));

    private static List<RowValue[]> Rows(long value, int count) => [.. Enumerable.Range(0, count).Select(_ => new[] { RowValue.Of(value) })];
}
