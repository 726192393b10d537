using System.Globalization;
using System.Numerics;
using System.Text;

namespace OpenData.Store.Sqlite;

/// <summary>Adds decimal numbers of any length exactly; the sum has as many digits behind the point as the number that has most.</summary>
internal sealed class DecimalSum
{
    /// <summary>A number of so many digits fits in 64 bits, whatever they are.</summary>
    private const int ShortDigits = 18;

    /// <summary>Sums by digits behind the point: 128 bits hold more short numbers than any table has rows.</summary>
    private readonly Int128[] shorts = new Int128[ShortDigits + 1];
    private BigInteger longs;
    private int longScale;
    private int scale;

    /// <summary>True where nothing was added.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Adds a number as <see cref="DecimalText.IsValid"/> takes it.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        IsEmpty = false;
        var digits = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        var point = digits.IndexOf((byte)'.');
        var fraction = point < 0 ? 0 : digits.Length - point - 1;
        scale = Math.Max(scale, fraction);
        if (digits.Length - (point < 0 ? 0 : 1) > ShortDigits)
        {
            AddLong(text, fraction);
            return;
        }

        long value = 0;
        foreach (var digit in digits)
        {
            value = digit == '.' ? value : (value * 10) + (digit - '0');
        }

        shorts[fraction] += text[0] == '-' ? -value : value;
    }

    /// <summary>The sum in plain digits.</summary>
    public override string ToString()
    {
        var sum = longs * BigInteger.Pow(10, scale - longScale);
        for (var s = 0; s <= Math.Min(scale, ShortDigits); s++)
        {
            sum += (BigInteger)shorts[s] * BigInteger.Pow(10, scale - s);
        }

        return Write(sum, scale);
    }

    /// <summary>A whole number with its last <paramref name="scale"/> digits behind the point.</summary>
    public static string Write(BigInteger number, int scale)
    {
        var digits = BigInteger.Abs(number).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = number.Sign < 0 ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits.AsSpan(0, digits.Length - scale)}.{digits.AsSpan(digits.Length - scale)}";
    }

    /// <summary>The number without its point, and how many of its digits stood behind it.</summary>
    public static (BigInteger Number, int Scale) Read(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? text : text.Remove(point, 1);
        return (BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), point < 0 ? 0 : text.Length - point - 1);
    }

    private void AddLong(ReadOnlySpan<byte> text, int fraction)
    {
        var (number, _) = Read(Encoding.ASCII.GetString(text));
        if (fraction > longScale)
        {
            longs *= BigInteger.Pow(10, fraction - longScale);
            longScale = fraction;
        }

        longs += number * BigInteger.Pow(10, longScale - fraction);
    }
}
