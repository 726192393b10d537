namespace OpenData.Tests.Rules.Privacy;

public class FormulaInjectionTests
{
    [Theory]
    [InlineData("bad-1.csv", 4)]
    [InlineData("bad-2.csv", 2)]
    [InlineData("good-1.csv", 0)]
    [InlineData("tricky-1.csv", 0)]
    [InlineData("tricky-2.csv", 0)]
    public void Only_text_that_a_spreadsheet_would_run_is_told(string file, long count) =>
        Submitted.CountOf(Submitted.ReportOf(Path.Combine(Submitted.Fixtures, "formula-injection", file)), "formula-injection").Should().Be(count);
}
