using System.Globalization;
using System.Text;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Tests.Schemas.Values;

/// <summary>What a cell looks like, as an officer wrote it.</summary>
public sealed class CellReaderTests
{
    [Theory]
    [InlineData("-9999", ShapeMarks.Sentinel)]
    [InlineData("-9999.00", ShapeMarks.Sentinel)]
    [InlineData(" -999 ", ShapeMarks.Sentinel | ShapeMarks.Spaces)]
    [InlineData("-99999.0", ShapeMarks.Sentinel)]
    [InlineData("-9999.5", ShapeMarks.None)]
    [InlineData("-9998", ShapeMarks.None)]
    [InlineData("-999999", ShapeMarks.None)]
    [InlineData("9999", ShapeMarks.None)]
    public void A_number_that_stands_for_no_value_is_marked(string cell, ShapeMarks marks) => CellReader.Read(cell).Marks.Should().Be(marks);

    [Theory]
    [InlineData("", Shape.Empty)]
    [InlineData("  \u00A0\u200B\t", Shape.Empty)]
    [InlineData("0", Shape.Integer)]
    [InlineData("-12", Shape.Integer)]
    [InlineData("+12", Shape.Integer)]
    [InlineData("9223372036854775807", Shape.Integer)]
    [InlineData("-9223372036854775808", Shape.Integer)]
    [InlineData("9223372036854775808", Shape.BigInteger)]
    [InlineData("01", Shape.LeadingZero)]
    [InlineData("-007", Shape.LeadingZero)]
    [InlineData("0000000000000000000000000000000000001", Shape.LeadingZero)]
    [InlineData("0009999999999999999999999", Shape.BigInteger)]
    [InlineData("1.50", Shape.Decimal)]
    [InlineData(".5", Shape.Decimal)]
    [InlineData("5.", Shape.Text)]
    [InlineData("1e5", Shape.Exponent)]
    [InlineData("1.2E-03", Shape.Exponent)]
    [InlineData("1e999", Shape.Text)]
    [InlineData("1,234", Shape.Thousands)]
    [InlineData("-1,234,567.89", Shape.Thousands)]
    [InlineData("1 234,50", Shape.Thousands)]
    [InlineData("1\u00A0234", Shape.Thousands)]
    [InlineData("053 123 456", Shape.Text)]
    [InlineData("1,5", Shape.DecimalComma)]
    [InlineData("1.234,5", Shape.DecimalComma)]
    [InlineData("12,34,567", Shape.Text)]
    [InlineData("(1,234)", Shape.Parenthesised)]
    [InlineData("12 คน", Shape.WithUnit)]
    [InlineData("45%", Shape.WithUnit)]
    [InlineData("฿300", Shape.WithUnit)]
    [InlineData("$1,200.50", Shape.WithUnit)]
    [InlineData("33g", Shape.WithUnit)]
    [InlineData("1.", Shape.Text)]
    [InlineData("2)", Shape.Text)]
    [InlineData("12.5 กก.", Shape.WithUnit)]
    [InlineData("5 กก./ไร่", Shape.WithUnit)]
    [InlineData("true", Shape.Boolean)]
    [InlineData("ใช่", Shape.Boolean)]
    [InlineData("ไม่ใช่", Shape.Boolean)]
    [InlineData("Y", Shape.Boolean)]
    [InlineData("-", Shape.Placeholder)]
    [InlineData("N/A", Shape.Placeholder)]
    [InlineData("ไม่มีข้อมูล", Shape.Placeholder)]
    [InlineData("(ไม่มีข้อมูล)", Shape.Placeholder)]
    [InlineData("null", Shape.Placeholder)]
    [InlineData("#DIV/0!", Shape.Placeholder)]
    [InlineData("Nan", Shape.MissingWord)]
    [InlineData("NAN", Shape.MissingWord)]
    [InlineData("None", Shape.MissingWord)]
    [InlineData("ไม่ระบุ", Shape.MissingWord)]
    [InlineData("น่าน", Shape.Text)]
    [InlineData("2024-01-31", Shape.IsoDate)]
    [InlineData("2024-01-31T10:00", Shape.IsoDateTime)]
    [InlineData("2024-01-31 10:00:30.123", Shape.IsoDateTime)]
    [InlineData("2024-01-31T10:00:30Z", Shape.IsoDateTime)]
    [InlineData("2024-01-31T10:00:30+07:00", Shape.IsoDateTime)]
    [InlineData("2024-01-31T24:00:00", Shape.IsoDateTime)]
    [InlineData("2024-01-31T24:30", Shape.DateYmd)]
    [InlineData("2024-01-31T10:00+99:99", Shape.DateYmd)]
    [InlineData("10:30", Shape.Time)]
    [InlineData("23:59:59", Shape.Time)]
    [InlineData("24:00", Shape.Time)]
    [InlineData("24:01", Shape.Text)]
    [InlineData("25:00", Shape.Text)]
    [InlineData("10:00+07", Shape.Text)]
    [InlineData("2024/1/31", Shape.DateYmd)]
    [InlineData("31/1/2024", Shape.DateDmy)]
    [InlineData("1/31/2024", Shape.DateMdy)]
    [InlineData("3/4/2024", Shape.DateAmbiguous)]
    [InlineData("03-NOV-2010", Shape.DateNamedMonth)]
    [InlineData("January 5, 2024", Shape.DateNamedMonth)]
    [InlineData("1٢/3/2024", Shape.Text)]
    [InlineData("6 ก.พ. ２５６７", Shape.Text)]
    [InlineData("1٢٣,٤٥٦", Shape.Text)]
    [InlineData("192.168.1.1", Shape.Text)]
    [InlineData("\u0001\u0002", Shape.Text)]
    public void A_cell_is_what_it_looks_like(string cell, Shape shape) => Read(cell).Shape.Should().Be(shape);

    [Theory]
    [InlineData("๖ ก.พ. ๒๕๖๗", "2024-02-06", ShapeMarks.Buddhist | ShapeMarks.ThaiDigits)]
    [InlineData("6/2/67", "2024-02-06", ShapeMarks.TwoDigitYear)]
    [InlineData("6/2/24", "2024-02-06", ShapeMarks.TwoDigitYear)]
    [InlineData("6 กุมภาพันธ์ พ.ศ. 2567", "2024-02-06", ShapeMarks.Buddhist)]
    [InlineData("6 กุมภาพันธ์ 2567", "2024-02-06", ShapeMarks.Buddhist)]
    [InlineData("6กพ2567", "2024-02-06", ShapeMarks.Buddhist)]
    [InlineData("วันที่ 6 กุมภาพันธ์ 2567", "2024-02-06", ShapeMarks.Buddhist)]
    [InlineData("6 ก.พ. 67", "2024-02-06", ShapeMarks.TwoDigitYear)]
    [InlineData("06-Feb-2024", "2024-02-06", ShapeMarks.None)]
    [InlineData("6 September 2024", "2024-09-06", ShapeMarks.None)]
    [InlineData("31/1/2567", "2024-01-31", ShapeMarks.Buddhist)]
    [InlineData("2567-01-31", "2024-01-31", ShapeMarks.Buddhist)]
    [InlineData("2567/1/31", "2024-01-31", ShapeMarks.Buddhist)]
    [InlineData("2567-02-29", "2024-02-29", ShapeMarks.Buddhist)]
    [InlineData("29/02/2567", "2024-02-29", ShapeMarks.Buddhist)]
    [InlineData("2400-01-01", "1857-01-01", ShapeMarks.Buddhist)]
    [InlineData("2643-12-31", "2100-12-31", ShapeMarks.Buddhist)]
    [InlineData("2399-12-31", "2399-12-31", ShapeMarks.None)]
    [InlineData("9999-12-31", "9999-12-31", ShapeMarks.None)]
    [InlineData("\u00A0 2024-02-29\u200B", "2024-02-29", ShapeMarks.Spaces)]
    [InlineData("12 ธ.ค. 2566", "2023-12-12", ShapeMarks.Buddhist)]
    [InlineData("1 เม.ย. 2566", "2023-04-01", ShapeMarks.Buddhist)]
    public void A_date_is_the_day_that_is_meant(string cell, string day, ShapeMarks marks)
    {
        var reading = Read(cell);
        (reading.Shape.IsDate(), reading.Marks).Should().Be((true, marks));
        reading.Date.Should().Be(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2024-02-31")]
    [InlineData("2023-02-29")]
    [InlineData("2566-02-29")]
    [InlineData("2443-02-29")]
    [InlineData("31/02/2567")]
    [InlineData("31 ก.พ. 2567")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-10")]
    [InlineData("31/4/2024")]
    [InlineData("0000-01-01")]
    public void A_day_that_no_calendar_has_is_impossible(string cell)
    {
        var reading = Read(cell);
        reading.Shape.IsDate().Should().BeTrue();
        reading.Marks.Should().HaveFlag(ShapeMarks.Impossible);
    }

    [Fact]
    public void Every_Thai_and_English_month_is_known_by_its_names()
    {
        // Written out by hand from the Royal Society's list of abbreviations.
        string[] thai = ["มกราคม ม.ค.", "กุมภาพันธ์ ก.พ.", "มีนาคม มี.ค.", "เมษายน เม.ย.", "พฤษภาคม พ.ค.", "มิถุนายน มิ.ย.", "กรกฎาคม ก.ค.", "สิงหาคม ส.ค.", "กันยายน ก.ย.", "ตุลาคม ต.ค.", "พฤศจิกายน พ.ย.", "ธันวาคม ธ.ค."];
        var english = CultureInfo.InvariantCulture.DateTimeFormat;
        for (var month = 1; month <= 12; month++)
        {
            foreach (var name in thai[month - 1].Split(' ').Append(english.GetMonthName(month)).Append(english.GetAbbreviatedMonthName(month)))
            {
                Read($"5 {name} 2567").Date.Should().Be(new DateOnly(2024, month, 5), name);
                Read($"5-{name}-2024").Date.Should().Be(new DateOnly(2024, month, 5), name);
            }
        }
    }

    [Fact]
    public void Cells_of_any_length_are_read()
    {
        Read(new string('9', 10_000)).Shape.Should().Be(Shape.Text);
        Read(new string('9', 300)).Shape.Should().Be(Shape.BigInteger);
        Read("0." + new string('3', 5000)).Shape.Should().Be(Shape.Decimal);
        Read(new string(' ', 5000) + "1").Should().Be(Read("1").With(ShapeMarks.Spaces));
        Read(new string('ก', 100_000)).Shape.Should().Be(Shape.Text);
    }

    [Fact]
    public void Random_numbers_are_read_as_the_framework_reads_them()
    {
        var random = new Random(1);
        for (var i = 0; i < 50_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 15)).Select(_ => "0123456789.-+e"[random.Next(14)])]);
            var isDecimal = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var expected) && !text.EndsWith('.');
            var reading = Read(text);
            if (isDecimal)
            {
                reading.Shape.IsPlainNumber().Should().BeTrue(text);
                reading.Number.Should().Be((double)expected, text);
            }
            else if (reading.Shape.IsPlainNumber())
            {
                (reading.Shape, double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)).Should().Be((Shape.Exponent, true), text);
            }
        }
    }

    [Fact]
    public void Random_days_are_read_as_the_framework_reads_them()
    {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++)
        {
            var (year, month, day) = (random.Next(1858, 2101), random.Next(0, 15), random.Next(0, 34));
            var exists = DateTime.TryParseExact($"{year:0000}-{month:00}-{day:00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expected);
            var era = random.Next(2) * 543;
            foreach (var text in (string[])[$"{year + era:0000}-{month:00}-{day:00}", $"{day}/{month}/{year + era}", $"{year + era}/{month}/{day}"])
            {
                var isBuddhist = year + era >= 2400;
                var reading = Read(text);
                if (era > 0 != isBuddhist || reading.Shape == Shape.DateMdy)
                {
                    continue;
                }

                reading.Marks.HasFlag(ShapeMarks.Impossible).Should().Be(!exists, text);
                if (exists)
                {
                    reading.Date.Should().Be(DateOnly.FromDateTime(expected), text);
                }
            }
        }
    }

    [Fact]
    public void White_space_is_trimmed_as_a_slow_reference_trims_it()
    {
        char[] white = [' ', '\t', '\n', '\u000B', '\f', '\r', '\u00A0', '\u2003', '\u200B', '\u200D', '\u202F', '\u205F', '\u2060', '\u3000', '\uFEFF'];
        char[] all = [.. white, 'a', 'ก', 'é', 'à', 'ã', 'ー', '€', '“', '\u00BF', 'ø', '\u2030'];
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => all[random.Next(all.Length)])]);
            Encoding.UTF8.GetString(WhiteSpace.Trim(Encoding.UTF8.GetBytes(text))).Should().Be(text.Trim(white));
        }
    }

    private static CellReading Read(string cell) => CellReader.Read(Encoding.UTF8.GetBytes(cell));
}
