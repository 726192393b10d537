using System.Globalization;
using OpenData.Rules.Scanning;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ValidDates;

/// <summary>Tells columns of whole numbers that are dates written without anything between year, month and day: <c>19510101</c>.</summary>
internal static class CompactDates
{
    /// <summary>Eight digits are such a date by chance one time in thirty; so many different ones that all are make it none.</summary>
    private const int LeastDifferent = 5;

    private const int Length = 8;

    /// <summary>True where no dictionary says otherwise and every number that was kept, the least and the greatest are such dates.</summary>
    public static bool Are(ColumnProfile column)
    {
        if (column.Dictionary is not null || column.Type != ColumnType.Integer || !IsOne(column.Least) || !IsOne(column.Greatest) || IsCode(column.Header))
        {
            return false;
        }

        var samples = column.Tallies().Where(t => t.Shape == Shape.Integer).SelectMany(t => t.Tally.Samples.Take(CheckLimits.Keep)).Select(s => s.Value.Trim()).ToHashSet(StringComparer.Ordinal);
        return samples.Count >= LeastDifferent && samples.All(IsOne);
    }

    /// <summary>The date as ISO 8601 of the common era.</summary>
    public static string InIso(string value) => WrittenDates.InIso(Hyphenated(value.Trim()), isMonthFirst: false);

    /// <summary>The codes of villages in Chon Buri begin with 20, and are dates to the eye.</summary>
    private static bool IsCode(string header) => HeaderWords.SpeakOfNumbers(header) && !HeaderWords.SpeakOfDates(header);

    /// <summary>Eight digits that are a day of the 20th or 21st century, of the common or the Buddhist era.</summary>
    private static bool IsOne(string? value) =>
        value?.Trim() is { Length: Length } text
        && text.All(char.IsAsciiDigit)
        && int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture) is (>= 1900 and <= 2100) or (>= 1900 + IsoDates.BuddhistOffset and <= IsoDates.LastBuddhistYear)
        && CellReader.Read(Hyphenated(text)) is { Shape: Shape.IsoDate } reading
        && !reading.Marks.HasFlag(ShapeMarks.Impossible);

    private static string Hyphenated(string text) => $"{text.AsSpan(0, 4)}-{text.AsSpan(4, 2)}-{text.AsSpan(6)}";
}
