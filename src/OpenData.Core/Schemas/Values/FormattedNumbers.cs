using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenData.Schemas.Values;

/// <summary>Numbers as people write them: groups of three, decimal commas, parentheses, units, currencies.</summary>
internal static partial class FormattedNumbers
{
    [GeneratedRegex(@"^[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CommaGroups();

    [GeneratedRegex("^[+-]?[1-9][0-9]{0,2}([ \u00A0\u2009\u202F'][0-9]{3})+([.,][0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceGroups();

    [GeneratedRegex(@"^[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+,[0-9]+$|^[+-]?[0-9]+,[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();

    [GeneratedRegex("^\\(\\s*[฿$£€]?\\s*[0-9][0-9,. \u00A0]*\\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesised();

    [GeneratedRegex("^(฿|\\$|£|€|¥|THB|USD|Baht|บาท)\\s*[+-]?[0-9][0-9,. ]*$|^[+-]?[0-9][0-9,. ]*\\s*(%|‰|(?=[/.()]*[\\p{L}°฿$£€²³])[\\p{L}\\p{M}°฿$£€²³/.()]{1,30})$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberWithUnit();

    public static bool TryRead(string text, out CellReading reading)
    {
        reading = default;
        if (CommaGroups().IsMatch(text))
        {
            return Parse(Shape.Thousands, text.Replace(",", "", StringComparison.Ordinal), out reading);
        }

        if (SpaceGroups().IsMatch(text))
        {
            return Parse(Shape.Thousands, string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-')).Replace(',', '.'), out reading);
        }

        if (DecimalComma().IsMatch(text))
        {
            return Parse(Shape.DecimalComma, text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), out reading);
        }

        if (Parenthesised().IsMatch(text))
        {
            return Parse(Shape.Parenthesised, "-" + string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '.')), out reading);
        }

        return false;
    }

    public static bool HasUnit(string text) => NumberWithUnit().IsMatch(text);

    /// <summary>The number that a formatted cell stands for, with a point and no groups; null where it is none.</summary>
    internal static string? Plain(string text)
    {
        var digits = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '+'));
        var plain = DecimalComma().IsMatch(digits) && !CommaGroups().IsMatch(digits)
            ? digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : digits.Replace(",", "", StringComparison.Ordinal);
        plain = plain.TrimEnd('.');
        plain = text.StartsWith('(') ? "-" + plain.TrimStart('-') : plain;
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? plain : null;
    }

    private static bool Parse(Shape shape, string plain, out CellReading reading)
    {
        var isNumber = NumberReader.TryRead(System.Text.Encoding.ASCII.GetBytes(plain.TrimEnd('.')), out reading);
        reading = isNumber ? reading with { Shape = shape } : new CellReading(shape, ShapeMarks.None, 0, 0);
        return true;
    }
}
