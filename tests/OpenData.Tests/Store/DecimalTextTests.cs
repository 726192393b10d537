using System.Numerics;
using System.Text;
using OpenData.Store.Sqlite;

namespace OpenData.Tests.Store;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("1.0", "1", 0)]
    [InlineData("-0", "0", 0)]
    [InlineData("+0.00", "-.0", 0)]
    [InlineData("007", "7.000", 0)]
    [InlineData("9", "10", -1)]
    [InlineData("-9", "-10", 1)]
    [InlineData("-1", "0", -1)]
    [InlineData("0.1", "0.09", 1)]
    [InlineData("0.5", "0.50000000000000000000000000000000000000001", -1)]
    [InlineData("99999999999999999999999999999999999999", "100000000000000000000000000000000000000", -1)]
    public void Decimals_compare_by_value_and_not_by_how_they_are_written(string left, string right, int expected)
    {
        Compare(left, right).Should().Be(expected);
        Compare(right, left).Should().Be(-expected);
    }

    [Fact]
    public void Ten_thousand_random_decimals_compare_as_integers_of_any_length_do()
    {
        var dice = new Random(44);
        for (var i = 0; i < 10_000; i++)
        {
            var (left, leftValue) = Throw(dice);
            var (right, rightValue) = Throw(dice);
            Compare(left, right).Should().Be(leftValue.CompareTo(rightValue), "{0} is compared with {1}", left, right);
        }
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-12.50", true)]
    [InlineData(".5", true)]
    [InlineData("5.", true)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData("-", false)]
    [InlineData("1e5", false)]
    [InlineData("1,000", false)]
    [InlineData("1.2.3", false)]
    [InlineData("๑๒", false)]
    public void What_is_no_plain_decimal_number_is_told_apart(string text, bool valid) =>
        DecimalText.IsValid(Encoding.UTF8.GetBytes(text)).Should().Be(valid);

    private static int Compare(string left, string right) =>
        Math.Sign(DecimalText.Compare(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right)));

    /// <summary>A decimal of up to 8 fraction digits, and its value times 10^8.</summary>
    private static (string Text, BigInteger Value) Throw(Random dice)
    {
        var sign = dice.Next(3) switch { 0 => "-", 1 => "+", _ => "" };
        var whole = string.Concat(Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => (char)('0' + dice.Next(3))));
        var fraction = string.Concat(Enumerable.Range(0, dice.Next(9)).Select(_ => (char)('0' + dice.Next(2))));
        var value = BigInteger.Parse(whole + fraction.PadRight(8, '0'), System.Globalization.CultureInfo.InvariantCulture);
        return ($"{sign}{whole}{(fraction.Length > 0 ? "." : "")}{fraction}", sign == "-" ? -value : value);
    }
}
