using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Scanning;

/// <summary>Tells the type of a column from the shapes of all its values.</summary>
internal static class TypeInference
{
    /// <summary>A longer text in capitals is a word.</summary>
    private const int LongestCode = 8;

    private static readonly string[] YearWords = ["year", "yr", "ปี", "พ.ศ", "ค.ศ"];

    /// <summary>Sets the type of a column that no dictionary describes.</summary>
    /// <param name="column">The column, complete.</param>
    /// <param name="threshold">The share of its values that must agree.</param>
    public static void Infer(ColumnProfile column, double threshold)
    {
        var values = column.Values - column.CountOf(Shape.Placeholder) - column.CountOf(Shape.MissingWord);
        if (values == 0)
        {
            column.Type = ColumnType.Text;
            return;
        }

        var needed = values * threshold;
        var numeric = column.CountOf(s => s.IsNumeric()) - (HasCodesLikeUnits(column) ? column.CountOf(Shape.WithUnit) : 0);
        var (dates, dateTimes) = DottedNumbers.Are(column) ? (0, 0) : (column.CountOf(s => s.IsDate()), column.CountOf(Shape.IsoDateTime));
        column.MixesDatesAndTimes = dates < needed && dateTimes < needed && dates + dateTimes >= needed;
        column.Type = dates >= needed || (column.MixesDatesAndTimes && dates >= dateTimes) ? ColumnType.Date
            : dateTimes >= needed || column.MixesDatesAndTimes ? ColumnType.DateTime
            : column.CountOf(Shape.Time) >= needed ? ColumnType.Time
            : column.CountOf(Shape.Boolean) >= needed ? ColumnType.Boolean
            : numeric >= needed && !IsNumberedInBrackets(column) ? NumericType(column, values, threshold)
            : ColumnType.Text;
        column.IsMixed = column.Type == ColumnType.Text && numeric * 2 >= values && AreWords(column);
    }

    private static ColumnType NumericType(ColumnProfile column, long values, double threshold)
    {
        // Codes keep their leading zeros: such a column is text however many of its values have none.
        if (column.CountOf(Shape.LeadingZero) > 0 || HasLetterCodes(column))
        {
            return ColumnType.Code;
        }

        if (column.CountOf(Shape.Exponent) > 0)
        {
            return ColumnType.Number;
        }

        // One value with a fraction makes a column of fractions: 41.21 among whole percentages is no slip.
        if (column.CountOf(Shape.Decimal) + column.CountOf(Shape.BigInteger) > 0 || column.CountOf(Shape.Integer) < values * threshold)
        {
            return ColumnType.Decimal;
        }

        return IsYear(column) ? ColumnType.Year : ColumnType.Integer;
    }

    /// <summary>A column of four-digit numbers between 1900 and 2100, or 2400 and 2643, whose header speaks of years.</summary>
    private static bool IsYear(ColumnProfile column) =>
        Array.Exists(YearWords, w => column.Header.Contains(w, StringComparison.OrdinalIgnoreCase))
        && long.TryParse(column.Least, out var least)
        && long.TryParse(column.Greatest, out var greatest)
        && ((least >= 1900 && greatest <= 2100) || (least >= IsoDates.FirstBuddhistYear && greatest <= 2643));

    /// <summary>One column has one unit, or a few: more different endings are parts of codes such as 1A, 2B, 3C.</summary>
    private static bool HasCodesLikeUnits(ColumnProfile column) =>
        column.Tallies().Where(t => t.Shape == Shape.WithUnit).SelectMany(t => t.Tally.Samples).Select(s => s.Value.TrimStart("0123456789+-., ".ToCharArray())).Distinct().Take(4).Count() > 3
        || column.Tallies().Where(t => t.Shape == Shape.WithUnit).SelectMany(t => t.Tally.Samples).Take(20).All(s => s.Value is [.., >= 'A' and <= 'Z'] && s.Value[..^1].All(char.IsAsciiDigit));

    /// <summary>Where the header speaks of a code, CPO among 1203 and 1204 is one too, and no slip.</summary>
    private static bool HasLetterCodes(ColumnProfile column)
    {
        var texts = column.Tallies().Where(t => t.Shape == Shape.Text).SelectMany(t => t.Tally.Samples.Take(CheckLimits.Keep)).Select(s => s.Value.Trim()).ToList();
        return texts.Count > 0 && HeaderWords.SpeakOfCodes(column.Header) && texts.All(t => t.Length <= LongestCode && t.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'));
    }

    /// <summary>A column of nothing but (1), (2), (3) is a numbering: an accountant's column has numbers without brackets too, or with a fraction.</summary>
    private static bool IsNumberedInBrackets(ColumnProfile column) =>
        column.CountOf(Shape.Parenthesised) is > 0 and var bracketed
        && bracketed == column.CountOf(s => s.IsNumeric())
        && column.Tallies().Where(t => t.Shape == Shape.Parenthesised).SelectMany(t => t.Tally.Samples.Take(CheckLimits.Keep)).All(s => s.Value.Trim().Length <= "(999)".Length && s.Value.Count(char.IsDigit) == s.Value.Trim().Length - 2);

    /// <summary>True where the texts among the numbers are words, not codes that happen to hold digits.</summary>
    private static bool AreWords(ColumnProfile column)
    {
        var texts = column.Tallies().Where(t => t.Shape is Shape.Text or Shape.Boolean).SelectMany(t => t.Tally.Samples).ToList();
        return texts.Count == 0 || texts.Count(t => !t.Value.Any(char.IsDigit)) * 2 >= texts.Count;
    }
}
