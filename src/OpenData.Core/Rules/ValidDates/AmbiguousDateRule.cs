using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ValidDates;

/// <summary>The rule <c>ambiguous-date</c>.</summary>
public sealed class AmbiguousDateRule() : Rule(
    "ambiguous-date",
    Clause.ValidDates,
    Severity.Error,
    thai: new RuleText(
        Title: "",
        Message: "",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""),
    english: new RuleText(
        Title: "",
        Message: "Row {row}, column \"{header}\": \"{value}\" may be {dayFirst} or {monthFirst}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type.IsCalendar()))
        {
            if (!IsDecided(column))
            {
                var cells = column.Tallies().Where(t => t.Shape == Shape.DateAmbiguous && !t.Marks.HasFlag(ShapeMarks.Impossible)).Select(t => t.Tally);
                findings.AddCells(this, column, cells, sample => Readings(sample.Value));
            }
        }
    }

    /// <summary>True where other dates of the column prove that the day, or the month, comes first. Thai names and the Buddhist era prove the day.</summary>
    internal static bool IsDecided(ColumnProfile column) => ProvesDayFirst(column) != (column.CountOf(Shape.DateMdy) > 0);

    /// <summary>True where the column's dates prove that the month comes first.</summary>
    internal static bool IsMonthFirst(ColumnProfile column) => !ProvesDayFirst(column) && column.CountOf(Shape.DateMdy) > 0;

    private static bool ProvesDayFirst(ColumnProfile column) =>
        column.CountOf(Shape.DateDmy) > 0 || column.Tallies().Any(t => t.Shape == Shape.DateAmbiguous && (t.Marks & (ShapeMarks.Buddhist | ShapeMarks.ThaiDigits)) != 0);

    private static Fact[] Readings(string value)
    {
        var dayFirst = CellReader.Read(System.Text.Encoding.UTF8.GetBytes(value)).Date;
        var monthFirst = new DateOnly(dayFirst.Year, dayFirst.Day, dayFirst.Month);
        return
        [
            Fact.Of("dayFirst", dayFirst.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            Fact.Of("monthFirst", monthFirst.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }
}
