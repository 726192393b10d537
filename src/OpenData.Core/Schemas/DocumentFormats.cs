using System.Globalization;
using System.Net.Mail;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace OpenData.Schemas;

/// <summary>
/// The formats that our schemas name. NJsonSchema's own read dates in the calendar of the machine, so a computer
/// set to Thai would take 2024-02-29 for a day of B.E. 2024, which has none.
/// </summary>
internal static class DocumentFormats
{
    /// <summary>From this year on, a year is of the Buddhist era, as in the cells; see <see cref="Values.IsoDates"/>.</summary>
    public const int FirstBuddhistYear = Values.IsoDates.FirstBuddhistYear;

    /// <summary>Years between the Buddhist and the common era.</summary>
    public const int BuddhistOffset = 543;

    public static IFormatValidator[] All { get; } =
    [
        new Format("date", ValidationErrorKind.DateExpected, text => Date(text) is not null),
        new Format("email", ValidationErrorKind.EmailExpected, IsEmail),
        new Format("uri", ValidationErrorKind.UriExpected, IsUrl),
    ];

    /// <summary>A day written YYYY-MM-DD, and whether its year is of the Buddhist era; null where there is no such day.</summary>
    public static (DateOnly Day, bool Buddhist)? Date(string text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day))
        {
            return null;
        }

        return Day(year, month, day);
    }

    /// <summary>The day that D/M/YYYY, D-M-YYYY, YYYY/M/D or a date with a time means, for "did you mean".</summary>
    public static DateOnly? Meant(string text)
    {
        var parts = text.Trim().Split(' ', 'T')[0].Split('/', '-', '.');
        if (parts.Length != 3 || !parts.All(p => p.Length is > 0 and <= 4 && p.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var numbers = parts.Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0].Length == 4 ? Day(numbers[0], numbers[1], numbers[2]) : Day(numbers[2], numbers[1], numbers[0]))?.Day;
    }

    private static (DateOnly Day, bool Buddhist)? Day(int year, int month, int day)
    {
        var buddhist = Values.IsoDates.IsBuddhist(year);
        var common = buddhist ? year - BuddhistOffset : year;
        return common is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(common, month)
            ? (new DateOnly(common, month, day), buddhist)
            : null;
    }

    private static bool IsEmail(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    private static bool IsUrl(string text) =>
        // Only these two: a link javascript:… on our pages would run in the reader's browser.
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private sealed class Format(string name, ValidationErrorKind fault, Func<string, bool> isValid) : IFormatValidator
    {
        string IFormatValidator.Format => name;

        public ValidationErrorKind ValidationErrorKind => fault;

        public bool IsValid(string value, JTokenType tokenType) => isValid(value);
    }
}
