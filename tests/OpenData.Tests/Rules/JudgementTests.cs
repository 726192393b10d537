using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Rules;

/// <summary>What a finding says of the cell, beside where it is: what the cell is meant to be, and what it would become.</summary>
public sealed class JudgementTests
{
    [Theory]
    [InlineData("31/1/2024 08:30", "2024-01-31T08:30:00")]
    [InlineData("31/1/2024 8:30:15", "2024-01-31T08:30:15")]
    [InlineData("31/1/2024, 1:05 PM", "2024-01-31T13:05:00")]
    [InlineData("31/1/2024 12:00 am", "2024-01-31T00:00:00")]
    [InlineData("2024/1/31 08:30:00+07:00", "2024-01-31T08:30:00+07:00")]
    [InlineData("31 ม.ค. 2024 เวลา 08.30 น.", "2024-01-31T08:30:00")]
    [InlineData("31 Jan 2024 17:45", "2024-01-31T17:45:00")]
    [InlineData("๓๑/๑/๒๐๒๔ ๐๘:๓๐", "2024-01-31T08:30:00")]
    [InlineData("31/1/2024 25:30", "2024-01-31")]
    [InlineData("31/1/2024", "2024-01-31")]
    public void A_date_becomes_ISO_8601_with_its_time_of_day(string cell, string becomes) =>
        Becomes("id,start\n1,\"" + cell + "\"\n", "date-not-iso").Should().Be(becomes);

    [Theory]
    [InlineData("2567-01-31 08:30", "2024-01-31T08:30")]
    [InlineData("2567-01-31T08:30:00+07:00", "2024-01-31T08:30:00+07:00")]
    [InlineData("31/1/2567 08:30", "2024-01-31T08:30:00")]
    public void A_Buddhist_date_keeps_its_time_of_day(string cell, string becomes) =>
        Becomes("id,start\n1," + cell + "\n", "buddhist-era-date").Should().Be(becomes);

    [Theory]
    [InlineData("(360.00)", "accountants-brackets", "-360.00", "accountants' brackets mean a negative number; written plainly it would become -360.00")]
    [InlineData("\"(1,234.50)\"", "accountants-brackets", "-1234.50", "written plainly it would become -1234.50")]
    [InlineData("\"500,00\"", "decimal-comma", "500.00", "its comma is a decimal comma; written plainly it would become 500.00")]
    [InlineData("\"1.234,5\"", "decimal-comma", "1234.5", "written plainly it would become 1234.5")]
    public void A_number_that_is_only_written_otherwise_is_told_with_what_it_would_become(string cell, string form, string becomes, string sentence)
    {
        var report = Checked.ReportOf($"agency,amount\nก,{cell}\nข,2.25\nค,7.5\n");
        var finding = report.Findings.Single(f => f.Code == "type-error");
        finding.Facts.Select(f => f.ToString()).Should().Equal("decimal", form, becomes);
        Sentences.Message(finding, Language.English).Should().EndWith(sentence);
        Sentences.Message(finding, Language.Thai).Should().EndWith(becomes).And.Contain("เมื่อเขียนตรง ๆ จะเป็น");
    }

    [Fact]
    public void A_word_among_numbers_is_told_without_a_guess()
    {
        var dictionary = Checked.Dictionary("""{ "name": "n", "type": "integer", "description": "ก" }, { "name": "d", "type": "text", "description": "ก" }""");
        var finding = Checked.ReportOf("n,d\n1,ก\nสิบ,ข\n", dictionary).Findings.Single(f => f.Code == "type-error");
        Sentences.Message(finding, Language.English).Should().EndWith("is not of type integer");
    }

    [Fact]
    public void A_year_of_two_digits_is_told_once_with_what_it_may_mean()
    {
        var report = Checked.ReportOf("id,start\n1,6 ก.พ. 67\n2,31 ธ.ค. 66\n");
        Checked.Flat(report).Should().Equal("two-digit-year 2 2", "two-digit-year 3 2");
        Sentences.Message(report.Findings[0], Language.English).Should().EndWith("it may mean 2024-02-06");
    }

    [Fact]
    public void Dates_and_dates_with_a_time_are_counted_apart_and_no_cell_is_accused()
    {
        var report = Checked.ReportOf("id,start\n1,2024-01-31\n2,2024-01-31T08:30:00\n3,2024-02-01\n4,2024-02-01 09:00\n5,2024-02-02\n");
        Checked.Flat(report).Should().Equal("mixed-date-formats - 2");
        report.Findings.Single(f => f.Code == "mixed-date-formats").Facts[1].Text.Should().Be("YYYY-MM-DD × 3, YYYY-MM-DDThh:mm × 2");
    }

    [Fact]
    public void Months_in_two_languages_are_two_forms() =>
        Checked.ReportOf("id,start\n1,6 ก.พ. 2024\n2,7 Feb 2024\n").Findings.Single(f => f.Code == "mixed-date-formats").Facts[1].Text
            .Should().Be("D MONTH YYYY × 1, D MONTH YYYY (Thai) × 1");

    [Theory]
    [InlineData(",population\nน่าน,474539\nแพร่,430669\n", "blank-label 1 1")]
    [InlineData("จังหวัด,\nน่าน,474539\nแพร่,430669\n", "blank-label 1 2")]
    [InlineData("ประชากร พ.ศ. 2567 ของจังหวัดน่านและแพร่,\nน่าน,474539\nแพร่,430669\n", "missing-header - -")]
    [InlineData("น่าน,474539\nแพร่,430669\nตาก,\nเลย,5\n", "missing-header - -")]
    public void A_table_of_two_columns_with_one_name_lacks_a_name_and_no_header(string text, string found) =>
        Checked.Flat(text).Should().Equal(found);

    [Fact]
    public void Numbers_hidden_among_numbers_are_told_once_and_only_where_nothing_is_near_them()
    {
        var report = Checked.ReportOf("station,rain,change\nn,-9999.00,-9999\np,12.5,-8500\nt,-9999.00,-9999\nl,3.25,120\n");
        report.Findings.Where(f => f.Code == "placeholder-value").Select(f => (f.Row, f.Column, f.Value)).Should().Equal((2L, 2, "-9999.00"));
        report.Counts.Error.Should().Be(0);
    }

    [Fact]
    public void Dates_of_eight_digits_are_a_warning_once_for_the_column()
    {
        var report = Checked.ReportOf("day,rain\n19510101,0\n19510102,0\n19510103,1\n25670104,0\n19510105,2\n");
        report.Findings.Where(f => f.Code == "date-not-iso").Select(f => (f.Severity, f.Row, f.Facts[0].Text)).Should().Equal((Severity.Warning, 2L, "1951-01-01"));
        report.Counts.Error.Should().Be(0);
    }

    [Fact]
    public void A_reference_of_several_columns_is_looked_up_as_a_whole()
    {
        var dictionary = Checked.Dictionary(
            """{ "name": "province", "type": "code", "description": "ก" }, { "name": "district", "type": "code", "description": "ก" }, { "name": "n", "type": "integer", "description": "ก" }""",
            """, "references": [ { "columns": ["province", "district"], "dataset": "districts", "to": ["province", "district"] } ] """);
        using var file = Checked.Of("province,district,n\n50,01,1\n50,03,2\n55,,3\n,,\n55,02 ,4\n99,01,5\n");
        var report = ReportBuilder.Build(file.Inspect(dictionary, references: new Districts()));
        report.Findings.Where(f => f.Code == "broken-reference").Select(f => (f.Row, f.Header, f.Value)).Should().Equal((3L, "province, district", "50 | 03"), (7L, "province, district", "99 | 01"));
        Checked.CountOf(ReportBuilder.Build(file.Inspect(dictionary)), "broken-reference").Should().Be(0, "the districts are not published");
    }

    private sealed class Districts : IReferenceKeys
    {
        public IReadOnlySet<string>? KeysOf(Reference reference) => new HashSet<string> { "50\u001F01", "55\u001F02" };
    }

    private static string? Becomes(string text, string code) => Checked.ReportOf(text).Findings.Single(f => f.Code == code).Facts.Single(f => f.Name == "becomes").Text;
}
