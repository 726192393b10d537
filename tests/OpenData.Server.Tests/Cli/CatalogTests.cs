using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace OpenData.Server.Tests.Cli;

/// <summary>add, demo and serve: from folders on disk to answers over HTTP.</summary>
public partial class CatalogTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [Fact]
    public async Task A_folder_that_complies_is_added_and_adding_it_again_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var dataset = WriteDataset(folder, "branches", "complies.csv");
        var run = await OpenDataProcess.RunAsync("add", dataset, "--data", folder.Data);
        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().Contain("branches").And.Contain("✔").And.Contain("/api/v1/data/branches/branches");
        var again = await OpenDataProcess.RunAsync("add", dataset, "--data", folder.Data);
        again.ExitCode.Should().Be(0, again.Error);
        again.Output.Should().Contain("unchanged");
    }

    [Fact]
    [Trait("Engine", "SQLite")] // What a run leaves there is a file.
    public async Task What_a_killed_run_left_behind_is_removed_by_the_next()
    {
        using var folder = new TemporaryFolder();
        var dataset = WriteDataset(folder, "branches", "complies.csv");
        await OpenDataProcess.RunAsync("add", dataset, "--data", folder.Data);
        var left = folder.File("data/releases/0123456789abcdef0123456789abcdef.tmp");
        await File.WriteAllTextAsync(left, "half a release");
        var run = await OpenDataProcess.RunAsync("add", dataset, "--data", folder.Data);
        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().Contain("removed 1 leftover");
        File.Exists(left).Should().BeFalse();
    }

    [Fact]
    public async Task A_folder_that_does_not_comply_is_not_published_and_the_others_are()
    {
        using var folder = new TemporaryFolder();
        var good = WriteDataset(folder, "good-branches", "complies.csv");
        var bad = WriteDataset(folder, "bad-branches", "does-not-comply.csv");
        var run = await OpenDataProcess.RunAsync("add", bad, good, "--data", folder.Data);
        run.ExitCode.Should().Be(1, run.Error);
        run.Output.Should().Contain("✘ does not comply").And.Contain("✔ ");
    }

    [Fact]
    public async Task Faults_of_documents_are_told_with_file_line_and_fix()
    {
        using var folder = new TemporaryFolder();
        var dataset = WriteDataset(folder, "branches", "complies.csv");
        File.Copy(OpenDataProcess.Fixture("faulty.dictionary.json"), Path.Combine(dataset, "branches.dictionary.json"), overwrite: true);
        var run = await OpenDataProcess.RunAsync("add", dataset, "--data", folder.Data);
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("branches.dictionary.json:3:").And.Contain("/columns/0/type").And.Contain("fix:");
    }

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public async Task The_demo_publishes_its_datasets_serves_them_and_stops_when_told(int signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        WriteDataset(folder, "datasets/branches", "complies.csv");
        using var process = OpenDataProcess.Start([], "demo", "--datasets", folder.File("datasets"), "--data", folder.Data, "--urls", "http://127.0.0.1:0");
        try
        {
            var output = new List<string>();
            Match address = Match.Empty;
            while (!address.Success && await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
            {
                output.Add(line);
                address = Address().Match(line);
            }

            address.Success.Should().BeTrue(string.Join('\n', output));
            using var client = new HttpClient { BaseAddress = new Uri(address.Groups[1].Value) };
            using var answer = await client.GetAsync(new Uri("/api/v1/data/branches/branches", UriKind.Relative));
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).Should().Contain("เชียงใหม่");
            var health = await OpenDataProcess.RunAsync("health", "--url", $"{client.BaseAddress}health/ready");
            health.ExitCode.Should().Be(0, health.Error);
            Signal(process, signal);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            process.ExitCode.Should().Be(0);
            (await process.StandardError.ReadToEndAsync()).Should().NotContain("Exception");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task The_demo_can_stop_after_its_table()
    {
        using var folder = new TemporaryFolder();
        WriteDataset(folder, "datasets/branches", "complies.csv");
        var run = await OpenDataProcess.RunAsync("demo", "--no-serve", "--datasets", folder.File("datasets"), "--data", folder.Data);
        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().Contain("branches").And.NotContain("OpenData is at");
    }

    [Fact]
    public async Task An_address_in_use_is_a_line_of_error()
    {
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var folder = new TemporaryFolder();
        var run = await OpenDataProcess.RunAsync("serve", "--data", folder.Data, "--urls", $"http://{taken.LocalEndpoint}");
        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("opendata: cannot listen on").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_not_healthy()
    {
        var run = await OpenDataProcess.RunAsync("health", "--url", "http://127.0.0.1:1/health/ready");
        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("opendata: ");
    }

    private static string WriteDataset(TemporaryFolder folder, string name, string csv)
    {
        var path = folder.File(name);
        var slug = Path.GetFileName(name);
        Directory.CreateDirectory(path);
        File.Copy(OpenDataProcess.Fixture(csv), Path.Combine(path, "branches.csv"));
        File.Copy(OpenDataProcess.Fixture("complies.dictionary.json"), Path.Combine(path, "branches.dictionary.json"));
        File.WriteAllText(
            Path.Combine(path, "dataset.json"),
            File.ReadAllText(OpenDataProcess.Fixture("dataset.json")).Replace("\"name\": \"branches\"", $"\"name\": \"{slug}\"", StringComparison.Ordinal));
        return path;
    }

    private static void Signal(Process process, int signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    [GeneratedRegex("OpenData is at (http://[^ ]+)")]
    private static partial Regex Address();
}
