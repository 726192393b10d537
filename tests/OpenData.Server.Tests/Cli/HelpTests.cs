namespace OpenData.Server.Tests.Cli;

[Trait("Store", "None")] // Texts of the program.
public class HelpTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("infer")]
    [InlineData("convert")]
    [InlineData("rules")]
    [InlineData("add")]
    [InlineData("demo")]
    [InlineData("scores")]
    [InlineData("evidence")]
    [InlineData("serve")]
    [InlineData("token")]
    [InlineData("health")]
    public async Task Help_of_every_command_has_an_example_that_uses_it(string command)
    {
        var run = await OpenDataProcess.RunAsync(command, "--help");
        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..].Should().Contain($"opendata {command}");
    }

    [Fact]
    public async Task Help_without_a_command_lists_every_command_that_people_use()
    {
        var run = await OpenDataProcess.RunAsync("--help");
        run.ExitCode.Should().Be(0);
        run.Output.Should().ContainAll("check", "infer", "convert", "rules", "add", "demo", "scores", "evidence", "serve", "Exit codes:").And.NotContain("health");
    }

    [Theory]
    [InlineData("th_TH.UTF-8", new string[0], "ตัวอย่าง:")]
    [InlineData("en_US.UTF-8", new string[0], "Examples:")]
    [InlineData("C", new string[0], "Examples:")]
    [InlineData("C", new[] { "--lang", "th" }, "ตัวอย่าง:")]
    [InlineData("th_TH.UTF-8", new[] { "--lang=en" }, "Examples:")]
    public async Task Help_speaks_the_language_of_the_locale_unless_told_otherwise(string locale, string[] language, string heading)
    {
        var run = await OpenDataProcess.RunAsync(new() { ["LC_ALL"] = locale }, "", ["check", "--help", .. language]);
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain(heading);
    }

    [Fact]
    public async Task Version_names_the_program_the_runtime_and_the_SQLite_in_use()
    {
        var run = await OpenDataProcess.RunAsync("--version");
        run.ExitCode.Should().Be(0);
        run.Output.Should().MatchRegex(@"^opendata \d+\.\d+\.\d+").And.Contain(".NET 10").And.MatchRegex(@"SQLite 3\.\d+");
    }
}
