namespace OpenData.Server.Tests.Cli;

[Trait("Store", "None")] // Files become files.
public class ConvertTests
{
    private const string Messy = "รายงาน,,\nจังหวัด,วันที่,งบ\nน่าน,31/1/2567,\"1,200\"\nแพร่,2024-02-01,-\nตาก,2024-02-03,7\n";

    [Fact]
    public async Task Repair_writes_the_table_the_log_and_both_verdicts()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("in.csv"), Messy);

        var run = await OpenDataProcess.RunAsync("convert", folder.File("in.csv"), "--out", folder.File("out.csv"), "--repair", "--log", folder.File("log.csv"));

        run.ExitCode.Should().Be(0, run.Error + run.Output);
        File.ReadAllText(folder.File("out.csv")).Should().Be("จังหวัด,วันที่,งบ\r\nน่าน,2024-01-31,1200\r\nแพร่,2024-02-01,\r\nตาก,2024-02-03,7\r\n");
        File.ReadAllText(folder.File("log.csv")).Should().StartWith("row,line,column,header,change,old,new\r\n").And.Contain("3,3,2,วันที่,buddhist-era,31/1/2567,2024-01-31\r\n");
        run.Output.Should().ContainAll("Before", "After", "✘ does not comply", "✔ complies", "title-above-header", "31/1/2567 → 2024-01-31");
        Directory.GetFiles(folder.Path).Should().HaveCount(3, "temporary files are renamed into place");
    }

    [Fact]
    public async Task A_table_is_written_as_SDMX_CSV_where_every_row_fits_its_structure()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("d.json"), """
            {"columns":[
              {"name":"area","type":"code","description":"พื้นที่","role":"dimension","codes":[{"code":"N","label":{"th":"เหนือ"}},{"code":"ใต้","label":{"th":"ใต้"}}]},
              {"name":"year","type":"year","description":"ปี","role":"time"},
              {"name":"people","type":"integer","description":"คน","role":"measure"}],
             "key":["area","year"]}
            """);
        await File.WriteAllTextAsync(folder.File("good.csv"), "area,year,people\r\nN,2020,5\r\nใต้,2021,7\r\n");
        await File.WriteAllTextAsync(folder.File("bad.csv"), "area,year,people\r\nN,2020,5\r\nX,2021,7\r\n");

        var good = await OpenDataProcess.RunAsync("convert", folder.File("good.csv"), "-d", folder.File("d.json"), "--sdmx-csv", "nso:people(2.0.0)", "--out", folder.File("good.sdmx.csv"));
        good.ExitCode.Should().Be(0, good.Error + good.Output);
        File.ReadAllText(folder.File("good.sdmx.csv")).Should().Be(
            "STRUCTURE,STRUCTURE_ID,ACTION,AREA,TIME_PERIOD,OBS_VALUE\r\ndataflow,nso:people(2.0.0),I,N,2020,5\r\ndataflow,nso:people(2.0.0),I,C2,2021,7\r\n");

        var bad = await OpenDataProcess.RunAsync("convert", folder.File("bad.csv"), "-d", folder.File("d.json"), "--sdmx-csv", "nso:people(2.0.0)", "--out", folder.File("bad.sdmx.csv"));
        bad.ExitCode.Should().Be(1);
        File.Exists(folder.File("bad.sdmx.csv")).Should().BeFalse();
        foreach (var wrong in (string[])["nso", "nso:people(1.2.3)"])
        {
            var run = await OpenDataProcess.RunAsync("convert", folder.File("good.csv"), "-d", folder.File("d.json"), "--sdmx-csv", wrong, "--out", folder.File("x.csv"));
            run.ExitCode.Should().Be(2);
            run.Error.Should().Contain(wrong);
        }
    }

    [Fact]
    public async Task The_exit_code_is_the_verdict_of_the_new_file()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("in.csv"), Messy);

        var run = await OpenDataProcess.RunAsync("convert", folder.File("in.csv"), "--out", folder.File("out.csv"));

        run.ExitCode.Should().Be(1);
        File.ReadAllText(folder.File("out.csv")).Should().StartWith("จังหวัด,วันที่,งบ\r\nน่าน,31/1/2567,\"1,200\"\r\n");
    }

    [Fact]
    public async Task The_input_is_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("in.csv"), Messy);
        File.CreateSymbolicLink(folder.File("link.csv"), folder.File("in.csv"));

        foreach (var target in new[] { "in.csv", "link.csv" })
        {
            var run = await OpenDataProcess.RunAsync("convert", folder.File("in.csv"), "--out", folder.File(target), "--repair");
            run.ExitCode.Should().Be(2);
            run.Error.Should().Contain("never overwritten");
        }

        File.ReadAllText(folder.File("in.csv")).Should().Be(Messy);
    }

    [Fact]
    public async Task A_workbook_is_refused_with_advice_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();

        var run = await OpenDataProcess.RunAsync("convert", OpenDataProcess.Fixture("workbook.csv"), "--out", folder.File("out.csv"));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("not-tabular").And.Contain("no CSV table to convert");
        Directory.GetFiles(folder.Path).Should().BeEmpty();
    }

    [Theory]
    [InlineData("json", "\"name\"")]
    [InlineData("csv", "name,header,")]
    public async Task Infer_drafts_a_dictionary_that_the_file_keeps_to(string format, string start)
    {
        using var folder = new TemporaryFolder();
        var draft = folder.File("draft." + format);

        var run = await OpenDataProcess.RunAsync("infer", OpenDataProcess.Fixture("complies.csv"), "--out", draft);
        run.ExitCode.Should().Be(0, run.Error);
        File.ReadAllText(draft).Should().Contain(start);
        (await OpenDataProcess.RunAsync("check", OpenDataProcess.Fixture("complies.csv"), "--dictionary", draft)).ExitCode.Should().Be(0);
    }
}
