using System.Text;

namespace OpenData.Schemas.Values;

/// <summary>Looks closely at the cells that are neither plain numbers, ISO dates nor plain words.</summary>
internal static class OddCellReader
{
    /// <summary>No number or date that people write is longer; what is longer is text.</summary>
    private const int LongestValue = 120;

    public static CellReading Read(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > LongestValue)
        {
            return Of(Shape.Text);
        }

        var text = Encoding.UTF8.GetString(cell);
        if (Words.IsPlaceholder(text))
        {
            return Of(Shape.Placeholder);
        }

        if (Words.IsMissingWord(text))
        {
            return Of(Shape.MissingWord);
        }

        if (Words.TryBoolean(text, out var truth, out var pair))
        {
            return new CellReading(Shape.Boolean, ShapeMarks.None, truth ? 1 : 0, pair);
        }

        return ThaiDigits.Contains(text) ? ReadThaiDigits(text) : ReadValue(text);
    }

    private static CellReading ReadThaiDigits(string text)
    {
        var arabic = ThaiDigits.ToArabic(text);
        var bytes = Encoding.UTF8.GetBytes(arabic);
        var reading = NumberReader.TryRead(bytes, out var number) ? number : IsoDates.TryRead(bytes, out var date) ? date : ReadValue(arabic);
        return reading.Shape == Shape.Text ? reading : reading.With(ShapeMarks.ThaiDigits);
    }

    private static CellReading ReadValue(string text)
    {
        if (FormattedNumbers.TryRead(text, out var number))
        {
            return number;
        }

        return WrittenDates.TryRead(text, out var date) ? date
            : FormattedNumbers.HasUnit(text) ? Of(Shape.WithUnit)
            : Of(Shape.Text);
    }

    private static CellReading Of(Shape shape) => new(shape, ShapeMarks.None, 0, 0);
}
