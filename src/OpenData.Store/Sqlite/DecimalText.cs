namespace OpenData.Store.Sqlite;

/// <summary>Decimal numbers of any length, compared as they are written in UTF-8 digits; nothing is rounded.</summary>
internal static class DecimalText
{
    /// <summary>The name under which SQLite knows <see cref="Compare"/>.</summary>
    public const string Collation = "decimal";

    /// <summary>True for an optional sign, digits, and optionally a point with digits; one digit at least.</summary>
    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        var digits = Unsigned(text);
        var point = digits.IndexOf((byte)'.');
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        var whole = point < 0 ? digits : digits[..point];
        return whole.Length + fraction.Length > 0
            && !whole.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && !fraction.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    /// <summary>Less than 0, 0 or more than 0, as <paramref name="left"/> is less than, equal to or more than <paramref name="right"/>.</summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var leftSign = Split(left, out var leftWhole, out var leftFraction);
        var rightSign = Split(right, out var rightWhole, out var rightFraction);
        if (leftSign != rightSign)
        {
            return leftSign.CompareTo(rightSign);
        }

        // Without zeros before and after, the longer whole part is the greater, and fractions order as texts do.
        var order = leftWhole.Length.CompareTo(rightWhole.Length);
        if (order == 0)
        {
            order = leftWhole.SequenceCompareTo(rightWhole);
        }

        if (order == 0)
        {
            order = leftFraction.SequenceCompareTo(rightFraction);
        }

        return leftSign * order;
    }

    /// <summary>The digits that count, before and after the point, and the sign: -1, 0 or 1. Zero has no sign, however it is written.</summary>
    private static int Split(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> whole, out ReadOnlySpan<byte> fraction)
    {
        var digits = Unsigned(text);
        var point = digits.IndexOf((byte)'.');
        whole = (point < 0 ? digits : digits[..point]).TrimStart((byte)'0');
        fraction = point < 0 ? [] : digits[(point + 1)..].TrimEnd((byte)'0');
        if (whole.IsEmpty && fraction.IsEmpty)
        {
            return 0;
        }

        return text[0] == '-' ? -1 : 1;
    }

    private static ReadOnlySpan<byte> Unsigned(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
}
