using System.Buffers;

namespace OpenData.Schemas.Values;

/// <summary>Tells what a cell looks like. The plain cases are told from the bytes; only the odd ones are looked at closely.</summary>
public static class CellReader
{
    private static readonly SearchValues<byte> NotText = SearchValues.Create("($#<*?\""u8);

    /// <summary>Reads a cell's value (without its quotes), UTF-8.</summary>
    public static CellReading Read(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return default;
        }

        var reading = ReadTrimmed(cell, out var isSpaced);
        return isSpaced ? reading.With(ShapeMarks.Spaces) : reading;
    }

    private static CellReading ReadTrimmed(ReadOnlySpan<byte> cell, out bool isSpaced)
    {
        var trimmed = WhiteSpace.Trim(cell);
        isSpaced = trimmed.Length != cell.Length;
        if (trimmed.IsEmpty)
        {
            return default;
        }

        var first = trimmed[0];
        if (first is >= (byte)'0' and <= (byte)'9')
        {
            return NumberReader.TryRead(trimmed, out var plain) ? plain : IsoDates.TryRead(trimmed, out var iso) ? iso : OddCellReader.Read(trimmed);
        }

        if (first is (byte)'-' or (byte)'+' or (byte)'.')
        {
            return NumberReader.TryRead(trimmed, out var plain) ? plain : OddCellReader.Read(trimmed);
        }

        return MayBeOdd(trimmed) ? OddCellReader.Read(trimmed) : new CellReading(Shape.Text, ShapeMarks.None, 0, 0);
    }

    /// <summary>
    /// False for plain words, which are most texts: nothing but a Thai digit, a currency, a parenthesis, a short word that
    /// means yes, no or nothing, or the name of a month at the start makes a cell that begins with no digit worth a second look.
    /// </summary>
    private static bool MayBeOdd(ReadOnlySpan<byte> cell) => cell[0] switch
    {
        // Thai: a digit, ฿, "ใช่", "ไม่…", "จริง", "เท็จ", "วันที่"; other words go on as text.
        0xE0 => cell.Length >= 3 && ((cell[1] == 0xB9 && (cell[2] is (>= 0x90 and <= 0x99) or 0x83 or 0x84 or 0x80)) || (cell[1] == 0xB8 && cell[2] is 0xBF or 0x88 or 0xA7)),
        < 0x80 => cell.Length <= 40 && (cell.Length <= 8 || NotText.Contains(cell[0]) || cell.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0),
        0xC2 or 0xE2 => true,
        _ => false,
    };
}
