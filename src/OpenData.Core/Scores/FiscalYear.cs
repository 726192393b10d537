namespace OpenData.Scores;

/// <summary>A Thai fiscal year: from 1 October to 30 September, named by the Buddhist year in which it ends.</summary>
/// <param name="Number">The year (B.E.), such as 2567 for 1 October 2023 to 30 September 2024.</param>
public readonly record struct FiscalYear(int Number)
{
    private const int BuddhistOffset = 543;

    /// <summary>Its first day (C.E.).</summary>
    public DateOnly First => new(Number - BuddhistOffset - 1, 10, 1);

    /// <summary>Its last day (C.E.).</summary>
    public DateOnly Last => new(Number - BuddhistOffset, 9, 30);

    /// <summary>The fiscal year of a day.</summary>
    public static FiscalYear Of(DateOnly day) => new(day.Year + BuddhistOffset + (day.Month >= 10 ? 1 : 0));

    /// <summary>The fiscal year of a moment, by the calendar day in Thailand, which has no summer time.</summary>
    public static FiscalYear Of(DateTimeOffset moment) => Of(ThaiDay(moment));

    /// <summary>The calendar day in Thailand.</summary>
    public static DateOnly ThaiDay(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(7)).Date);

    /// <summary>The last day on which the report of a calendar month of this year is in time: the 10th of the month after it.</summary>
    /// <param name="month">1 for January to 12 for December.</param>
    public DateOnly DeadlineOf(int month)
    {
        var year = month >= 10 ? First.Year : Last.Year;
        return new DateOnly(year, month, 10).AddMonths(1);
    }
}
