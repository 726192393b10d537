using System.Globalization;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Scores;
using OpenData.Scores.Indicators;

namespace OpenData.Tests.Scores;

/// <summary>The documents' own worked examples, and the edges of their bands.</summary>
public sealed class WorkedExampleTests
{
    private static readonly FiscalYear Year = new(2567);
    private static readonly DateOnly Today = new(2024, 10, 31);

    /// <summary>
    /// The table of the Ministry of Interior, as the demo dataset holds it. By hand:
    /// 1×3 + 0.5×3 + 1×3 + 0.5×5 + 0.5×5 + 0.5×4 + 1×1 = 3 + 1.5 + 3 + 2.5 + 2.5 + 2 + 1 = 15.5; ΣW = 5; 15.5 / 5 = 3.1.
    /// Issue 7 is level 1 because there is a committee and nothing else.
    /// </summary>
    [Fact]
    public void The_whole_e_government_indicator_is_3_1000()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Folder, "datasets", "moi-egov-indicator", "issues.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        rows.Should().HaveCount(7);
        var weights = Find("moi-egov-5").Parts.Select(p => p.Weight);
        weights.Should().Equal(rows.Select(r => decimal.Parse(r[2], CultureInfo.InvariantCulture)));
        var given = rows.Take(6).Select(r => Given("moi-egov-5", r[0], decimal.Parse(r[3], CultureInfo.InvariantCulture)));
        var scores = Evaluate([.. given, Given("moi-egov-5.7", "1", null)]);

        scores["moi-egov-5.7"].Score.Should().Be(decimal.Parse(rows[6][3], CultureInfo.InvariantCulture)).And.Be(1);
        var whole = scores["moi-egov-5"];
        whole.Parts.Select(p => p.Earned).Should().Equal(3m, 1.5m, 3m, 2.5m, 2.5m, 2m, 1m);
        whole.Parts.Select(p => p.Earned).Should().Equal(rows.Select(r => (decimal?)decimal.Parse(r[5], CultureInfo.InvariantCulture)));
        ScoreFormulas.Shown(whole.Score!.Value).Should().Be("3.1000");
        whole.Working.En.Should().Be("Σ(W×SM)/ΣW = (1×3 + 0.5×3 + 1×3 + 0.5×5 + 0.5×5 + 0.5×4 + 1×1) / 5 = 15.5 / 5");
    }

    [Fact]
    public void The_whole_indicator_has_no_score_while_an_issue_lacks_its_level_and_says_which()
    {
        var whole = Evaluate([Given("moi-egov-5", "1", 3)])["moi-egov-5"];
        whole.Score.Should().BeNull();
        whole.Missing.Select(m => m.En![0]).Should().Equal('2', '3', '4', '5', '6');
    }

    /// <summary>
    /// The self-assessment prints the score 2.4582 of 5 and neither actual nor target, so 2.4582 ÷ 5 = 0.49164 of the target: 49.164 of 100.
    /// By hand: 5 × min(1, 49.164 / 100) = 5 × 0.49164 = 2.4582.
    /// </summary>
    [Fact]
    public void The_budget_score_is_2_4582()
    {
        var printed = File.ReadAllLines(Path.Combine(Repository.Folder, "datasets", "planning-kpi-2567", "kpis.csv")).Single(l => l.Contains(",2.3,", StringComparison.Ordinal)).Split(',');
        var budget = Evaluate([Given("doh-2.3", "actual", 49.164m), Given("doh-2.3", "target", 100)])["doh-2.3"];
        ScoreFormulas.Shown(budget.Score!.Value).Should().Be("2.4582").And.Be(printed[5]);
        budget.Definition.Full.Should().Be(decimal.Parse(printed[4], CultureInfo.InvariantCulture));
        budget.Working.En.Should().Be("5 × min(1, 49.164 / 100)");
    }

    [Theory]
    [InlineData(98, 98, "5.0000")]
    [InlineData(120, 98, "5.0000")]
    [InlineData(0, 98, "0.0000")]
    [InlineData(1, 3, "1.6667")]
    public void A_budget_spent_beyond_its_target_scores_no_more_than_full(double actual, double target, string score) =>
        ScoreFormulas.Shown(ScoreFormulas.Ratio(5, (decimal)actual, (decimal)target)).Should().Be(score);

    [Fact]
    public void A_target_of_nothing_gives_no_score()
    {
        var budget = Evaluate([Given("doh-2.3", "actual", 1), Given("doh-2.3", "target", 0)])["doh-2.3"];
        budget.Score.Should().BeNull();
        budget.Missing.Should().ContainSingle().Which.En.Should().Contain("above 0");
    }

    [Theory]
    [InlineData("0", "0.2")]
    [InlineData("59.99", "0.2")]
    [InlineData("60", "0.4")]
    [InlineData("69.99", "0.4")]
    [InlineData("70", "0.6")]
    [InlineData("79.99", "0.6")]
    [InlineData("80", "0.8")]
    [InlineData("89.99", "0.8")]
    [InlineData("90", "1")]
    [InlineData("100", "1")]
    public void Plan_performance_falls_into_its_band(string percent, string score) =>
        Evaluate([Given("plan-performance", "percent", Number(percent))])["plan-performance"].Score.Should().Be(Number(score));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0.2")]
    [InlineData(2, "0.4")]
    [InlineData(3, "0.6")]
    [InlineData(4, "0.8")]
    [InlineData(5, "1")]
    [InlineData(12, "1")]
    public void Months_reported_in_time_fall_into_their_band(int months, string score)
    {
        var sent = Enumerable.Range(1, months).Select(m => Given("monthly-reporting", $"month-{m:00}", null, Year.DeadlineOf(m)));
        Evaluate([.. sent])["monthly-reporting"].Score.Should().Be(Number(score));
    }

    [Fact]
    public void A_report_is_due_on_the_10th_of_the_next_month_and_counts_as_none_a_day_later()
    {
        Year.DeadlineOf(10).Should().Be(new DateOnly(2023, 11, 10));
        Year.DeadlineOf(12).Should().Be(new DateOnly(2024, 1, 10));
        Year.DeadlineOf(1).Should().Be(new DateOnly(2024, 2, 10));
        Year.DeadlineOf(9).Should().Be(new DateOnly(2024, 10, 10));
        var scores = Evaluate([Given("monthly-reporting", "month-10", null, new DateOnly(2023, 11, 10)), Given("monthly-reporting", "month-11", null, new DateOnly(2023, 12, 11))]);
        var part = scores["monthly-reporting"].Parts.Single();
        part.Value.Should().Be(1);
        part.Reason.En.Should().Contain("1 months in time, of 2 sent").And.Contain("late: 11 (2023-12-11 > 2023-12-10)").And.Contain("overdue: 12, 01, 02, 03, 04, 05, 06, 07, 08, 09");
    }

    [Theory]
    [InlineData("2023-09-30", 2566)]
    [InlineData("2023-10-01", 2567)]
    [InlineData("2024-09-30", 2567)]
    [InlineData("2024-10-01", 2568)]
    public void A_fiscal_year_begins_on_the_first_of_October(string day, int year) =>
        FiscalYear.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture)).Number.Should().Be(year);

    [Fact]
    public void The_fiscal_year_turns_at_midnight_in_Thailand()
    {
        FiscalYear.Of(new DateTimeOffset(2023, 9, 30, 16, 59, 59, TimeSpan.Zero)).Number.Should().Be(2566);
        FiscalYear.Of(new DateTimeOffset(2023, 9, 30, 17, 0, 0, TimeSpan.Zero)).Number.Should().Be(2567);
    }

    [Fact]
    public void Satisfaction_has_to_be_above_its_target_and_others_at_it()
    {
        var scores = Evaluate([Given("national-figures", "satisfaction", 3.0m), Given("national-figures", "registered-share", 80)]);
        scores["national-figures"].Parts.Single(p => p.Id == "satisfaction").State.Should().Be(PartState.NotMet);
        scores["national-figures"].Parts.Single(p => p.Id == "registered-share").State.Should().Be(PartState.Met);
    }

    [Fact]
    public void The_newest_evidence_counts_and_one_that_takes_back_leaves_nothing()
    {
        Evidence[] given = [Given("plan-performance", "percent", 95), Given("plan-performance", "percent", 65)];
        Evaluate(given)["plan-performance"].Score.Should().Be(0.4m);
        Evaluate([.. given, given[1] with { Withdrawn = true }])["plan-performance"].Score.Should().BeNull();
    }

    private static Dictionary<string, IndicatorScore> Evaluate(IReadOnlyList<Evidence> evidence)
    {
        var facts = new OrganizationFacts(new Organization("moi", new LocalText("กระทรวงมหาดไทย", "Ministry of Interior"), null), ["moi"], [], evidence);
        return new IndicatorEvaluator(facts, Year, Today).Evaluate(IndicatorBook.Of(Year)).ToDictionary(s => s.Definition.Id);
    }

    private static Evidence Given(string indicator, string part, decimal? value, DateOnly? date = null) => new()
    {
        Id = Guid.NewGuid(),
        Organization = "moi",
        Indicator = indicator,
        FiscalYear = 2567,
        Part = part,
        Link = "https://example.org/letter.pdf",
        Date = date ?? new DateOnly(2024, 8, 10),
        Value = value,
        GivenBy = "ผู้ตรวจ",
        Given = new DateTimeOffset(2024, 8, 11, 0, 0, 0, TimeSpan.Zero),
    };

    private static Indicator Find(string id) => IndicatorBook.Of(Year).Single(i => i.Id == id);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
