using OpenData.Registry;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Rules.Metadata;

/// <summary>Form 1 compared with the standard, with the day and with the file.</summary>
public class MetadataRuleTests
{
    private const string Table = "year,recipients\n2019,12\n2024,15\n";
    private static readonly CheckOptions InJuly = new() { Today = new DateOnly(2024, 7, 15) };

    public static TheoryData<string, string> Bad => Cases("bad-");
    public static TheoryData<string, string> Innocent => Cases("good-", "tricky-");

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_form_that_breaks_a_rule_is_told(string code, string file) =>
        Submitted.CountOf(Check(code, file), code).Should().BeGreaterThan(0);

    [Theory]
    [MemberData(nameof(Innocent))]
    public void A_form_that_keeps_a_rule_is_not_accused(string code, string file) =>
        Submitted.CountOf(Check(code, file), code).Should().Be(0);

    [Fact]
    public void A_missing_item_is_an_error_and_an_unknown_one_a_warning()
    {
        Flat(Check("metadata-missing", "bad-1.dataset.json"), "metadata-missing").Should().BeEquivalentTo("Error maintainer_email missing", "Error objective missing");
        Flat(Check("metadata-missing", "bad-2.dataset.json"), "metadata-missing").Should().Equal("Warning maintainer_email unknown");
    }

    [Fact]
    public void Data_that_may_not_be_released_are_an_error_and_a_doubtful_licence_a_warning()
    {
        Flat(Check("not-open", "bad-1.dataset.json"), "not-open").Should().BeEquivalentTo("Error data_category internal", "Error data_classification internal");
        Flat(Check("not-open", "bad-2.dataset.json"), "not-open").Should().Equal("Warning license_id not-specified");
        Flat(Check("not-open", "bad-4.dataset.json"), "not-open").Should().Equal("Warning license_id cc-by-nc");
        Check("not-open", "bad-2.dataset.json").Complies.Should().BeTrue();
    }

    [Fact]
    public void A_fault_of_the_form_keeps_its_place()
    {
        var finding = Check("metadata-invalid", "bad-2.dataset.json").Findings.First(f => f.Code == "metadata-invalid");

        finding.Facts.Should().Contain(Fact.Of("pointer", "/last_updated_date"));
        finding.Facts.Should().Contain(f => f.Name == "formLine" && f.Number > 0);
        Sentences.Message(finding, Language.Thai).Should().Contain("/last_updated_date").And.MatchRegex("[ก-ฮ]");
    }

    [Theory]
    [InlineData(2024, 7, 30, null)] // 30 June and 30 days: the last day in time
    [InlineData(2024, 7, 31, "25")] // 1 day of 30 is 3 %
    [InlineData(2024, 8, 6, "25")] // 7 days are 23 %
    [InlineData(2024, 8, 7, "50")] // 8 days are 26 %
    [InlineData(2024, 8, 14, "50")] // 15 days are 50 %
    [InlineData(2024, 8, 29, "100")] // 30 days are 100 %
    [InlineData(2024, 8, 30, "over")]
    public void Data_past_their_cycle_are_told_by_how_far(int year, int month, int day, string? band)
    {
        var report = Submitted.Report(Table, Read("stale", "good-1.dataset.json").Value, options: new CheckOptions { Today = new DateOnly(year, month, day) });

        report.Findings.FirstOrDefault(f => f.Code == "stale")?.Facts.First(f => f.Name == "band").Text.Should().Be(band);
        Submitted.CountOf(report, "stale").Should().Be(band is null ? 0 : 1);
    }

    [Fact]
    public void Without_a_day_nothing_is_stale() =>
        Submitted.CountOf(Submitted.Report(Table, Read("stale", "bad-1.dataset.json").Value), "stale").Should().Be(0);

    [Fact]
    public void What_differs_from_the_file_is_told_with_both()
    {
        Facts("bad-1.dataset.json").Should().Equal("years: 2020–2024, 2019–2024");
        Facts("bad-2.dataset.json").Should().Equal("format: pdf, csv");
        Facts("bad-3.dataset.json").Should().BeEquivalentTo("format: xls, csv", "rows: 14, 2");
    }

    [Fact]
    public void Years_of_the_Buddhist_era_are_compared_as_years_of_the_common_era()
    {
        var report = Submitted.Report("ปี,จำนวน\n2562,12\n2567,15\n", Read("metadata-vs-file", "good-1.dataset.json").Value);

        Submitted.CountOf(report, "metadata-vs-file").Should().Be(0);
    }

    private static string[] Facts(string file) =>
        [.. Check("metadata-vs-file", file).Findings.Where(f => f.Code == "metadata-vs-file").Select(f => $"{f.Facts[0].Text}: {f.Facts[1].Text}, {f.Facts[2].Text}")];

    private static string[] Flat(Report report, string code) =>
        [.. report.Findings.Where(f => f.Code == code).Select(f => $"{f.Severity} {f.Facts[0].Text} {f.Facts[2].Text}")];

    private static Report Check(string code, string file)
    {
        var form = Read(code, file);
        return Submitted.Report(Table, form.Value, form.Errors, InJuly);
    }

    private static DocumentResult<DatasetForm> Read(string code, string file) => DatasetDocument.Read(File.ReadAllBytes(Path.Combine(Submitted.Fixtures, code, file)));

    private static TheoryData<string, string> Cases(params string[] starts)
    {
        var cases = new TheoryData<string, string>();
        foreach (var code in new[] { "metadata-missing", "metadata-invalid", "not-open", "not-primary-data", "stale", "metadata-vs-file" })
        {
            foreach (var file in starts.SelectMany(start => Submitted.FixturesOf(code, start, ".dataset.json")))
            {
                cases.Add(code, Path.GetFileName(file));
            }
        }

        return cases;
    }
}
