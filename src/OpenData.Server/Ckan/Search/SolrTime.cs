using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenData.Server.Ckan.Search;

/// <summary>The times of Solr: ISO 8601 in UTC, and sums such as <c>NOW-1DAY/DAY</c>.</summary>
internal static partial class SolrTime
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd", "yyyy-MM", "yyyy",
    ];

    /// <summary>The time, cut to the microsecond; null where the text is none.</summary>
    public static DateTime? Read(string? text, DateTime now)
    {
        if (text is null)
        {
            return null;
        }

        var isNow = text.StartsWith("NOW", StringComparison.Ordinal);
        var end = isNow ? 3 : Sum().Match(text) is { Success: true } found ? found.Index : text.Length;
        var sum = text[end..];
        return (isNow ? now : Fixed(text[..end])) is { } time && Steps().IsMatch(sum) ? Add(time, sum) : null;
    }

    private static DateTime? Fixed(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? CkanTime.Of(time) : null;

    private static DateTime? Add(DateTime time, string sum)
    {
        foreach (Match step in Step().Matches(sum))
        {
            var unit = step.Groups["unit"].Value.TrimEnd('S');
            var amount = step.Groups["n"].Value is { Length: > 0 } n && int.TryParse(n, CultureInfo.InvariantCulture, out var number) ? number : 0;
            try
            {
                time = step.Groups["sign"].Value == "/" ? Floor(time, unit) : Move(time, unit, step.Groups["sign"].Value == "-" ? -amount : amount);
            }
            catch (ArgumentOutOfRangeException)
            {
                return null;
            }
        }

        return time;
    }

    private static DateTime Move(DateTime time, string unit, int by) => unit switch
    {
        "YEAR" => time.AddYears(by),
        "MONTH" => time.AddMonths(by),
        "DAY" or "DATE" => time.AddDays(by),
        "HOUR" => time.AddHours(by),
        "MINUTE" => time.AddMinutes(by),
        _ => time.AddSeconds(by),
    };

    private static DateTime Floor(DateTime time, string unit) => unit switch
    {
        "YEAR" => new DateTime(time.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        "MONTH" => new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc),
        "DAY" or "DATE" => time.Date,
        "HOUR" => time.Date.AddHours(time.Hour),
        "MINUTE" => time.Date.AddHours(time.Hour).AddMinutes(time.Minute),
        _ => new DateTime(time.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc),
    };

    [GeneratedRegex(@"(?<=Z)[+\-/].*$", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(@"^([+\-]\d{1,9}(YEAR|MONTH|DAY|DATE|HOUR|MINUTE|SECOND)S?|/(YEAR|MONTH|DAY|DATE|HOUR|MINUTE|SECOND)S?)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Steps();

    [GeneratedRegex(@"(?<sign>[+\-/])(?<n>\d*)(?<unit>[A-Z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
