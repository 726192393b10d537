using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Reports;

/// <summary>Where the faults are: counts that can be counted by hand.</summary>
public sealed class HeatMapTests
{
    /// <summary>Column 2: one impossible date; column 3: one value with a unit; row 5: a cell too few.</summary>
    private const string Small = "id,day,people\n1,2024-01-05,10\n2,2024-02-30,20\n3,2024-03-05,30 คน\n4,2024-04-05\n5,2024-05-05,50\n";

    [Fact]
    public void Counts_are_those_of_a_hand_count()
    {
        using var file = new CheckedFile(Small);
        var map = HeatMap.Of(file.Report);
        Errors(map, 2, Clause.ValidDates).Should().Be(1);
        Errors(map, 3, Clause.ConsistentTypes).Should().Be(1);
        Errors(map, null, Clause.SingleTable).Should().Be(1);
        map.Rows.Where(r => r.Column == 1).Should().OnlyContain(r => r.IsEmpty);
    }

    [Fact]
    public void The_last_line_counts_all_that_the_report_counts()
    {
        using var file = new CheckedFile(Small);
        var (map, report) = (HeatMap.Of(file.Report), file.Report);
        map.Totals.Cells.Sum(c => c.Errors).Should().Be(report.Counts.Error);
        map.Totals.Cells.Sum(c => c.Warnings).Should().Be(report.Counts.Warning);
        map.Totals.Cells.Sum(c => c.Infos).Should().Be(report.Counts.Info);
        map.Rows.SelectMany(r => r.Cells).Sum(c => c.Errors + c.Warnings + c.Infos).Should().Be(report.Counts.Total);
        foreach (var clause in report.Clauses)
        {
            map.Totals.Cells[(int)clause.Clause - 1].Errors.Should().Be(clause.Errors);
        }
    }

    [Fact]
    public void What_was_not_kept_is_counted_where_it_can_only_be_and_else_said_to_be_more()
    {
        using var one = new CheckedFile("id,day,n,o\n" + Rows("2024-02-30", "5", "6"), keep: 2);
        Cell(HeatMap.Of(one.Report), 2, Clause.ValidDates).Should().Be(new HeatCell(10, 0, 0, AtLeast: false));
        using var two = new CheckedFile("id,day,n,o\n" + Rows("2024-01-05", "word", "other"), keep: 2);
        Cell(HeatMap.Of(two.Report), 3, Clause.ConsistentTypes).Should().Be(new HeatCell(2, 0, 0, AtLeast: true));
        HeatMap.Of(two.Report).Totals.Cells[(int)Clause.ConsistentTypes - 1].Errors.Should().Be(20);
        CheckedFile.Html(two.Page).Should().Contain("✗ 2+").And.Contain("at least");
    }

    [Fact]
    public void A_cell_says_in_signs_what_its_colour_says()
    {
        using var file = new CheckedFile(Small);
        CheckedFile.Html(file.Page).Should().Contain("<td class=\"hot\"><span>✗ 1</span></td>");
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_wide_file_shows_only_the_columns_with_findings_and_says_so(int columns, bool showsAll)
    {
        var header = string.Join(',', Enumerable.Range(1, columns).Select(i => i == 2 ? "day" : $"c{i}"));
        var rows = string.Concat(Enumerable.Range(1, 9).Select(r => string.Join(',', Enumerable.Range(1, columns).Select(i => i == 2 ? r == 5 ? "2024-02-30" : "2024-01-05" : $"{r}{i}")) + "\n"));
        using var file = new CheckedFile(header + "\n" + rows);
        var html = CheckedFile.Html(file.Page);
        html.Contains("<th scope=\"row\">2 day</th>", StringComparison.Ordinal).Should().BeTrue();
        html.Contains($"<th scope=\"row\">{columns} c{columns}</th>", StringComparison.Ordinal).Should().Be(showsAll);
        html.Contains("only those with findings are shown", StringComparison.Ordinal).Should().Be(!showsAll);
        CheckedFile.Html(file.Page, Language.Thai).Contains("แสดงเฉพาะคอลัมน์ที่พบ", StringComparison.Ordinal).Should().Be(!showsAll);
    }

    /// <summary>400 rows of which ten end in other cells than the rest.</summary>
    private static string Rows(string day, string n, string o) =>
        string.Concat(Enumerable.Range(1, 400).Select(i => i % 40 == 0 ? $"{i},{day},{n},{o}\n" : $"{i},2024-01-05,{i},{i + 7}\n"));

    private static long Errors(HeatMap map, int? column, Clause clause) => Cell(map, column, clause).Errors;

    private static HeatCell Cell(HeatMap map, int? column, Clause clause) =>
        map.Rows.Single(r => r.Column == column).Cells[HeatMap.Clauses.ToList().IndexOf(clause)];
}
