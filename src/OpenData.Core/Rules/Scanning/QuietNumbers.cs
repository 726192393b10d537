using OpenData.Schemas.Values;

namespace OpenData.Rules.Scanning;

/// <summary>
/// Numbers of one column between two that were looked at in full, and about which there was nothing to tell. What lies between them is no
/// new extreme and breaks no test about size either. Numbers are compared with those of as many decimals, so as they stand.
/// </summary>
internal sealed class QuietNumbers
{
    private const int Scales = 19;

    /// <summary>A longer whole number may be somebody's id: those are always looked at.</summary>
    private const long Largest = 999_999_999_999;

    private readonly (long Least, long Greatest)[] ranges = new (long, long)[Scales];

    public QuietNumbers() => Array.Fill(ranges, (long.MaxValue, long.MinValue));

    /// <summary>True where nothing is to be told of the number.</summary>
    public bool Contain(ReadOnlySpan<byte> cell, in CellReading reading)
    {
        if (reading.Shape is not (Shape.Integer or Shape.Decimal) || (uint)reading.Scale >= Scales)
        {
            return false;
        }

        // A plus may begin a telephone number.
        ref readonly var range = ref ranges[reading.Scale];
        return reading.Mantissa >= range.Least && reading.Mantissa <= range.Greatest && reading.Marks == ShapeMarks.None && cell[0] != '+';
    }

    /// <summary>Adds a number about which there was nothing to tell.</summary>
    public void Add(in CellReading reading)
    {
        if (reading.Shape is Shape.Integer or Shape.Decimal && reading.Marks == ShapeMarks.None && (uint)reading.Scale < Scales
            && (reading.Shape == Shape.Decimal || Math.Abs(reading.Mantissa) <= Largest))
        {
            ref var range = ref ranges[reading.Scale];
            range = (Math.Min(range.Least, reading.Mantissa), Math.Max(range.Greatest, reading.Mantissa));
        }
    }
}
