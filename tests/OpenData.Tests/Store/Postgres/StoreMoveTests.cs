using OpenData.Publishing.Verification;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Store.Moving;
using OpenData.Tests.Audit;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Store.Postgres;

[Trait("Engine", "PostgreSQL")]
public sealed class StoreMoveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opendata-move-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [PostgresFact]
    public async Task A_catalog_moves_to_PostgreSQL_and_back_and_is_proved_in_every_place()
    {
        var database = TestStore.MakeDatabase();
        try
        {
            await using var first = Open("first");
            await PublishAsync(first);
            await using var second = DataStores.Open(TestStore.AddressOf(database), TimeProvider.System, Guid.CreateVersion7);
            await using var third = Open("third");

            var moved = await new StoreMove(first, second).RunAsync();
            var back = await new StoreMove(second, third).RunAsync();

            // Two files, of 6 and of 77 rows.
            (moved.Originals, moved.Units, moved.Rows).Should().Be((2, 2, 83));
            back.Should().Be(moved);
            (await new Verifier(second).RunAsync(null)).Found.Where(f => !f.IsNote).Should().BeEmpty();
            (await new Verifier(third).RunAsync(null)).Found.Where(f => !f.IsNote).Should().BeEmpty();
            (await third.Audit.ReadAsync().ToListAsync()).Should().Equal(await first.Audit.ReadAsync().ToListAsync());
            (await second.Registry.FindDatasetAsync("provinces"))!.Resources[0].Current!.Rows.Should().Be(77);

            // What is written afterwards goes on where the log ended.
            await AuditedFolder.PublishAsync(second, "geographies", "id,name\n1,ภาคเหนือ\n");
            (await second.Registry.FindDatasetAsync("geographies"))!.Resources[0].Current!.Number.Should().Be(2);
            (await new Verifier(second).RunAsync(null)).Found.Where(f => !f.IsNote).Should().BeEmpty();
        }
        finally
        {
            TestStore.DropDatabase(database);
        }
    }

    [PostgresFact]
    public async Task A_move_that_was_stopped_goes_on_and_one_that_ended_may_be_made_again()
    {
        var database = TestStore.MakeDatabase();
        try
        {
            await using var from = Open("from");
            await PublishAsync(from);
            await using var to = DataStores.Open(TestStore.AddressOf(database), TimeProvider.System, Guid.CreateVersion7);
            foreach (var steps in new[] { 1, 2, 3 })
            {
                using var stop = new CancellationTokenSource();
                var stopped = () => new StoreMove(from, to).RunAsync(new Stopping(stop, steps), stop.Token);
                await stopped.Should().ThrowAsync<OperationCanceledException>();
                (await to.Registry.ListOrganizationsAsync()).Should().BeEmpty("before all of it is there nothing is seen");
            }

            var moved = await new StoreMove(from, to).RunAsync();
            (await new StoreMove(from, to).RunAsync()).Should().Be(moved);
            (await new Verifier(to).RunAsync(null)).Found.Where(f => !f.IsNote).Should().BeEmpty();
        }
        finally
        {
            TestStore.DropDatabase(database);
        }
    }

    [Fact]
    public async Task Nothing_is_moved_over_another_catalog()
    {
        await using var from = Open("one");
        await using var to = Open("other");
        await PublishAsync(from);
        await to.Registry.SaveOrganizationAsync(new Organization("office", new LocalText("สำนักงาน", "Office"), null));

        var move = () => new StoreMove(from, to).RunAsync();

        await move.Should().ThrowAsync<InvalidOperationException>().WithMessage("*another catalog*");
    }

    private IDataStore Open(string name) => DataStores.Open(Path.Combine(folder, name), TimeProvider.System, Guid.CreateVersion7);

    private static async Task PublishAsync(IDataStore store)
    {
        foreach (var name in (string[])["geographies", "provinces"])
        {
            await AuditedFolder.PublishAsync(store, name);
        }
    }

    /// <summary>Stops the move after so many steps.</summary>
    private sealed class Stopping(CancellationTokenSource stop, int steps) : IProgress<string>
    {
        private int done;

        public void Report(string value)
        {
            if (++done == steps)
            {
                stop.Cancel();
            }
        }
    }
}
