using System.Text;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Tests.Schemas.Values;

/// <summary>What the store keeps of a cell that a check has accepted.</summary>
public sealed class CellConverterTests
{
    [Theory]
    [InlineData(ColumnType.Integer, " 12 ", 12)]
    [InlineData(ColumnType.Integer, "+12", 12)]
    [InlineData(ColumnType.Integer, "-007", -7)]
    [InlineData(ColumnType.Integer, "0000000000000000000000000000000000001", 1)]
    [InlineData(ColumnType.Integer, "-9223372036854775808", long.MinValue)]
    [InlineData(ColumnType.Boolean, "ใช่", 1)]
    [InlineData(ColumnType.Boolean, "FALSE", 0)]
    [InlineData(ColumnType.Boolean, "1", 1)]
    [InlineData(ColumnType.Year, "2024", 2024)]
    public void Whole_numbers_and_answers_are_kept_as_integers(ColumnType type, string cell, long value)
    {
        var kept = CellConverter.Convert(Encoding.UTF8.GetBytes(cell), Column(type));
        (kept.Kind, kept.Integer).Should().Be((ConvertedKind.Integer, value));
    }

    [Theory]
    [InlineData(ColumnType.Decimal, "+1.50", "1.50")]
    [InlineData(ColumnType.Decimal, "-.5", "-0.5")]
    [InlineData(ColumnType.Decimal, "007.10", "7.10")]
    [InlineData(ColumnType.Decimal, "000", "0")]
    [InlineData(ColumnType.Decimal, "0.00", "0.00")]
    [InlineData(ColumnType.Decimal, " 12345678901234567890.123456789012345678901 ", "12345678901234567890.123456789012345678901")]
    [InlineData(ColumnType.Text, " ก ", " ก ")]
    [InlineData(ColumnType.Code, "007", "007")]
    [InlineData(ColumnType.Date, " 2024-02-29", "2024-02-29")]
    [InlineData(ColumnType.DateTime, "2024-02-29 10:30:00+07:00", "2024-02-29T10:30:00+07:00")]
    [InlineData(ColumnType.DateTime, "2024-02-29t10:30", "2024-02-29T10:30")]
    [InlineData(ColumnType.Time, "10:30", "10:30")]
    public void Other_values_are_kept_as_text_in_one_form(ColumnType type, string cell, string value) => TextOf(cell, Column(type)).Should().Be(value);

    [Theory]
    [InlineData(ColumnType.Date, "2567-02-29", "2024-02-29")]
    [InlineData(ColumnType.DateTime, "2567-02-29 10:30", "2024-02-29T10:30")]
    public void Dates_of_the_Buddhist_era_are_kept_as_of_the_common_era(ColumnType type, string cell, string value) =>
        TextOf(cell, Column(type, Calendar.Buddhist)).Should().Be(value);

    [Fact]
    public void A_Buddhist_year_is_kept_as_a_common_one() =>
        CellConverter.Convert("2567"u8, Column(ColumnType.Year, Calendar.Buddhist)).Integer.Should().Be(2024);

    [Theory]
    [InlineData(ColumnType.Integer, Calendar.Gregorian, "1,234")]
    [InlineData(ColumnType.Integer, Calendar.Gregorian, "9999999999999999999999")]
    [InlineData(ColumnType.Integer, Calendar.Gregorian, "0009999999999999999999999")]
    [InlineData(ColumnType.Number, Calendar.Gregorian, "1e999")]
    [InlineData(ColumnType.Decimal, Calendar.Gregorian, "1e5")]
    [InlineData(ColumnType.Year, Calendar.Buddhist, "2024")]
    [InlineData(ColumnType.Date, Calendar.Gregorian, "2567-02-28")]
    [InlineData(ColumnType.Date, Calendar.Buddhist, "2024-02-28")]
    [InlineData(ColumnType.Date, Calendar.Gregorian, "2024-02-30")]
    [InlineData(ColumnType.Boolean, Calendar.Gregorian, "2")]
    [InlineData(ColumnType.Text, Calendar.Gregorian, " \u00A0")]
    [InlineData(ColumnType.Integer, Calendar.Gregorian, "")]
    public void What_is_no_value_of_the_type_is_missing(ColumnType type, Calendar calendar, string cell) =>
        CellConverter.Convert(Encoding.UTF8.GetBytes(cell), Column(type, calendar)).Kind.Should().Be(ConvertedKind.Missing);

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("1e3", 1000)]
    [InlineData("9999999999999999999999", 1e22)]
    public void Numbers_are_kept_as_floats(string cell, double value) => CellConverter.Convert(Encoding.UTF8.GetBytes(cell), Column(ColumnType.Number)).Float.Should().Be(value);

    private static string TextOf(string cell, DictionaryColumn column)
    {
        var kept = CellConverter.Convert(Encoding.UTF8.GetBytes(cell), column);
        kept.Kind.Should().Be(ConvertedKind.Text);
        return Encoding.UTF8.GetString(kept.Text);
    }

    private static DictionaryColumn Column(ColumnType type, Calendar calendar = Calendar.Gregorian) => new() { Name = "a", Header = "a", Type = type, Calendar = calendar };
}
