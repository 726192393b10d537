using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenData.Schemas.Values;

/// <summary>Reads the time of day behind a date, as people write it: <c>8:30</c>, <c>08.30 น.</c>, <c>1:05:09 PM</c>.</summary>
internal static partial class WrittenClock
{
    private const int HalfDay = 12;

    [GeneratedRegex(@"^(?<h>[0-9]{1,2})[:.](?<m>[0-9]{2})(?:[:.](?<s>[0-9]{2}(?:[.,][0-9]+)?))?\s*(?:(?<half>[AaPp])\.?[Mm]\.?)?\s*(?:น\.?|นาฬิกา)?\s*(?<zone>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    /// <summary>The time as ISO 8601 puts it behind a date, <c>T08:30:00</c>; empty where there is none, or none that can be read.</summary>
    public static string InIso(string text)
    {
        if (Clock().Match(text.Trim()) is not { Success: true } match)
        {
            return "";
        }

        var hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        if (match.Groups["half"] is { Success: true } half)
        {
            hour = hour is < 1 or > HalfDay ? -1 : (hour % HalfDay) + (half.Value is "p" or "P" ? HalfDay : 0);
        }

        var seconds = match.Groups["s"].Success ? match.Groups["s"].Value : "00";
        var clock = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{match.Groups["m"].Value}:{seconds}{match.Groups["zone"].Value}");
        return IsoDates.IsClock(Encoding.ASCII.GetBytes(clock)) ? "T" + clock : "";
    }
}
