using System.Buffers.Binary;

namespace OpenData.Store.Postgres;

/// <summary>A decimal number in the binary form of PostgreSQL's <c>numeric</c>: digits of base 10,000, the weight of the first, the sign, and how many decimal digits stand behind the point.</summary>
internal static class NumericCell
{
    /// <summary>Digits before the point that PostgreSQL takes.</summary>
    private const int MostWhole = 131_072;

    /// <summary>Digits behind it.</summary>
    private const int MostFraction = 16_383;

    private const int HeaderSize = 8;
    private const short Negative = 0x4000;

    /// <summary>The most bytes that a number of so many characters takes.</summary>
    public static int MostBytes(int characters) => HeaderSize + (2 * ((characters / 4) + 3));

    /// <summary>True where PostgreSQL writes the number as it is written here.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> text)
    {
        var digits = text[0] == '-' ? text[1..] : text;
        return digits[0] is >= (byte)'0' and <= (byte)'9'
            && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.')
            && digits[^1] != '.'
            && (text[0] != '-' || digits.ContainsAnyInRange((byte)'1', (byte)'9'));
    }

    /// <summary>Writes a number as <see cref="Sqlite.DecimalText.IsValid"/> takes it; returns the bytes written, or 0 where it is too long for PostgreSQL.</summary>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var digits = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        var point = digits.IndexOf((byte)'.');
        var whole = (point < 0 ? digits : digits[..point]).TrimStart((byte)'0');
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        if (whole.Length > MostWhole || fraction.Length > MostFraction)
        {
            return 0;
        }

        var groups = 0;
        var weight = ((whole.Length + 3) / 4) - 1;
        for (var g = 0; g <= weight; g++)
        {
            // The first group has what is left over of fours.
            var end = whole.Length - (4 * (weight - g));
            Group(target, groups++, whole[Math.Max(0, end - 4)..end], padding: 0);
        }

        for (var at = 0; at < fraction.Length; at += 4)
        {
            var group = fraction.Slice(at, Math.Min(4, fraction.Length - at));
            Group(target, groups++, group, padding: 4 - group.Length);
        }

        return Header(text[0] == '-', target, groups, weight, fraction.Length);
    }

    /// <summary>Drops groups of zeros at both ends and writes what stands before the digits.</summary>
    private static int Header(bool isNegative, Span<byte> target, int groups, int weight, int scale)
    {
        var first = 0;
        while (first < groups && At(target, first) == 0)
        {
            first++;
        }

        while (groups > first && At(target, groups - 1) == 0)
        {
            groups--;
        }

        var count = groups - first;
        target.Slice(HeaderSize + (2 * first), 2 * count).CopyTo(target[HeaderSize..]);
        BinaryPrimitives.WriteInt16BigEndian(target, (short)count);
        BinaryPrimitives.WriteInt16BigEndian(target[2..], (short)(count == 0 ? 0 : weight - first));
        BinaryPrimitives.WriteInt16BigEndian(target[4..], isNegative && count > 0 ? Negative : (short)0);
        BinaryPrimitives.WriteInt16BigEndian(target[6..], (short)scale);
        return HeaderSize + (2 * count);
    }

    private static short At(Span<byte> target, int group) => BinaryPrimitives.ReadInt16BigEndian(target[(HeaderSize + (2 * group))..]);

    private static void Group(Span<byte> target, int group, ReadOnlySpan<byte> digits, int padding)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }

        for (; padding > 0; padding--)
        {
            value *= 10;
        }

        BinaryPrimitives.WriteInt16BigEndian(target[(HeaderSize + (2 * group))..], (short)value);
    }
}
