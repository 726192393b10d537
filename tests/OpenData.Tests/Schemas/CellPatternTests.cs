using System.Text.RegularExpressions;
using OpenData.Schemas;

namespace OpenData.Tests.Schemas;

public class CellPatternTests
{
    [Theory]
    [InlineData("[0-9]{5}", true)]
    [InlineData("[A-Z]{2}[0-9]{4}", true)]
    [InlineData("TH-[0-9]+", true)]
    [InlineData("[ก-๙ ]*", true)]
    [InlineData("[0-9]+[0-9]+", false)]
    [InlineData("[0-9]{2,5}", false)]
    [InlineData("[0-9]{100}", false)]
    [InlineData("(a|b)", false)]
    [InlineData("a|b", false)]
    [InlineData(@"\d{5}", false)]
    [InlineData("a{", false)]
    public void A_pattern_is_plain_where_no_value_can_make_it_slow(string pattern, bool isPlain) => CellPattern.IsPlain(pattern).Should().Be(isPlain);

    [Theory]
    [InlineData("[0-9]{5}")]
    [InlineData("[A-Z]{2}[0-9]{4}")]
    [InlineData("TH-[0-9]+")]
    [InlineData("[ก-๙ ]*")]
    [InlineData("^[0-9]{2}$")]
    [InlineData("x?[a-c].")]
    [InlineData("")]
    public void Both_engines_say_the_same_of_a_plain_pattern(string pattern)
    {
        CellPattern.IsPlain(pattern).Should().BeTrue();
        var (plain, slow) = (CellPattern.ReadWhole(pattern), new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
        var random = new Random(3);
        const string Signs = "0129AZabcxT H-กย๙\n.";
        for (var i = 0; i < 5_000; i++)
        {
            var text = random.Next(3) == 0 ? "" : string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Signs[random.Next(Signs.Length)]));
            text = random.Next(4) switch { 0 => "TH-" + text, 1 => random.Next(100_000).ToString("00000", null), 2 => "AB" + random.Next(10_000), _ => text };
            plain.IsMatch(text).Should().Be(slow.IsMatch(text), text);
        }
    }

    [Theory]
    [InlineData("(a+)+b")]
    [InlineData("a*a*a*a*a*b")]
    public void A_pattern_that_would_take_for_ever_does_not(string pattern)
    {
        var read = CellPattern.ReadWhole(pattern);

        read.Options.Should().HaveFlag(RegexOptions.NonBacktracking);
        read.IsMatch(new string('a', 100_000)).Should().BeFalse();
    }
}
