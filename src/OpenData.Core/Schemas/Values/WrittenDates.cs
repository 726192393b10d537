using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenData.Schemas.Values;

/// <summary>Reads dates as people write them: <c>31/1/2567</c>, <c>6 ก.พ. 67</c>, <c>03-NOV-2010</c>, <c>January 5, 2024</c>.</summary>
internal static partial class WrittenDates
{
    // [0-9] and not the class of all digits: a year in Arabic or full-width digits would match, and then be no number.
    [GeneratedRegex(@"^(?<a>[0-9]{1,4})(?<s>[/\-.])(?<b>[0-9]{1,2})\k<s>(?<c>[0-9]{1,4})(?:[ T,]+(?<t>[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^(?:วันที่\s*)?(?<d>[0-9]{1,2})[\s\-/.]*(?<m>[^0-9\s\-/,]+?)[\s\-/,]*(?:พ\.?\s*ศ\.?|ค\.?\s*ศ\.?)?\s*(?<y>[0-9]{4}|[0-9]{2})(?:[ T,]+(?:เวลา\s*)?(?<t>[0-9]{1,2}[:.][0-9]{2}.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayNameYear();

    [GeneratedRegex(@"^(?<m>[A-Za-z]{3,9})\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<y>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex NameDayYear();

    public static bool TryRead(string text, out CellReading reading)
    {
        reading = default;
        if (Numeric().Match(text) is { Success: true } numeric)
        {
            return TryNumeric(numeric, out reading);
        }

        var named = DayNameYear().Match(text) is { Success: true } dayFirst ? dayFirst : NameDayYear().Match(text);
        if (!named.Success || MonthNames.Find(named.Groups["m"].Value) is not (> 0 and var month))
        {
            return false;
        }

        var shape = char.IsAsciiLetter(named.Groups["m"].ValueSpan[0]) ? Shape.DateNamedMonth : Shape.DateThaiMonth;
        reading = Of(shape, named.Groups["y"].Value, month, Number(named.Groups["d"]));
        return true;
    }

    private static bool TryNumeric(Match match, out CellReading reading)
    {
        reading = default;
        var (first, second, third) = (match.Groups["a"].Value, Number(match.Groups["b"]), match.Groups["c"].Value);
        if (first.Length == 4 && third.Length <= 2)
        {
            reading = Of(Shape.DateYmd, first, second, int.Parse(third, CultureInfo.InvariantCulture));
            return true;
        }

        if (first.Length > 2 || third.Length is not (2 or 4))
        {
            return false;
        }

        var (shape, day, month) = (int.Parse(first, CultureInfo.InvariantCulture), second) switch
        {
            ( > 12, <= 12) and var (d, m) => (Shape.DateDmy, d, m),
            ( <= 12, > 12) and var (m, d) => (Shape.DateMdy, d, m),
            var (d, m) => (Shape.DateAmbiguous, d, m),
        };
        reading = Of(shape, third, month, day);

        // Two short numbers and a third are a date only if such a day exists, and with dots or hyphens only with a whole year: 1.2.34 and 12-34-56 are numbers of something else.
        return third.Length == 4 || (match.Groups["s"].Value == "/" && !reading.Marks.HasFlag(ShapeMarks.Impossible));
    }

    /// <summary>A year of two digits is read as of the Buddhist era from 43 (C.E. 2000 and before is 43 and before only in C.E.), for showing what it may mean.</summary>
    private static CellReading Of(Shape shape, string year, int month, int day)
    {
        var number = int.Parse(year, CultureInfo.InvariantCulture);
        return year.Length == 4
            ? IsoDates.Of(shape, number, month, day)
            : IsoDates.Of(shape, number + (number >= 43 ? 2500 : 2000), month, day) is var reading
                ? reading with { Marks = (reading.Marks & ~ShapeMarks.Buddhist) | ShapeMarks.TwoDigitYear }
                : default;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>True for a written date that goes on with a time of day, which a date alone would lose.</summary>
    internal static bool HasClock(string text) => ClockOf(text).Success;

    /// <summary>A cell with a date as ISO 8601 of the common era, its time of day with it: <c>2024-01-31</c>, <c>2024-01-31T08:30:00</c>.</summary>
    /// <param name="cell">The cell as it stands, read as a date that exists.</param>
    /// <param name="isMonthFirst">True where the month comes first in a date that does not prove it.</param>
    internal static string InIso(string cell, bool isMonthFirst)
    {
        var text = ThaiDigits.ToArabic(Encoding.UTF8.GetString(WhiteSpace.Trim(Encoding.UTF8.GetBytes(cell))));
        var reading = CellReader.Read(text);
        var date = reading.Shape == Shape.DateAmbiguous && isMonthFirst ? new DateOnly(reading.Date.Year, reading.Date.Day, reading.Date.Month) : reading.Date;
        var clock = reading.Shape == Shape.IsoDateTime ? "T" + text[11..] : WrittenClock.InIso(ClockOf(text).Value);
        return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + clock;
    }

    private static Group ClockOf(string text) =>
        Numeric().Match(text).Groups["t"] is { Success: true } clock ? clock : DayNameYear().Match(text).Groups["t"];

    /// <summary>The form in which a date is written, for telling people: <c>YYYY/M/D</c>, <c>D/M/YYYY</c>, ….</summary>
    internal static string FormOf(Shape shape) => shape switch
    {
        Shape.IsoDate => "YYYY-MM-DD",
        Shape.DateYmd => "YYYY/M/D",
        Shape.DateDmy => "D/M/YYYY",
        Shape.DateMdy => "M/D/YYYY",
        Shape.DateAmbiguous => "D/M/YYYY or M/D/YYYY",
        Shape.DateNamedMonth => "D MONTH YYYY",
        Shape.DateThaiMonth => "D MONTH YYYY (Thai)",
        Shape.IsoDateTime => "YYYY-MM-DDThh:mm",
        _ => shape.ToString(),
    };
}
