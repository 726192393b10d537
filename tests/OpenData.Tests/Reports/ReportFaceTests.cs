using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using NJsonSchema;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Reports;

/// <summary>A report says the same in every form, and nothing that a file holds can break out of it.</summary>
public sealed class ReportFaceTests
{
    private const string Hostile = "<script>alert(1)</script>,b&c,\"say \"\"hi\"\"\n'x'\"\n\u001B[2J<b>,=1+1,๑๒๓\n1/2/2567,\u202Ex\u0007,12 คน\n,,\n1,2\n1,2,3,4\n\"bad,1,2\n";

    private static readonly string[] Texts =
    [
        "", "a", "a,b\n1,2\n", Hostile, "\uFEFFวันที่;จำนวน\n31/2/2567;1,5\n3/4/2024;-\n", "<html>", "ตาราง,,\n,,\nจังหวัด,ปี,คน\nน่าน,2566,1\nแพร่,2566,2\nรวม,,3\nที่มา: กรม,,\n",
    ];

    private static readonly DataDictionary Dictionary = Checked.Dictionary("""{ "name": "a", "type": "integer", "description": "ก", "required": true }, { "name": "b", "type": "date", "description": "ก", "minimum": "2024-01-01" }""");

    public static TheoryData<string, bool, Language> Reports
    {
        get
        {
            var reports = new TheoryData<string, bool, Language>();
            foreach (var text in Texts)
            {
                foreach (var language in Enum.GetValues<Language>())
                {
                    reports.Add(text, false, language);
                    reports.Add(text, true, language);
                }
            }

            return reports;
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task The_JSON_report_is_valid_reads_back_equal_and_is_the_same_twice(string text, bool withDictionary, Language language)
    {
        var report = Checked.ReportOf(text, withDictionary ? Dictionary : null);
        var json = JsonReport.Write(report, language);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Folder, "schemas", "report.schema.json"));
        schema.Validate(Encoding.UTF8.GetString(json)).Should().BeEmpty();
        JsonReport.Read(json).Should().BeEquivalentTo(report, o => o.WithStrictOrdering().ComparingByMembers<Report>().ComparingByMembers<Finding>());
        JsonReport.Write(JsonReport.Read(json), language).Should().Equal(json);
        JsonReport.Write(Checked.ReportOf(text, withDictionary ? Dictionary : null), language).Should().Equal(json);
    }

    [Fact]
    public void The_fields_of_the_JSON_report_stand_in_the_promised_order()
    {
        using var json = JsonDocument.Parse(JsonReport.Write(Checked.ReportOf("a,b\nx,2024-01-01\n", Dictionary), Language.English));
        var root = json.RootElement;
        Names(root).Should().Be("reportVersion ruleBook verdict file dictionary clauses counts summary columns findings");
        Names(root.GetProperty("file")).Should().Be("name sha256 bytes kind encoding separator lineEnding sheet headerRow rows columns");
        Names(root.GetProperty("dictionary")).Should().Be("sha256 columns");
        Names(root.GetProperty("clauses")[0]).Should().Be("id verdict errors warnings");
        root.GetProperty("clauses").EnumerateArray().Select(c => c.GetProperty("id").GetString()).Should().Equal("header-names", "single-header", "no-merged-cells", "consistent-types", "valid-dates", "single-table");
        Names(root.GetProperty("counts")).Should().Be("error warning info");
        Names(root.GetProperty("summary")[0]).Should().Be("code severity count kept");
        Names(root.GetProperty("columns")[0]).Should().Be("index header name type values empty min max distinct");
        Names(root.GetProperty("findings")[0]).Should().Be("code severity clause row line column header value facts message fix");
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_HTML_report_is_well_formed_and_needs_nothing_beside_itself(string text, bool withDictionary, Language language)
    {
        var html = Html(Checked.ReportOf(text, withDictionary ? Dictionary : null), language);
        var page = XDocument.Parse(html.Replace("<!doctype html>", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
            .Replace("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "", StringComparison.Ordinal)
            .Replace("<link rel=\"icon\" href=\"data:,\">", "", StringComparison.Ordinal));
        page.Descendants().SelectMany(e => e.Attributes()).Where(a => a.Name == "src" || (a.Name == "href" && !a.Value.StartsWith('#')) || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).Should().BeEmpty();
        page.Descendants("script").Should().BeEmpty();
        page.Descendants().Attributes("href").Where(a => !page.Descendants("section").Any(s => "#" + s.Attribute("id")!.Value == a.Value)).Should().BeEmpty();
        html.Should().NotContain("<script").And.NotContain("<b>").And.NotContain("url(").And.NotContain("@import");
    }

    [Theory]
    [InlineData(Language.Thai)]
    [InlineData(Language.English)]
    public void No_control_character_reaches_a_report_that_is_shown(Language language)
    {
        using var file = Checked.Of(Hostile, "a\u001B[2J\u202Eb.csv");
        var report = file.Report();
        using var csv = new MemoryStream();
        CsvReport.Write(report, language, csv);
        foreach (var shown in (string[])[Html(report, language), Encoding.UTF8.GetString(csv.ToArray()), Encoding.UTF8.GetString(JsonReport.Write(report, language))])
        {
            shown.Where(c => (char.IsControl(c) && c is not ('\n' or '\r')) || (c == '\u202E' && shown[0] != '{')).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_CSV_report_reads_back_as_the_findings(string text, bool withDictionary, Language language)
    {
        var report = Checked.ReportOf(text, withDictionary ? Dictionary : null);
        using var bytes = new MemoryStream();
        CsvReport.Write(report, language, bytes);
        using var file = Checked.Of(bytes.ToArray());
        var rows = file.Rows();
        rows[0].Should().Equal("code", "severity", "clause", "row", "line", "column", "header", "value", "message", "fix");
        rows.Skip(1).Select(r => $"{r[0]}|{r[1]}|{r[3]}|{r[5]}").Should().Equal(report.Findings.Select(f => $"{f.Code}|{ReportNames.NameOf(f.Severity)}|{f.Row}|{f.Column}"));
        rows.Should().OnlyContain(r => r.Length == 10);
        rows.Skip(1).SelectMany(r => r).Where(c => c.Length > 0 && c[0] is '=' or '+' or '@').Should().BeEmpty("a spreadsheet would run it");
    }

    [Fact]
    public void A_value_is_cut_at_two_hundred_characters_and_never_inside_one()
    {
        foreach (var lead in (string[])["", "x", "xx", "xxx"])
        {
            var report = Checked.ReportOf("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 50)) + $"{lead}{string.Concat(Enumerable.Repeat("😀", 300))},1\n");
            var value = report.Findings.Single(f => f.Code == "type-error").Value!;
            value.Should().StartWith(lead + "😀").And.EndWith("😀…");
            value.Length.Should().BeInRange(199, 200);
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)).Should().Be(value, "no pair is split");
        }
    }

    private static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(p => p.Name));

    private static string Html(Report report, Language language)
    {
        using var html = new StringWriter();
        HtmlReport.Write(report, language, html);
        return html.ToString();
    }
}
