using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.Cli;

/// <summary>scores and evidence, as an auditor uses them.</summary>
public sealed class ScoresTests
{
    private static readonly string Dataset = Path.Combine(OpenDataProcess.Root, "datasets", "moi-egov-indicator");

    [Fact]
    public async Task Evidence_is_attached_the_score_rises_and_the_history_keeps_both()
    {
        using var folder = new TemporaryFolder();
        var data = folder.Data;
        (await OpenDataProcess.RunAsync("add", Dataset, "--data", data)).ExitCode.Should().Be(0);
        (await ScoreAsync(data, "--keep")).Should().Be(0);
        foreach (var part in new[] { "1.1", "1.2" })
        {
            var run = await OpenDataProcess.RunAsync(
                "evidence", "--data", data, "--organization", "moi", "--dataset", "moi-egov-indicator", "--year", "2567", "--indicator", "doh-2.5", "--part", part,
                "--link", "https://example.org/plan.pdf", "--date", "2024-08-01", "--by", "Somchai");
            run.ExitCode.Should().Be(0, run.Error);
        }

        (await ScoreAsync(data, "--keep")).Should().Be(3);
        var page = folder.File("evidence.html");
        var written = await OpenDataProcess.RunAsync("scores", "--data", data, "--organization", "moi", "--year", "2567", "--out", page);
        written.ExitCode.Should().Be(0, written.Error);
        (await File.ReadAllTextAsync(page)).Should().Contain("https://example.org/plan.pdf").And.Contain("Somchai").And.Contain("id=\"history\"");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_what_can()
    {
        using var folder = new TemporaryFolder();
        var data = folder.Data;
        (await OpenDataProcess.RunAsync("add", Dataset, "--data", data)).ExitCode.Should().Be(0);
        var stranger = await OpenDataProcess.RunAsync("scores", "--data", data, "--organization", "nobody", "--year", "2567");
        stranger.ExitCode.Should().Be(2);
        stranger.Error.Should().Contain("nobody").And.Contain("moi");
        var common = await OpenDataProcess.RunAsync("scores", "--data", data, "--year", "2024");
        common.ExitCode.Should().Be(2);
        common.Error.Should().Contain("2024").And.Contain("Buddhist");
        var part = await OpenDataProcess.RunAsync(
            "evidence", "--data", data, "--organization", "moi", "--dataset", "moi-egov-indicator", "--year", "2567", "--indicator", "doh-2.5", "--part", "4",
            "--link", "x", "--date", "2024-08-01", "--by", "y");
        part.ExitCode.Should().Be(2);
        part.Error.Should().Contain("1.1, 1.2");
    }

    private static async Task<decimal> ScoreAsync(string data, params string[] more)
    {
        var run = await OpenDataProcess.RunAsync(["scores", "--data", data, "--organization", "moi", "--year", "2567", "--format", "json", .. more]);
        run.ExitCode.Should().Be(0, run.Error);
        return (decimal)JObject.Parse(run.Output)["indicators"]!.Single(i => (string)i["id"]! == "doh-2.5")["score"]!;
    }
}
