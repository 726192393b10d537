using System.Globalization;

namespace OpenData.Schemas;

/// <summary>Reads the minimum or maximum of a column as the dictionary writes it, to see whether it can be one.</summary>
internal static class ColumnBound
{
    /// <summary>True where a column of this type has an order, so that a least and a greatest value mean something.</summary>
    public static bool AppliesTo(ColumnType type) => type is not (ColumnType.Text or ColumnType.Code or ColumnType.Boolean);

    /// <summary>The value to compare, or null where the text is no value of the type in that calendar.</summary>
    public static IComparable? Read(string text, ColumnType type, Calendar calendar)
    {
        var invariant = CultureInfo.InvariantCulture;
        switch (type)
        {
            case ColumnType.Integer:
                return long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var whole) ? whole : null;
            case ColumnType.Number:
                return double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, invariant, out var number) && double.IsFinite(number) ? number : null;
            case ColumnType.Decimal:
                return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, invariant, out var exact) ? exact : null;
            case ColumnType.Year:
                return text.Length == 4 && int.TryParse(text, NumberStyles.None, invariant, out var year) && IsOf(calendar, Values.IsoDates.IsBuddhist(year)) ? year : null;
            case ColumnType.Date:
                return Day(text, calendar);
            case ColumnType.Time:
                return TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], invariant, DateTimeStyles.None, out var time) ? time : null;
            case ColumnType.DateTime:
                return text.Length > 11 && text[10] is 'T' or ' ' && Day(text[..10], calendar) is { } day
                    && DateTimeOffset.TryParse(day.ToString("O", invariant) + "T" + text[11..], invariant, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
            default:
                return null;
        }
    }

    /// <summary>An example of a value of the type, for the remedy.</summary>
    public static string Example(ColumnType type, Calendar calendar) => (type, calendar) switch
    {
        (ColumnType.Integer, _) => "0",
        (ColumnType.Number or ColumnType.Decimal, _) => "0.5",
        (ColumnType.Year, Calendar.Buddhist) => "2567",
        (ColumnType.Year, _) => "2024",
        (ColumnType.Date, Calendar.Buddhist) => "2567-01-31",
        (ColumnType.Date, _) => "2024-01-31",
        (ColumnType.DateTime, Calendar.Buddhist) => "2567-01-31T08:30:00",
        (ColumnType.DateTime, _) => "2024-01-31T08:30:00",
        _ => "08:30",
    };

    private static DateOnly? Day(string text, Calendar calendar) =>
        DocumentFormats.Date(text) is { } date && IsOf(calendar, date.Buddhist) ? date.Day : null;

    private static bool IsOf(Calendar calendar, bool buddhist) => buddhist == (calendar == Calendar.Buddhist);
}
