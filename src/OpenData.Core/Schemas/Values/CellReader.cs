using System.Runtime.CompilerServices;
using System.Text;

namespace OpenData.Schemas.Values;

/// <summary>Tells what a cell looks like. The plain cases are told from the bytes; only the odd ones are looked at closely.</summary>
public static class CellReader
{
    /// <summary>A plain number of up to this many bytes has at most 18 digits, which fit in 64 bits whatever they are.</summary>
    private const int LongestPlain = 18;

    private static readonly CellReading Text = new(Shape.Text, ShapeMarks.None, 0, 0);

    /// <summary>Reads a cell's value (without its quotes), UTF-8.</summary>
    public static CellReading Read(ReadOnlySpan<byte> cell)
    {
        Read(cell, out var reading);
        return reading;
    }

    /// <summary>Reads a cell's text: for the few that are held as text already, never for all cells of a file.</summary>
    public static CellReading Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a cell's value (without its quotes), UTF-8.</summary>
    public static void Read(ReadOnlySpan<byte> cell, out CellReading reading)
    {
        if (cell.IsEmpty)
        {
            reading = default;
        }
        else if ((uint)(cell[0] - '0') <= 9)
        {
            if (!TryPlainNumber(cell, out reading))
            {
                ReadClosely(cell, out reading);
            }
        }
        else if (WhiteSpace.HasInkAtEnds(cell) && PlainWords.Are(cell))
        {
            reading = Text;
        }
        else
        {
            ReadClosely(cell, out reading);
        }
    }

    /// <summary>Digits with at most one point among them: nearly every number of a good file.</summary>
    private static bool TryPlainNumber(ReadOnlySpan<byte> cell, out CellReading reading)
    {
        Unsafe.SkipInit(out reading);
        if (cell.Length > LongestPlain)
        {
            return false;
        }

        long mantissa = 0;
        var point = -1;
        for (var i = 0; i < cell.Length; i++)
        {
            var digit = (uint)(cell[i] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else if (cell[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        if (point == cell.Length - 1)
        {
            return false;
        }

        reading = point >= 0 ? new CellReading(Shape.Decimal, ShapeMarks.None, mantissa, cell.Length - 1 - point)
            : new CellReading(cell[0] == '0' && cell.Length > 1 ? Shape.LeadingZero : Shape.Integer, ShapeMarks.None, mantissa, 0);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadClosely(ReadOnlySpan<byte> cell, out CellReading reading)
    {
        var trimmed = WhiteSpace.Trim(cell);
        reading = trimmed.IsEmpty ? default : ReadTrimmed(trimmed);
        if (trimmed.Length != cell.Length)
        {
            reading = reading.With(ShapeMarks.Spaces);
        }
    }

    private static CellReading ReadTrimmed(ReadOnlySpan<byte> cell)
    {
        var first = cell[0];
        if (first is >= (byte)'0' and <= (byte)'9')
        {
            return IsoDates.TryRead(cell, out var iso) ? iso : NumberReader.TryRead(cell, out var plain) ? plain : OddCellReader.Read(cell);
        }

        if (first is (byte)'-' or (byte)'+' or (byte)'.')
        {
            return !NumberReader.TryRead(cell, out var plain) ? OddCellReader.Read(cell)
                : cell is [(byte)'-', (byte)'9', (byte)'9', (byte)'9', ..] ? NumberReader.MarkSentinel(plain)
                : plain;
        }

        return PlainWords.TryTruth(cell, out var truth) ? new CellReading(Shape.Boolean, ShapeMarks.None, truth ? 1 : 0, Words.TrueFalse)
            : PlainWords.Are(cell) ? Text
            : OddCellReader.Read(cell);
    }
}
