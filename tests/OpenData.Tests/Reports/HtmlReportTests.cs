using System.Text.RegularExpressions;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Reports;

/// <summary>The report as a page: what an official reads, prints and signs.</summary>
public sealed partial class HtmlReportTests
{
    private const string Hostile = "<script>alert(1)</script>";

    private const string Dates = "id,day,note\n1,2024-01-05,a\n2,2024-02-30,b\n3,2024-03-05,c\n4,2024-04-05,d\n";

    [Theory]
    [InlineData(Language.Thai)]
    [InlineData(Language.English)]
    public void Nothing_of_a_file_is_markup(Language language)
    {
        using var file = new CheckedFile($"id,\"{Hostile}\",day\n1,\"{Hostile}\",2024-01-01\n2,\"\"\" onmouseover=\"\"x\",2024-02-30\n1,\"{Hostile}\",2024-01-01\n3,\"{Hostile}\",'\"><img src=x>\n", name: Hostile + ".csv");
        foreach (var page in new[] { file.Page, file.Page with { Dataset = new LocalText(Hostile, Hostile), Score = new LocalText(Hostile, Hostile) } })
        {
            var html = CheckedFile.Html(page, language);
            html.Should().NotContain("<script").And.NotContain("<img").And.NotContain("\" onmouseover").And.Contain("&lt;script&gt;");
        }
    }

    [Fact]
    public void The_page_needs_nothing_beside_itself()
    {
        using var file = new CheckedFile(Dates);
        var html = CheckedFile.Html(file.Page);
        html.Should().NotContain("http://").And.NotContain("https://").And.NotContain("@import").And.NotContain("url(").And.NotContain("<script");
        Address().Matches(html).Select(m => m.Groups[1].Value).Should().NotBeEmpty().And.OnlyContain(a => a.StartsWith('#') || a == "data:,");
    }

    [Fact]
    public void Every_anchor_leads_to_a_rule_explained_on_the_page()
    {
        using var file = new CheckedFile(Dates);
        var html = CheckedFile.Html(file.Page);
        foreach (var anchor in Address().Matches(html).Select(m => m.Groups[1].Value).Where(a => a.StartsWith('#')))
        {
            html.Should().Contain($"<section id=\"{anchor[1..]}\">");
        }

        html.Should().Contain(System.Net.WebUtility.HtmlEncode(RuleBook.Find("date-error")!.English.Why)).And.Contain("<details").And.NotContain("/rules/");
    }

    [Fact]
    public void In_a_server_each_rule_leads_to_its_page()
    {
        using var file = new CheckedFile(Dates);
        CheckedFile.Html(file.Page with { RulePages = "/rules/" }).Should().Contain("href=\"/rules/date-error\"").And.NotContain("<details");
    }

    [Fact]
    public void The_first_page_says_what_was_checked_by_what_and_leaves_room_to_sign()
    {
        using var file = new CheckedFile(Dates, "วัน.csv");
        var html = CheckedFile.Html(file.Page with { Dataset = new LocalText("ชุดทดสอบ", null), Score = new LocalText("๓ จาก ๕", null) }, Language.Thai);
        html.Should().Contain("วัน.csv").And.Contain(file.Report.File.Sha256).And.Contain($"รุ่น {RuleBook.Version} ลงวันที่ {RuleBook.Date}")
            .And.Contain("ชุดทดสอบ").And.Contain("๓ จาก ๕").And.Contain("ผู้ตรวจสอบ").And.Contain("ผู้อนุมัติ").And.Contain("✗ ไม่ผ่าน").And.Contain("✓ ผ่าน");
        html.Should().MatchRegex(@"\.signatures \{ display: none; \}").And.MatchRegex(@"@media print[\s\S]*\.signatures \{ display: grid");
    }

    [Fact]
    public void A_grid_shows_the_row_with_its_faulty_cell_marked()
    {
        using var file = new CheckedFile(Dates);
        CheckedFile.Html(file.Page).Should()
            .Contain("<tr><th scope=\"row\">3</th><td>2</td><td class=\"fault\">▶ 2024-02-30</td><td>b</td></tr>")
            .And.Contain("<span class=\"letter\">B</span><br/>day");
    }

    [Fact]
    public void A_report_without_its_file_tells_the_same_in_words()
    {
        using var file = new CheckedFile(Dates);
        CheckedFile.Html(new ReportPage(file.Report)).Should().Contain("2024-02-30").And.NotContain("class=\"grid\"");
    }

    [Fact]
    public void Header_faults_stand_in_one_grid_each_cell_marked()
    {
        using var file = new CheckedFile("หนึ่ง,two,สาม\n1,2,3\n4,5,6\n");
        var html = CheckedFile.Html(file.Page);
        html.Should().Contain("<td class=\"fault\">▶ หนึ่ง</td><td>two</td><td class=\"fault\">▶ สาม</td>");
        GridTable().Matches(html).Should().HaveCount(1);
    }

    [Fact]
    public void A_short_row_shows_the_cells_that_it_lacks()
    {
        using var file = new CheckedFile("a,b,c\n1,2,3\n4,5\n7,8,9\n");
        CheckedFile.Html(file.Page).Should().Contain("<th scope=\"row\" class=\"fault\">▶ 3</th><td>4</td><td>5</td><td class=\"fault\">▶ <em>no cell</em></td>");
    }

    [Fact]
    public void Every_rule_is_mended_step_by_step()
    {
        using var file = new CheckedFile(Dates);
        CheckedFile.Html(file.Page).Should().Contain("In Excel").And.Contain("Press Ctrl+G");
        RuleBook.Rules.Select(r => r.Code).Except(ExcelSteps.Codes).Should().BeEmpty();
    }

    [Fact]
    public void The_index_of_several_files_leads_to_each_report()
    {
        using var file = new CheckedFile(Dates, Hostile);
        using var writer = new StringWriter();
        HtmlIndex.Write([new(Hostile, "a%20b.html", file.Report.File, file.Report.Counts), new("gone.csv", null, null, new(0, 0, 0))], Language.English, writer);
        writer.ToString().Should().Contain("href=\"a%20b.html\"").And.Contain("could not be read").And.Contain("0 of 2 files comply").And.NotContain("<script");
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex("<table class=\"grid\">")]
    private static partial Regex GridTable();
}
