using OpenData.Publishing.Verification;
using OpenData.Store;
using OpenData.Tests.Engines;
using Xunit.Abstractions;

namespace OpenData.Server.Tests.Trials;

/// <summary>Nodes and sessions that die in the middle of a publish. Readers of the other nodes are told 200 and a whole release, old or new, all the while.</summary>
[Trait("Engine", "PostgreSQL")]
public sealed class NodeKillTests(NodeCluster cluster, ITestOutputHelper output) : IClassFixture<NodeCluster>
{
    private const int Kills = 2;
    private const int Seed = 20568;

    [PostgresFact(isCrashed: true)]
    public async Task Nodes_and_backends_killed_in_the_middle_of_publishing_lose_nothing_publish_nothing_twice_and_no_reader_sees_an_error()
    {
        var random = new Random(Seed);
        var life = await UndisturbedAsync();
        var (said, silent) = (0, 0);
        foreach (var moment in Enumerable.Range(0, Kills).Select(i => life * ((i + random.NextDouble()) / Kills)))
        {
            await DisturbAsync(async () =>
            {
                await Task.Delay(moment);
                await cluster.KillNodeAsync();
            });
            await DisturbAsync(async () =>
            {
                await Task.Delay(moment);
                await cluster.EndBackendsAsync();
            });
        }

        foreach (var isLoaded in new[] { false, true })
        {
            await DisturbAsync(async () =>
            {
                await cluster.UntilLoadingAsync(isLoaded);
                await cluster.KillNodeAsync();
            });
            await DisturbAsync(async () =>
            {
                await cluster.UntilLoadingAsync(isLoaded);
                if (!await cluster.KillBackendAsync())
                {
                    await cluster.EndBackendsAsync();
                }
            });
        }

        await using var store = DataStores.Open(cluster.Address, TimeProvider.System, Guid.CreateVersion7);
        await store.SweepAsync();
        (await new Verifier(store).RunAsync(null)).Found.Where(f => !f.IsNote).Should().BeEmpty("log, originals, reports and rows agree");
        output.WriteLine($"a publish takes {life.TotalMilliseconds:N0} ms; disturbed, {said} were said to be published and {silent} were not; the readers asked {await cluster.StopReadingAsync()} times");
        silent.Should().BePositive("some died in the middle");

        async Task DisturbAsync(Func<Task> meanwhile)
        {
            var isSaid = await cluster.PublishAsync(meanwhile);
            (said, silent) = (said + (isSaid ? 1 : 0), silent + (isSaid ? 0 : 1));
            await cluster.SettleAsync();
        }
    }

    /// <summary>Publishes three editions; each is seen by the other nodes, at best within the second that is promised, for a busy machine gets several tries.</summary>
    private async Task<TimeSpan> UndisturbedAsync()
    {
        var (life, best) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 3; i++)
        {
            var published = await cluster.PublishAsync();
            var seen = await cluster.SeenAsync();
            (life, best) = (published < life ? published : life, seen < best ? seen : best);
        }

        output.WriteLine($"seen by both others after {best.TotalMilliseconds:N0} ms");
        best.Should().BeLessThan(TimeSpan.FromSeconds(1));
        return life;
    }
}
