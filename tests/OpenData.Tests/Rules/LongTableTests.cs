using System.Globalization;
using System.Text;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Rules;

/// <summary>
/// Tables long enough for what spares the checker looks: codes that come again and again, numbers between known good ones. What is sown
/// late, among thousands of good cells of its kind, is counted as an obvious recount counts it.
/// </summary>
public sealed class LongTableTests
{
    private const int Rows = 12_000;

    private static readonly DataDictionary Dictionary = Checked.Dictionary(
        """
        { "name": "id", "type": "text", "description": "ก" },
        { "name": "kind", "type": "code", "description": "ก", "pattern": "[A-Z][0-9]" },
        { "name": "amount", "type": "integer", "description": "ก", "minimum": -500, "maximum": 90000 },
        { "name": "rate", "type": "decimal", "description": "ก", "minimum": 0.25, "maximum": 99.5 },
        { "name": "year", "type": "year", "description": "ก" },
        { "name": "contact", "type": "text", "description": "ก", "maxLength": 20 }
        """);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_is_sown_late_is_counted_as_by_hand(int seed)
    {
        var rows = Sown(new Random(seed));
        var text = "id,kind,amount,rate,year,contact\n" + string.Concat(rows.Select(r => string.Join(',', r) + "\n"));

        var report = Checked.ReportOf(text, Dictionary);

        Checked.CountOf(report, "pattern-mismatch").Should().Be(rows.Count(r => r[1].Trim() is not ([>= 'A' and <= 'Z', >= '0' and <= '9'])));
        Checked.CountOf(report, "out-of-range").Should().Be(Numbers(rows, 2).Count(n => n is < -500 or > 90000) + Numbers(rows, 3).Count(n => n is < 0.25m or > 99.5m));
        Checked.CountOf(report, "type-error").Should().Be(rows.Count(r => !long.TryParse(r[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)));
        Checked.CountOf(report, "too-long").Should().Be(rows.Count(r => r[5].Length > 20));
        Checked.CountOf(report, "trailing-spaces").Should().Be(rows.Count(r => r[1] != r[1].Trim()));
        report.Columns[2].Values.Should().Be(rows.Count);
        (report.Columns[2].Min, report.Columns[2].Max).Should().Be((Least(rows, 2), Greatest(rows, 2)));
        (report.Columns[3].Min, report.Columns[3].Max).Should().Be((Least(rows, 3), Greatest(rows, 3)));
        report.Columns[5].Empty.Should().Be(rows.Count(r => r[5].Length == 0));
    }

    [Fact]
    public void An_id_and_a_telephone_number_among_thousands_of_short_numbers_are_found()
    {
        var text = new StringBuilder("no,number\n");
        for (var i = 0; i < Rows; i++)
        {
            // Ids with a right check digit, and a number as telephones write it, both between greater and lesser ones.
            var number = i switch { < 3000 => 10 + i, < 3020 => Id(i), 3020 => 9_999_999_999_999, _ => i % 2 == 0 ? Id(i) : 1_000_000_000_000 - i };
            text.Append(CultureInfo.InvariantCulture, $"r{i},{number}\n");
        }

        var report = Checked.ReportOf(text.ToString());

        Checked.CountOf(report, "personal-data").Should().Be(20 + ((Rows - 3021) / 2) + 0);
    }

    [Fact]
    public void Numbers_that_begin_with_a_plus_are_looked_at_however_many_others_there_were()
    {
        var text = "no,number\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"r{i},{(i == 0 ? 99_999_999_999 : i)}\n")) + "x,+66812345678\n";

        Checked.CountOf(Checked.ReportOf(text), "personal-data").Should().Be(1);
    }

    private static List<string[]> Sown(Random random)
    {
        var rows = new List<string[]>();
        for (var i = 0; i < Rows; i++)
        {
            var scale = random.Next(1, 4);
            string[] row =
            [
                $"r{i}",
                $"{(char)('A' + random.Next(5))}{random.Next(4)}",
                random.Next(0, 90_000).ToString(CultureInfo.InvariantCulture),
                Math.Round(0.25m + ((decimal)random.NextDouble() * 99), scale).ToString("F" + scale, CultureInfo.InvariantCulture),
                (2000 + random.Next(20)).ToString(CultureInfo.InvariantCulture),
                random.Next(3) == 0 ? "" : "คำ" + random.Next(30),
            ];
            switch (i > Rows / 2 ? random.Next(40) : -1)
            {
                case 0: row[1] = (string[])["a1", "A12", "A", "Z9 ", " B2"] is var codes ? codes[random.Next(5)] : ""; break;
                case 1: row[2] = (string[])["90001", "-501", "-500", "90000", "-1", "ผิด"] is var bad ? bad[random.Next(6)] : ""; break;
                case 2: row[3] = (string[])["0.24", "0.25", "99.50", "99.51", "99.500001", "0.2", "100", "0"] is var far ? far[random.Next(8)] : ""; break;
                case 3: row[5] = new string('ก', random.Next(18, 24)); break;
            }

            rows.Add(row);
        }

        return rows;
    }

    private static IEnumerable<decimal> Numbers(List<string[]> rows, int column) =>
        rows.Select(r => decimal.TryParse(r[column], CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null).OfType<decimal>();

    private static string Least(List<string[]> rows, int column) => rows.Select(r => r[column]).Where(c => decimal.TryParse(c, CultureInfo.InvariantCulture, out _)).MinBy(c => decimal.Parse(c, CultureInfo.InvariantCulture))!;

    private static string Greatest(List<string[]> rows, int column) => rows.Select(r => r[column]).Where(c => decimal.TryParse(c, CultureInfo.InvariantCulture, out _)).MaxBy(c => decimal.Parse(c, CultureInfo.InvariantCulture))!;

    /// <summary>A made-up id whose last digit is what the law of the number asks for: (11 − Σ dᵢ·(14 − i) mod 11) mod 10.</summary>
    private static long Id(int i)
    {
        var digits = $"{1 + (i % 8)}{i * 7919L % 100_000_000_000:00000000000}";
        var sum = digits.Select((d, at) => (d - '0') * (13 - at)).Sum();
        return long.Parse(digits, CultureInfo.InvariantCulture) * 10 + ((11 - (sum % 11)) % 10);
    }
}
