using System.Globalization;
using OpenData.Schemas.Values;

namespace OpenData.Server.Web.Forms;

/// <summary>Days and years as people type them, in either era, and as the forms keep them: ISO 8601, C.E.</summary>
internal static class WrittenDay
{
    /// <summary>The day as it is kept; what is no day stays as it was typed, to be told.</summary>
    public static string Keep(string typed)
    {
        var text = ThaiDigits.ToArabic(typed.Trim());
        var reading = CellReader.Read(text);
        if (!reading.Shape.IsDate() || (reading.Marks & (ShapeMarks.Impossible | ShapeMarks.TwoDigitYear)) != 0)
        {
            return typed;
        }

        // 3/4/2567 is the third of April to whoever writes it here.
        return reading.Shape == Shape.DateAmbiguous ? DayFirst(text) ?? typed : Iso(reading.Date);
    }

    /// <summary>The year as it is kept; what is no year stays.</summary>
    public static string KeepYear(string typed) =>
        int.TryParse(ThaiDigits.ToArabic(typed.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? Text(IsoDates.IsBuddhist(year) ? year - IsoDates.BuddhistOffset : year)
            : typed;

    /// <summary>The same day or year in the Buddhist era, to be told beside it; null for what is neither.</summary>
    public static string? InBuddhistEra(string kept) =>
        DateOnly.TryParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? $"{Text(day.Day)}/{Text(day.Month)}/{Text(day.Year + IsoDates.BuddhistOffset)}"
        : kept.Length == 4 && int.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && !IsoDates.IsBuddhist(year) ? Text(year + IsoDates.BuddhistOffset)
        : null;

    private static string? DayFirst(string text)
    {
        var parts = text.Split('/', '-', '.');
        if (parts.Length != 3 || !parts.All(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return null;
        }

        var year = int.Parse(parts[2], CultureInfo.InvariantCulture);
        return Iso(new DateOnly(IsoDates.IsBuddhist(year) ? year - IsoDates.BuddhistOffset : year, int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[0], CultureInfo.InvariantCulture)));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
