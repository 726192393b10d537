using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.ValidDates;

/// <summary>The rule <c>buddhist-era-date</c>.</summary>
public sealed class BuddhistEraDateRule() : Rule(
    "buddhist-era-date",
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
        Message: "Row {row}, column \"{header}\": \"{value}\" is of the Buddhist era; in the common era it is {becomes}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Calendar == Calendar.Gregorian))
        {
            if (column.Type.IsCalendar())
            {
                var cells = column.Tallies().Where(t => t.Marks.HasFlag(ShapeMarks.Buddhist) && !t.Marks.HasFlag(ShapeMarks.Impossible)).Select(t => t.Tally);
                findings.AddCells(this, column, cells, sample => [Fact.Of("becomes", Becomes(sample.Value))]);
            }
            else if (column.Type == ColumnType.Year && long.TryParse(column.Least, out var least) && least >= IsoDates.FirstBuddhistYear)
            {
                var first = column.Tallies().Where(t => t.Shape == Shape.Integer).SelectMany(t => t.Tally.Samples).MinBy(s => s.Row);
                findings.Add(this, Severity.Warning, column, first, Fact.Of("becomes", least - IsoDates.BuddhistOffset));
            }
        }
    }

    private static string Becomes(string value) =>
        CellReader.Read(System.Text.Encoding.UTF8.GetBytes(value)).Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
