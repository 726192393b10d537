using OpenData.Reports;
using OpenData.Rules;

namespace OpenData.Tests.Reports;

/// <summary>The rows beside the findings: few, short, and never a person's data.</summary>
public sealed class RowExcerptTests
{
    [Fact]
    public void Seven_cells_around_the_faulty_one_are_shown()
    {
        using var file = new CheckedFile("a,b,c,d,e,f,day,h,i,j\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"1,2,3,4,5,6,2024-01-0{i},8,9,{i}\n")) + "1,2,3,4,5,6,2024-02-30,8,9,10\n");
        var excerpt = file.Page.Excerpts.Single(e => e is { Column: 7, Row: 11 });
        excerpt.First.Should().Be(4);
        excerpt.Cells.Should().Equal("4", "5", "6", "2024-02-30", "8", "9", "10");
    }

    [Fact]
    public void Three_rows_of_a_rule_and_column_are_shown_and_no_more_than_the_limit_in_all()
    {
        using var file = new CheckedFile("id,n\n" + string.Concat(Enumerable.Range(1, 200).Select(i => i % 25 == 0 ? $"{i},word{i}\n" : $"{i},{i}\n")));
        file.Page.Excerpts.Count(e => e.Column == 2 && e.Row > 1).Should().Be(RowExcerpts.RowsPerColumn);
        file.Page.Excerpts.Count.Should().BeLessThanOrEqualTo(RowExcerpts.Rows);
    }

    [Fact]
    public void Long_cells_are_cut_and_line_breaks_stay_on_their_line()
    {
        using var file = new CheckedFile($"id,day,note\n1,2024-01-01,\"{new string('x', 100)}\"\n2,2024-02-30,\"{new string('ก', 100)}\"\n3,2024-02-31,\"a\nb\"\n");
        file.Page.Excerpts.SelectMany(e => e.Cells).Should().OnlyContain(c => c!.Length <= RowExcerpts.CellLength && !c.Contains('\n'))
            .And.Contain(new string('ก', 39) + "…").And.Contain("a b");
    }

    [Fact]
    public void Cells_of_a_column_with_personal_data_are_masked_wherever_they_would_be_shown()
    {
        using var file = new CheckedFile("id,day,phone\n1,2024-01-01,0812345678\n2,2024-02-30,0898765432\n");
        var report = file.Report with { Findings = [.. file.Report.Findings, Personal(3, 3)] };
        var excerpts = RowExcerpts.Read(report, file.Upload);
        excerpts.Should().NotBeEmpty();
        excerpts.Where(e => e.Row > 1).SelectMany(e => e.Cells).Should().Contain(RowExcerpts.Mask).And.NotContain("0898765432");
        excerpts.Where(e => e.Row == 1).SelectMany(e => e.Cells).Should().NotContain(RowExcerpts.Mask, "a header names nobody");
        CheckedFile.Html(new ReportPage(report) { Excerpts = excerpts }).Should().NotContain("0898765432");
    }

    [Fact]
    public void Personal_data_of_unknown_place_leaves_nothing_shown()
    {
        using var file = new CheckedFile("id,day\n1,2024-01-01\n2,2024-02-30\n");
        RowExcerpts.Read(file.Report with { Findings = [.. file.Report.Findings, Personal(null, null)] }, file.Upload).Should().BeEmpty();
        RowExcerpts.Read(file.Report with { Summary = [.. file.Report.Summary, new ReportSummary("personal-data", Severity.Error, 2, 0)] }, file.Upload).Should().BeEmpty();
    }

    private static Finding Personal(long? row, int? column) => new() { Code = "personal-data", Severity = Severity.Error, Clause = Clause.None, Row = row, Column = column };
}
