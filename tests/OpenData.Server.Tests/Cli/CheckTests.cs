using System.Text.Json;

namespace OpenData.Server.Tests.Cli;

[Trait("Store", "None")] // A file is checked, and nothing kept.
public class CheckTests
{
    [Theory]
    [InlineData("complies.csv", 0, "complies")]
    [InlineData("does-not-comply.csv", 1, "does-not-comply")]
    [InlineData("workbook.csv", 1, "does-not-comply")]
    public async Task The_exit_code_is_the_verdict_and_JSON_alone_is_on_standard_output(string file, int code, string verdict)
    {
        var run = await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture(file), "--format", "json");
        run.ExitCode.Should().Be(code);
        run.Error.Should().BeEmpty();
        using var report = JsonDocument.Parse(run.OutputBytes);
        report.RootElement.GetProperty("verdict").GetString().Should().Be(verdict);
        report.RootElement.GetProperty("file").GetProperty("name").GetString().Should().Be(file);
    }

    [Fact]
    public async Task The_same_file_gives_the_same_bytes_by_any_number_of_threads_and_by_any_way()
    {
        using var folder = new TemporaryFolder();
        var file = OpenDataProcess.Fixture("does-not-comply.csv");
        var one = await OpenDataProcess.RunAsync("check", file, "--format", "json", "--threads", "1");
        var four = await OpenDataProcess.RunAsync("check", file, "--format", "json", "--threads", "4");
        var written = await OpenDataProcess.RunAsync("check", file, "--out", folder.File("report.json"));
        four.OutputBytes.Should().Equal(one.OutputBytes);
        written.ExitCode.Should().Be(1);
        written.OutputBytes.Should().BeEmpty();
        File.ReadAllBytes(folder.File("report.json")).Should().Equal(one.OutputBytes);
        Directory.GetFiles(folder.Path).Should().ContainSingle("the temporary file is renamed into place");
    }

    [Fact]
    public async Task Text_is_for_people_verdict_clauses_and_findings_without_colours_in_a_pipe()
    {
        var run = await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture("does-not-comply.csv"));
        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("does not comply").And.Contain("5 Dates are dates").And.Contain("2024-02-30").And.Contain("1/4/2567").And.NotContain("\u001b");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Text_is_Thai_when_asked()
    {
        var run = await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture("does-not-comply.csv"), "--lang", "th");
        run.Output.Should().Contain("ไม่เป็นไปตามเกณฑ์").And.NotContain("does not comply");
    }

    [Fact]
    public async Task A_workbook_under_the_name_of_a_CSV_is_recognised()
    {
        var run = await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture("workbook.csv"));
        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("not-tabular");
    }

    [Fact]
    public async Task A_dictionary_is_checked_against()
    {
        var run = await OpenDataProcess.RunAsync(
            "check", OpenDataProcess.Fixture("complies.csv"), "--dictionary", OpenDataProcess.Fixture("complies.dictionary.json"), "--format", "json");
        run.ExitCode.Should().Be(0);
        using var report = JsonDocument.Parse(run.OutputBytes);
        report.RootElement.GetProperty("dictionary").GetProperty("columns").GetInt32().Should().Be(4);
    }

    [Fact]
    public async Task Standard_input_is_a_file_like_any_other()
    {
        var run = await OpenDataProcess.RunAsync([], File.ReadAllText(OpenDataProcess.Fixture("complies.csv")), "check", "-", "--format", "json");
        run.ExitCode.Should().Be(0);
        using var report = JsonDocument.Parse(run.OutputBytes);
        report.RootElement.GetProperty("file").GetProperty("name").GetString().Should().Be("stdin");
        report.RootElement.GetProperty("file").GetProperty("rows").GetInt64().Should().Be(4);
    }

    [Fact]
    public async Task Nothing_on_standard_input_is_an_empty_file()
    {
        var run = await OpenDataProcess.RunAsync("check", "-", "--format", "json");
        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("empty-file");
    }

    [Fact]
    public async Task Several_files_give_a_report_each_and_a_table_of_all()
    {
        var run = await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture("complies.csv"), OpenDataProcess.Fixture("does-not-comply.csv"), "--format", "json");
        run.ExitCode.Should().Be(1);
        using var reports = JsonDocument.Parse(run.OutputBytes);
        reports.RootElement.EnumerateArray().Select(report => report.GetProperty("verdict").GetString()).Should().Equal("complies", "does-not-comply");
        run.Error.Should().Contain("complies.csv").And.Contain("does-not-comply.csv");
    }

    [Fact]
    public async Task A_folder_gives_the_reports_of_its_tables_into_a_folder()
    {
        using var folder = new TemporaryFolder();
        var run = await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture(""), "--format", "html", "--out", folder.File("reports"));
        run.ExitCode.Should().Be(1);
        Directory.GetFiles(folder.File("reports")).Select(Path.GetFileName).Should()
            .BeEquivalentTo("index.html", "complies.csv.report.html", "does-not-comply.csv.report.html", "workbook.csv.report.html");
        var index = File.ReadAllText(folder.File("reports/index.html"));
        index.Should().Contain("href=\"does-not-comply.csv.report.html\"").And.Contain("✓ complies").And.Contain("1 of 3 files comply");
        File.ReadAllText(folder.File("reports/does-not-comply.csv.report.html")).Should().Contain("class=\"fault\"", "the file is at hand, so its rows are shown");
    }

    [Theory]
    [InlineData("html")]
    [InlineData("csv")]
    [InlineData("sarif")]
    public async Task Several_reports_that_cannot_stand_one_after_another_ask_for_a_folder(string format)
    {
        var run = await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture(""), "--format", format);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("--out FOLDER");
    }

    [Fact]
    public async Task A_missing_file_does_not_keep_the_others_from_being_checked()
    {
        var run = await OpenDataProcess.RunAsync("check", "no-such-file.csv", OpenDataProcess.Fixture("complies.csv"));
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("no such file: no-such-file.csv");
        run.Output.Should().Contain("could not be read").And.Contain("✔ complies");
    }

    [Theory]
    [InlineData("csv", "code,severity")]
    [InlineData("sarif", "{\n  \"$schema\"")]
    [InlineData("html", "<!doctype html")]
    public async Task Other_faces_of_the_report_go_to_standard_output(string format, string start)
    {
        var run = await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture("does-not-comply.csv"), "--format", format);
        run.ExitCode.Should().Be(1);
        run.Output.TrimStart('\uFEFF').Should().StartWithEquivalentOf(start);
    }

    [Fact]
    public async Task A_draft_of_the_dictionary_checks_the_file_it_was_drawn_from()
    {
        using var folder = new TemporaryFolder();
        var draft = folder.File("draft.dictionary.json");
        var infer = await OpenDataProcess.RunAsync("infer", OpenDataProcess.Fixture("complies.csv"), "--out", draft);
        infer.ExitCode.Should().Be(0);
        infer.OutputBytes.Should().BeEmpty();
        var printed = await OpenDataProcess.RunAsync("infer", OpenDataProcess.Fixture("complies.csv"));
        printed.OutputBytes.Should().Equal(File.ReadAllBytes(draft));
        var check = await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture("complies.csv"), "--dictionary", draft);
        check.ExitCode.Should().Be(0, check.Output + check.Error);
    }
}
