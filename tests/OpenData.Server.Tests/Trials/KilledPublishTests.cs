using System.Diagnostics;
using System.Security.Cryptography;
using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Server.Tests.Cli;
using OpenData.Store;
using Xunit.Abstractions;

namespace OpenData.Server.Tests.Trials;

/// <summary>The real executable, killed as a power cut or an impatient officer kills it, while another process serves the same folder.</summary>
[Trait("Engine", "SQLite")] // A folder and its files; NodeKillTests is the same on PostgreSQL.
public sealed class KilledPublishTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int MostAttempts = 3 * Kills;
    private const int Seed = 20567;

    [Fact]
    public async Task Killing_the_process_at_20_random_moments_of_a_publish_loses_nothing_and_serves_the_old_or_the_new_release_never_neither()
    {
        using var folder = new TemporaryFolder();
        var trial = new KilledPublish(new EditedDataset("killed", rows: 10_000), folder);
        await trial.AddAsync(1);
        await using var server = await ServedFolder.StartAsync(folder.File("data"), trial.Dataset);

        // The moments are spread over the life of a publish. A life is as long as the machine is busy: a process that had ended before
        // its moment came shows a shorter life, by which the same share is tried again.
        var undisturbed = await trial.AddAsync(2);
        var life = undisturbed;
        var random = new Random(Seed);
        var shares = new Queue<double>(Enumerable.Range(0, Kills).Select(i => (i + random.NextDouble()) / Kills).OrderBy(_ => random.Next()));
        var (edition, old, @new) = (2, 0, 0);
        while (shares.TryDequeue(out var share) && edition < 2 + MostAttempts)
        {
            edition++;
            var moment = life * share;
            if (!await trial.AddAndKillAsync(edition, _ => Task.Delay(moment)))
            {
                shares.Enqueue(share);
                life = moment * 0.95;
            }

            var current = await trial.CheckAsync();
            current.Should().BeOneOf([edition - 1, edition], "after {0:N0} ms the old release or the new one serves", moment.TotalMilliseconds);
            (old, @new) = (old + (current < edition ? 1 : 0), @new + (current == edition ? 1 : 0));
            await trial.RetryAsync(edition, wasPublished: current == edition);
        }

        output.WriteLine($"undisturbed {undisturbed.TotalMilliseconds:N0} ms, last taken for {life.TotalMilliseconds:N0} ms; {edition - 2} attempts; the old release served after {old}, the new one after {@new}; the server answered {await server.StopAsync()} requests");
        shares.Should().BeEmpty("each of the {0} moments met a living process", Kills);
        old.Should().BePositive();
    }

    [Fact]
    public async Task A_process_killed_as_soon_as_its_release_is_seen_has_published_it_whole()
    {
        using var folder = new TemporaryFolder();
        var trial = new KilledPublish(new EditedDataset("just-done", rows: 10_000), folder);
        await trial.AddAsync(1);
        await trial.AddAndKillAsync(2, async process =>
        {
            while (!process.HasExited && await trial.CurrentAsync() < 2)
            {
                await Task.Yield();
            }
        });
        (await trial.CheckAsync()).Should().Be(2);
        await trial.RetryAsync(2, wasPublished: true);
    }

    [Theory]
    [InlineData("originals", "*.tmp")]
    [InlineData("releases", "*.tmp")]
    [InlineData("releases", "*.db")]
    public async Task A_publish_killed_right_after_it_has_made_a_file_leaves_nothing_that_the_sweep_does_not_find(string place, string pattern)
    {
        using var folder = new TemporaryFolder();
        var trial = new KilledPublish(new EditedDataset("cut-short", rows: 10_000), folder);
        await trial.AddAsync(1);
        var watched = Path.Combine(folder.File("data"), place);
        var before = Directory.GetFiles(watched, pattern, SearchOption.AllDirectories).Length;
        await trial.AddAndKillAsync(2, process => Task.Run(() => SpinWait.SpinUntil(() =>
            process.HasExited || Directory.GetFiles(watched, pattern, SearchOption.AllDirectories).Length > before)));
        var current = await trial.CheckAsync();
        current.Should().BeOneOf(1, 2);
        await trial.RetryAsync(2, wasPublished: current == 2);
    }
}

/// <summary>One dataset folder, published by processes that are killed, and the checks of what they leave.</summary>
internal sealed class KilledPublish(EditedDataset dataset, TemporaryFolder folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string source = folder.File("source");
    private readonly string data = folder.File("data");
    private int reached;

    public EditedDataset Dataset => dataset;

    /// <summary>Publishes an edition, undisturbed; gives the life of the process.</summary>
    public async Task<TimeSpan> AddAsync(int edition)
    {
        dataset.WriteFolder(source, edition);
        var life = Stopwatch.StartNew();
        var run = await OpenDataProcess.RunAsync("add", source, "--data", data);
        life.Stop();
        run.ExitCode.Should().Be(0, run.Error + run.Output);
        (await CheckAsync()).Should().Be(edition);
        return life.Elapsed;
    }

    /// <summary>The edition that serves just now.</summary>
    public async Task<int> CurrentAsync()
    {
        await using var store = Open();
        return dataset.EditionOf((await store.Registry.FindDatasetAsync(dataset.Name))!.Resource(EditedDataset.Resource)!.Current!.Sha256);
    }

    /// <summary>Starts to publish an edition, and kills the process at <paramref name="moment"/>; true where it was still alive.</summary>
    public async Task<bool> AddAndKillAsync(int edition, Func<Process, Task> moment)
    {
        dataset.WriteFolder(source, edition);
        using var process = OpenDataProcess.Start([], "add", source, "--data", data);
        await moment(process);
        var alive = !process.HasExited;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return alive;
    }

    /// <summary>What whoever saw the process die does next: the same again. It publishes where nothing was published, and nothing twice.</summary>
    public async Task RetryAsync(int edition, bool wasPublished)
    {
        await using (var store = Open())
        {
            var upload = Receiver.Inspect(Path.Combine(source, "readings.csv"));
            var outcome = await new Publisher(store, TimeProvider.System).PublishAsync(dataset.Name, EditedDataset.Resource, upload, new CheckOptions()).WaitAsync(Patience);
            outcome.Should().BeOfType(wasPublished ? typeof(PublishOutcome.Unchanged) : typeof(PublishOutcome.Published));
        }

        (await CheckAsync()).Should().Be(edition);
    }

    /// <summary>Opens the store as the next process would, sweeps it, and checks that everything agrees; returns the edition that serves.</summary>
    public async Task<int> CheckAsync()
    {
        await using var store = Open();
        await store.SweepAsync();
        var found = await store.Registry.FindDatasetAsync(dataset.Name);
        found.Should().NotBeNull();
        found!.State.Should().Be(DatasetState.Published);
        var current = found.Resource(EditedDataset.Resource)!.Current!;
        var releases = await store.Registry.ListReleasesAsync(current.ResourceId);
        releases.Select(r => r.Number).Should().Equal(Enumerable.Range(1, current.Number).Reverse(), "releases are numbered without gaps, and the newest serves");
        current.Number.Should().BeGreaterThanOrEqualTo(reached);
        reached = current.Number;
        Directory.GetFiles(Path.Combine(data, "releases")).Select(Path.GetFileName).Should().BeEquivalentTo(releases.Select(r => r.Unit + ".db"));
        Directory.GetFiles(data, "*.tmp*", SearchOption.AllDirectories).Should().BeEmpty();
        var edition = dataset.EditionOf(current.Sha256);
        await CheckReleaseAsync(store, current, edition);
        return edition;
    }

    private async Task CheckReleaseAsync(IDataStore store, Release release, int edition)
    {
        release.Rows.Should().Be(dataset.RowsOf(edition));
        var report = JsonReport.Read((await store.Registry.FindReportAsync(release.ResourceId, release.Number))!);
        (report.Complies, report.File.Sha256, report.File.Rows, report.File.Bytes).Should().Be((true, release.Sha256, release.Rows, release.Bytes));
        await using (var original = store.Originals.Open(release.Sha256))
        {
            original.Should().NotBeNull();
            original!.Length.Should().Be(release.Bytes);
            Convert.ToHexStringLower(await SHA256.HashDataAsync(original)).Should().Be(release.Sha256);
        }

        await using var rows = await store.Rows.QueryAsync(release, new RowQuery { Select = [0, 1] });
        var count = 0L;
        while (await rows.ReadAsync())
        {
            count++;
            if (rows.Integer(0) != count || rows.Integer(1) != edition)
            {
                (rows.Integer(0), rows.Integer(1)).Should().Be((count, edition));
            }
        }

        count.Should().Be(release.Rows);
    }

    private IDataStore Open() => DataStores.Open(data, TimeProvider.System, Guid.CreateVersion7);
}
