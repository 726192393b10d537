using System.Text.Json;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Reports;

/// <summary>
/// The SARIF face. What the schema of SARIF 2.1.0 requires is checked by hand here, since the schema itself is not in the
/// repository; the reports of the real files were validated against it when this face was made.
/// </summary>
public sealed class SarifReportTests
{
    private const string Text = "id,วันที่,n\n1,2024-01-05,1\n2,2024-02-30,2\n3,2024-03-05,3\n3,2024-03-05,3\n";
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    [Fact]
    public void The_log_has_what_the_schema_requires()
    {
        using var file = new CheckedFile(Text, "งบ ประมาณ#1.csv");
        using var log = JsonDocument.Parse(SarifReport.Write(file.Report, Language.Thai));
        log.RootElement.GetProperty("version").GetString().Should().Be("2.1.0");
        var run = log.RootElement.GetProperty("runs").EnumerateArray().Should().ContainSingle().Subject;
        var driver = run.GetProperty("tool").GetProperty("driver");
        driver.GetProperty("name").GetString().Should().Be("OpenData");
        driver.GetProperty("language").GetString().Should().Be("th");
        var uri = run.GetProperty("artifacts")[0].GetProperty("location").GetProperty("uri").GetString()!;
        Uri.UnescapeDataString(uri).Should().Be("งบ ประมาณ#1.csv");
        uri.Should().MatchRegex("^[!-~]+$").And.NotContain("#", "a sign with a meaning of its own in addresses is escaped");
        run.GetProperty("artifacts")[0].GetProperty("hashes").GetProperty("sha-256").GetString().Should().Be(file.Report.File.Sha256);
    }

    [Fact]
    public void A_result_says_its_rule_level_message_line_and_column()
    {
        using var file = new CheckedFile(Text);
        using var log = JsonDocument.Parse(SarifReport.Write(file.Report, Language.English));
        var run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToList();
        results.Should().HaveCount(file.Report.Findings.Count);
        results.Should().OnlyContain(r => Levels.Contains(r.GetProperty("level").GetString()) && r.GetProperty("message").GetProperty("text").GetString() != ""
            && rules[r.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString() == r.GetProperty("ruleId").GetString());
        var date = results.Single(r => r.GetProperty("ruleId").GetString() == "date-error");
        date.GetProperty("level").GetString().Should().Be("error");
        date.GetProperty("message").GetProperty("text").GetString().Should().Contain("2024-02-30");
        var place = date.GetProperty("locations")[0];
        place.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("data.csv");
        place.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt64().Should().Be(3);
        place.GetProperty("physicalLocation").GetProperty("region").TryGetProperty("snippet", out _).Should().BeFalse();
        place.GetProperty("logicalLocations")[0].GetProperty("name").GetString().Should().Be("วันที่");
        results.Where(r => r.GetProperty("ruleId").GetString() == "label-not-identifier").Should().OnlyContain(r => r.GetProperty("level").GetString() == "note");
    }

    [Fact]
    public void Rules_explain_themselves_in_both_languages()
    {
        using var file = new CheckedFile(Text);
        using var log = JsonDocument.Parse(SarifReport.Write(file.Report, Language.English));
        var rule = log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "date-error");
        var known = RuleBook.Find("date-error")!;
        rule.GetProperty("shortDescription").GetProperty("text").GetString().Should().Be(known.English.Title);
        rule.GetProperty("help").GetProperty("text").GetString().Should().Contain(known.English.Fix).And.Contain(known.Thai.Fix);
        rule.GetProperty("help").GetProperty("markdown").GetString().Should().Contain("```").And.Contain(known.Thai.Title);
    }

    [Fact]
    public void A_fingerprint_stays_when_rows_are_put_above_and_differs_between_findings()
    {
        using var before = new CheckedFile(Text);
        using var after = new CheckedFile(Text.Replace("1,2024-01-05,1\n", "9,2024-01-09,9\n1,2024-01-05,1\n", StringComparison.Ordinal));
        Fingerprints(after).Should().Equal(Fingerprints(before));
        Fingerprints(before).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes()
    {
        using var file = new CheckedFile(Text);
        SarifReport.Write(file.Report, Language.Thai).Should().Equal(SarifReport.Write(file.Report, Language.Thai));
    }

    private static List<string?> Fingerprints(CheckedFile file)
    {
        using var log = JsonDocument.Parse(SarifReport.Write(file.Report, Language.English));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(r => r.GetProperty("partialFingerprints").EnumerateObject().Single().Value.GetString()).Order(StringComparer.Ordinal)];
    }
}
