using System.Globalization;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>Reads a value of a filter as its column's type wants it.</summary>
internal static class ValueText
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private const NumberStyles Fraction = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static readonly string[] Times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    private static readonly string[] DateTimes =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The value of <paramref name="text"/>, or null where it is none of <paramref name="type"/>.</summary>
    public static RowValue? Read(string text, ColumnType type) => type switch
    {
        ColumnType.Integer => Integer(text),
        ColumnType.Year => text.Length == 4 ? Integer(text) : null,
        ColumnType.Number => Number(text),
        ColumnType.Decimal => Decimal(text),
        ColumnType.Boolean => text switch { "true" => RowValue.Of(true), "false" => RowValue.Of(false), _ => null },
        ColumnType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? RowValue.Of(text) : null,
        ColumnType.DateTime => DateTimeOffset.TryParseExact(text, DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? RowValue.Of(text) : null,
        ColumnType.Time => TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? RowValue.Of(text) : null,
        _ => text.Contains('\0', StringComparison.Ordinal) ? null : RowValue.Of(text),
    };

    private static RowValue? Integer(string text) =>
        long.TryParse(text, Whole, CultureInfo.InvariantCulture, out var value) ? RowValue.Of(value) : null;

    private static RowValue? Number(string text) =>
        double.TryParse(text, Fraction | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? RowValue.Of(value)
            : null;

    // Kept by its digits: a decimal of forty digits is a decimal, whatever fits in the machine's own types.
    private static RowValue? Decimal(string text) => JsonNumber.IsDecimal(text) ? RowValue.Of(text) : null;
}
