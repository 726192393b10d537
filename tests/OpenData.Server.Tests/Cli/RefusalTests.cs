using System.Diagnostics;

namespace OpenData.Server.Tests.Cli;

/// <summary>What cannot be done is said in a line on standard error, with exit code 2 and never a stack trace.</summary>
[Trait("Store", "None")] // What is refused before a store is opened.
public class RefusalTests
{
    [Theory]
    [InlineData("no-such-command")]
    [InlineData("check")]
    [InlineData("check", "a.csv", "--format", "pdf")]
    [InlineData("check", "a.csv", "--keep", "-1")]
    [InlineData("check", "a.csv", "--threads", "0")]
    [InlineData("check", "a.csv", "--threads", "many")]
    [InlineData("check", "no-such-file.csv")]
    [InlineData("check", "a.csv", "--dictionary", "no-such-dictionary.json")]
    [InlineData("check", "a.csv", "--dictionary", "/")]
    [InlineData("infer", "/")]
    [InlineData("infer", "no-such-file.csv")]
    [InlineData("add", "no-such-folder")]
    [InlineData("add", "no-such-folder", "--data", "postgres://somewhere/db")]
    [InlineData("serve", "--data", "postgres://somewhere/db")]
    [InlineData("demo", "--datasets", "no-such-folder")]
    [InlineData("serve", "--urls", "not an address")]
    [InlineData("rules", "--lang", "fr")]
    public async Task What_cannot_run_ends_with_2_and_a_line_that_says_why(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        string[] data = arguments[0] is "add" or "serve" or "demo" && !arguments.Contains("--data") ? ["--data", folder.File("data")] : [];
        var run = await OpenDataProcess.RunAsync([.. arguments, .. data]);
        run.ExitCode.Should().Be(2);
        run.OutputBytes.Should().BeEmpty();
        run.Error.Should().StartWith("opendata: ").And.NotContain("   at ").And.NotContain("Exception");
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_said_to_be_so()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            // Root may read everything, so there is nothing to refuse.
            return;
        }

        using var folder = new TemporaryFolder();
        var file = folder.File("secret.csv");
        File.WriteAllText(file, "a,b\r\n1,2\r\n");
        File.SetUnixFileMode(file, UnixFileMode.None);
        var run = await OpenDataProcess.RunAsync("check", file);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("no permission");
    }

    [Fact]
    public async Task Faults_of_a_dictionary_are_told_with_file_line_and_place()
    {
        var dictionary = OpenDataProcess.Fixture("faulty.dictionary.json");
        var run = await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture("complies.csv"), "--dictionary", dictionary);
        run.ExitCode.Should().Be(2);
        run.OutputBytes.Should().BeEmpty();
        run.Error.Should().Contain($"{dictionary}:3:").And.Contain("/columns/0/type").And.Contain("codes");
    }

    [Fact]
    public async Task A_reader_that_goes_away_is_no_error()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", $"set -o pipefail; dotnet '{OpenDataProcess.Executable}' rules --format json | head -c 1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        var error = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        output.Should().Be("{");
        error.Should().BeEmpty();
        shell.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Ctrl_C_ends_with_130_and_a_line_that_says_so()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = OpenDataProcess.Start([], "check", "-");
        try
        {
            // Standard input stays open, so the run waits for more of it until it is told to stop.
            await process.StandardInput.WriteAsync("a,b\r\n1,2\r\n");
            await process.StandardInput.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(3));
            using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            process.ExitCode.Should().Be(130);
            (await process.StandardError.ReadToEndAsync()).Should().StartWith("opendata: stopped").And.NotContain("Exception");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
