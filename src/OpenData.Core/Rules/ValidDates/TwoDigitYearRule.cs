using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ValidDates;

/// <summary>The rule <c>two-digit-year</c>.</summary>
public sealed class TwoDigitYearRule() : Rule(
    "two-digit-year",
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
        Message: "Row {row}, column \"{header}\": the year of \"{value}\" has two digits",
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
            findings.AddCells(this, column, column.Tallies().Where(t => t.Marks.HasFlag(ShapeMarks.TwoDigitYear)).Select(t => t.Tally));
        }
    }
}
