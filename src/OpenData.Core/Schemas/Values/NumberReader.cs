namespace OpenData.Schemas.Values;

/// <summary>Reads numbers that a program reads as they stand: sign, digits, point, exponent.</summary>
public static class NumberReader
{
    /// <summary>A whole number of up to 18 digits fits in 64 bits whatever its digits.</summary>
    private const int SafeDigits = 18;

    /// <summary>Reads a plain number; false for anything else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out CellReading reading)
    {
        reading = default;
        var at = text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var start = at;
        long mantissa = 0;
        while (at < text.Length && (uint)(text[at] - '0') <= 9)
        {
            mantissa = unchecked((mantissa * 10) + (text[at] - '0'));
            at++;
        }

        var whole = at - start;
        if (at == text.Length)
        {
            return whole > 0 && Whole(text, start, whole, mantissa, out reading);
        }

        var shape = Shape.Decimal;
        var scale = 0;
        if (text[at] == '.')
        {
            at++;
            while (at < text.Length && (uint)(text[at] - '0') <= 9)
            {
                mantissa = unchecked((mantissa * 10) + (text[at] - '0'));
                at++;
                scale++;
            }

            if (scale == 0)
            {
                return false;
            }
        }

        if (whole == 0 && scale == 0)
        {
            return false;
        }

        if (at < text.Length)
        {
            if (text[at] is not ((byte)'e' or (byte)'E') || !IsExponent(text[(at + 1)..]))
            {
                return false;
            }

            shape = Shape.Exponent;
        }

        reading = whole + scale > SafeDigits || shape == Shape.Exponent
            ? Approximate(shape, text)
            : new CellReading(shape, ShapeMarks.None, text[0] == '-' ? -mantissa : mantissa, scale);
        return true;
    }

    private static bool Whole(ReadOnlySpan<byte> text, int start, int digits, long mantissa, out CellReading reading)
    {
        if (text[start] == '0' && digits > 1)
        {
            reading = new CellReading(Shape.LeadingZero, ShapeMarks.None, digits > SafeDigits ? 0 : text[0] == '-' ? -mantissa : mantissa, 0);
            return true;
        }

        if (digits > SafeDigits && !long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out mantissa))
        {
            reading = Approximate(Shape.BigInteger, text);
            return true;
        }

        var isNegated = digits <= SafeDigits && text[0] == '-';
        reading = new CellReading(Shape.Integer, ShapeMarks.None, isNegated ? -mantissa : mantissa, 0);
        return true;
    }

    /// <summary>A number of too many digits is kept to the nearest whole number within range: it is only compared and summed.</summary>
    private static CellReading Approximate(Shape shape, ReadOnlySpan<byte> text)
    {
        var value = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return Math.Abs(value) < 1e9
            ? new CellReading(shape, ShapeMarks.None, (long)Math.Round(value * 1e9), 9)
            : new CellReading(shape, ShapeMarks.None, (long)Math.Clamp(value, -9e18, 9e18), 0);
    }

    private static bool IsExponent(ReadOnlySpan<byte> text)
    {
        var digits = text is [(byte)'+' or (byte)'-', ..] ? text[1..] : text;
        return digits.Length is > 0 and <= 3 && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
