using System.Runtime.CompilerServices;

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
            return whole > 0 && TryWhole(text, start, whole, mantissa, out reading);
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

        if (whole + scale > SafeDigits || shape == Shape.Exponent)
        {
            return TryApproximate(shape, text, out reading);
        }

        reading = new CellReading(shape, ShapeMarks.None, text[0] == '-' ? -mantissa : mantissa, scale);
        return true;
    }

    /// <summary>Marks <c>-999</c>, <c>-9999</c> and <c>-99999</c>, also with zeros behind a point: programs write them for what was not measured.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static CellReading MarkSentinel(CellReading reading) =>
        reading.Shape is Shape.Integer or Shape.Decimal && reading.Number is -999 or -9999 or -99999 ? reading.With(ShapeMarks.Sentinel) : reading;

    private static bool TryWhole(ReadOnlySpan<byte> text, int start, int digits, long mantissa, out CellReading reading)
    {
        if (digits > SafeDigits && !long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out mantissa))
        {
            return TryApproximate(Shape.BigInteger, text, out reading);
        }

        var isNegated = digits <= SafeDigits && text[0] == '-';
        reading = new CellReading(text[start] == '0' && digits > 1 ? Shape.LeadingZero : Shape.Integer, ShapeMarks.None, isNegated ? -mantissa : mantissa, 0);
        return true;
    }

    /// <summary>A number of too many digits is kept to the nearest whole number within range: it is only compared and summed. One beyond all range, such as 1e999, is none.</summary>
    private static bool TryApproximate(Shape shape, ReadOnlySpan<byte> text, out CellReading reading)
    {
        var value = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        reading = Math.Abs(value) < 1e9
            ? new CellReading(shape, ShapeMarks.None, (long)Math.Round(value * 1e9), 9)
            : new CellReading(shape, ShapeMarks.None, (long)Math.Clamp(value, -9e18, 9e18), 0);
        return double.IsFinite(value);
    }

    private static bool IsExponent(ReadOnlySpan<byte> text)
    {
        var digits = text is [(byte)'+' or (byte)'-', ..] ? text[1..] : text;
        return digits.Length is > 0 and <= 3 && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
