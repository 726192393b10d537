using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace OpenData.Schemas.Values;

/// <summary>How a converted cell is held.</summary>
public enum ConvertedKind
{
    Missing,
    Integer,
    Float,
    Text,
}

/// <summary>A cell in its type's one form: dates of the common era, numbers without padding, yes and no as 1 and 0.</summary>
/// <param name="kind">Which of the values holds it.</param>
/// <param name="integer">Its value where it is an integer.</param>
/// <param name="real">Its value where it is a float.</param>
/// <param name="text">Its UTF-8 text where it is one; may point into the cell that was given.</param>
public readonly ref struct ConvertedCell(ConvertedKind kind, long integer, double real, ReadOnlySpan<byte> text)
{
    public ConvertedKind Kind { get; } = kind;
    public long Integer { get; } = integer;
    public double Float { get; } = real;
    public ReadOnlySpan<byte> Text { get; } = text;
}

/// <summary>Turns cells that a check has accepted into the one form of their type.</summary>
public static class CellConverter
{
    /// <summary>The cell as its column keeps it; a cell that is no value of the type is missing.</summary>
    public static ConvertedCell Convert(ReadOnlySpan<byte> cell, DictionaryColumn column)
    {
        if (cell.IsEmpty)
        {
            return default;
        }

        if (column.Type.IsTextual())
        {
            return WhiteSpace.Trim(cell).IsEmpty ? default : OfText(cell);
        }

        var reading = CellReader.Read(cell);
        var trimmed = WhiteSpace.Trim(cell);
        return !ColumnTypes.Accepts(column.Type, column.Calendar, reading) ? default : column.Type switch
        {
            ColumnType.Integer => OfInteger(long.Parse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            ColumnType.Number => new ConvertedCell(ConvertedKind.Float, 0, double.Parse(trimmed, CultureInfo.InvariantCulture), default),
            ColumnType.Decimal => OfText(Digits(trimmed)),
            ColumnType.Boolean => OfInteger(reading.Mantissa),
            ColumnType.Year => OfInteger(column.Calendar == Calendar.Buddhist ? reading.Mantissa - IsoDates.BuddhistOffset : reading.Mantissa),
            ColumnType.Date or ColumnType.DateTime => OfText(column.Calendar == Calendar.Buddhist ? CommonEra(trimmed, reading) : Joined(trimmed)),
            _ => OfText(trimmed),
        };
    }

    private static ConvertedCell OfInteger(long value) => new(ConvertedKind.Integer, value, 0, default);

    private static ConvertedCell OfText(ReadOnlySpan<byte> text) => new(ConvertedKind.Text, 0, 0, text);

    /// <summary>A decimal's digits as JSON writes them: no plus sign, no padding zeros before, a digit before the point; the zeros behind it stay.</summary>
    private static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> text)
    {
        var isNegative = text[0] == '-';
        var digits = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        var zeros = 0;
        while (zeros + 1 < digits.Length && digits[zeros] == '0' && digits[zeros + 1] != '.')
        {
            zeros++;
        }

        if (zeros == 0 && digits[0] != '.' && text[0] != '+')
        {
            return text;
        }

        return Encoding.UTF8.GetBytes((isNegative ? "-" : "") + (digits[0] == '.' ? "0" : "") + Encoding.ASCII.GetString(digits[zeros..]));
    }

    /// <summary>A date and time with the T of ISO 8601 where the file has a space.</summary>
    private static ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> text)
    {
        if (text.Length <= 10 || text[10] == 'T')
        {
            return text;
        }

        var joined = text.ToArray();
        joined[10] = (byte)'T';
        return joined;
    }

    private static byte[] CommonEra(ReadOnlySpan<byte> text, in CellReading reading)
    {
        var date = Joined(text).ToArray();
        Utf8Formatter.TryFormat(reading.Date.Year, date, out _, new System.Buffers.StandardFormat('D', 4));
        return date;
    }
}
