namespace OpenData.Schemas.Values;

/// <summary>Tells what a cell looks like. The plain cases are told from the bytes; only the odd ones are looked at closely.</summary>
public static class CellReader
{
    /// <summary>Reads a cell's value (without its quotes), UTF-8.</summary>
    public static CellReading Read(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return default;
        }

        var trimmed = WhiteSpace.Trim(cell);
        if (trimmed.Length == cell.Length)
        {
            return ReadTrimmed(cell);
        }

        return (trimmed.IsEmpty ? default : ReadTrimmed(trimmed)).With(ShapeMarks.Spaces);
    }

    private static CellReading ReadTrimmed(ReadOnlySpan<byte> cell)
    {
        var first = cell[0];
        if (first is >= (byte)'0' and <= (byte)'9')
        {
            return NumberReader.TryRead(cell, out var plain) ? plain : IsoDates.TryRead(cell, out var iso) ? iso : OddCellReader.Read(cell);
        }

        if (first is (byte)'-' or (byte)'+' or (byte)'.')
        {
            return NumberReader.TryRead(cell, out var plain) ? plain : OddCellReader.Read(cell);
        }

        return PlainWords.Are(cell) ? new CellReading(Shape.Text, ShapeMarks.None, 0, 0)
            : PlainWords.TryTruth(cell, out var truth) ? new CellReading(Shape.Boolean, ShapeMarks.None, truth ? 1 : 0, Words.TrueFalse)
            : OddCellReader.Read(cell);
    }
}
