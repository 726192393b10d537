using OpenData.Schemas.Values;

namespace OpenData.Rules.Scanning;

/// <summary>
/// Tells numbers of documents, versions and sections, such as <c>2022.3.17</c>, from dates that are written with dots. The cells are alike: the
/// header decides where it speaks of either; where it does not, a column that holds what no calendar has, or one value throughout, is none of dates.
/// </summary>
internal static class DottedNumbers
{
    /// <summary>A date that stands in so many rows and never changes is more likely the number of what all of them belong to.</summary>
    private const int RowsThatVary = 20;

    /// <summary>Days that no calendar has, one in this many and two at least: slips of dates are fewer.</summary>
    private const int ImpossibleShare = 10;

    /// <summary>True where what looks like a date in this column is a number in dotted parts.</summary>
    public static bool Are(ColumnProfile column)
    {
        var dates = column.Tallies().Where(t => t.Shape.IsDate()).ToList();
        if (dates.Count == 0 || !dates.All(t => IsNumeric(t.Shape) && t.Tally.Samples.Take(CheckLimits.Keep).All(s => IsDotted(s.Value))))
        {
            return false;
        }

        return !HeaderWords.SpeakOfDates(column.Header)
            && (HeaderWords.SpeakOfNumbers(column.Header) || NeverVaries(column) || HasNoCalendar(dates));
    }

    private static bool IsNumeric(Shape shape) => shape is Shape.DateYmd or Shape.DateDmy or Shape.DateMdy or Shape.DateAmbiguous;

    private static bool IsDotted(string cell) => !cell.AsSpan().ContainsAny('/', '-');

    private static bool NeverVaries(ColumnProfile column) => column.DistinctValues == 1 && column.Values >= RowsThatVary;

    private static bool HasNoCalendar(List<(Shape Shape, ShapeMarks Marks, Tally Tally)> dates)
    {
        var impossible = dates.Where(t => t.Marks.HasFlag(ShapeMarks.Impossible)).Sum(t => t.Tally.Count);
        return impossible > 1 && impossible * ImpossibleShare >= dates.Sum(t => t.Tally.Count);
    }
}
