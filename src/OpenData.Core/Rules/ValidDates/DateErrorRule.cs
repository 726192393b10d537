using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.ValidDates;

/// <summary>The rule <c>date-error</c>.</summary>
public sealed class DateErrorRule() : Rule(
    "date-error",
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
        Message: "Row {row}, column \"{header}\": \"{value}\" is no date of the calendar",
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
            var cells = column.Tallies().Where(t => t.Marks.HasFlag(ShapeMarks.Impossible) || IsNoDate(column, t.Shape, t.Marks)).Select(t => t.Tally);
            findings.AddCells(this, column, cells, _ => [Fact.Of("type", ColumnTypes.NameOf(column.Type))]);
        }
    }

    private static bool IsNoDate(ColumnProfile column, Shape shape, ShapeMarks marks)
    {
        if (shape.IsDate() || shape == Shape.IsoDateTime)
        {
            // A date where a date and time belong, and the other way round; a C.E. year where the dictionary says B.E.
            var isOtherKind = (column.Type == ColumnType.Date && shape == Shape.IsoDateTime) || (column.Type == ColumnType.DateTime && shape == Shape.IsoDate);
            return !marks.HasFlag(ShapeMarks.Impossible) && (isOtherKind || (column.Calendar == Calendar.Buddhist && marks is ShapeMarks.None or ShapeMarks.Spaces && shape is Shape.IsoDate or Shape.IsoDateTime));
        }

        return !shape.IsMissing() && !(shape == Shape.Integer && DateNotIsoRule.MayBeSerial(column));
    }
}
