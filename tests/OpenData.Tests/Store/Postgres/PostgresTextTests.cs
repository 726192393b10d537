using System.Text;
using OpenData.Store.Postgres;

namespace OpenData.Tests.Store.Postgres;

[Trait("Engine", "PostgreSQL")]
public sealed class PostgresTextTests
{
    [Fact]
    public void Texts_with_NUL_keep_their_order_and_their_parts()
    {
        char[] letters = ['\0', '\u0001', '\u0002', '\u0003', '\u0004', 'a'];
        var texts = (from a in letters from b in letters select $"{a}{b}").Concat(letters.Select(c => $"{c}")).Append("").ToArray();
        foreach (var left in texts)
        {
            var kept = PostgresText.Escape(left);
            kept.Should().NotContain("\0");
            Encoding.UTF8.GetString(PostgresText.Unescape(Encoding.UTF8.GetBytes(kept))).Should().Be(left);
            foreach (var right in texts)
            {
                Math.Sign(string.CompareOrdinal(kept, PostgresText.Escape(right))).Should().Be(Math.Sign(string.CompareOrdinal(left, right)));
                kept.Contains(PostgresText.Escape(right), StringComparison.Ordinal).Should().Be(left.Contains(right, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>The bytes are those that <c>numeric_send</c> of PostgreSQL 15 gives for the same number.</summary>
    [Theory]
    [InlineData("0", "0000000000000000")]
    [InlineData("12.50", "00020000000000020" + "00c1388")]
    [InlineData("-1", "00010000400000000001")]
    [InlineData("0.00010", "0001ffff0000000500" + "01")]
    [InlineData("10000", "00010001000000000001")]
    [InlineData("123456789.000", "000300020000000300010929" + "1a85")]
    public void A_decimal_has_the_binary_form_of_numeric(string text, string hex)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var target = new byte[NumericCell.MostBytes(bytes.Length)];

        Convert.ToHexStringLower(target.AsSpan(0, NumericCell.Write(bytes, target))).Should().Be(hex);
    }
}
