using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ValidDates;

/// <summary>The rule <c>date-not-iso</c>.</summary>
public sealed class DateNotIsoRule() : Rule(
    "date-not-iso",
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
        Message: "Row {row}, column \"{header}\": \"{value}\" is not written as ISO 8601; it would become {becomes}",
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
            var isDecided = AmbiguousDateRule.IsDecided(column);
            var cells = column.Tallies()
                .Where(t => !t.Marks.HasFlag(ShapeMarks.Impossible) && (IsOther(t.Shape) || (t.Shape == Shape.DateAmbiguous && isDecided) || (t.Shape == Shape.Integer && MayBeSerial(column))))
                .Select(t => t.Tally);
            findings.AddCells(this, column, cells, sample => [Fact.Of("becomes", Becomes(column, sample.Value))]);
        }
    }

    /// <summary>Excel counts days from 30 December 1899; 20000 is in 1954, 60000 in 2064.</summary>
    internal static bool MayBeSerial(ColumnProfile column) =>
        column.Tallies().Where(t => t.Shape == Shape.Integer).SelectMany(t => t.Tally.Samples).All(s => long.TryParse(s.Value, out var days) && days is >= 20000 and <= 60000);

    private static bool IsOther(Shape shape) => shape is Shape.DateYmd or Shape.DateDmy or Shape.DateMdy or Shape.DateNamedMonth;

    private static string Becomes(ColumnProfile column, string value)
    {
        var reading = CellReader.Read(System.Text.Encoding.UTF8.GetBytes(value));
        if (reading.Shape == Shape.Integer)
        {
            return new DateOnly(1899, 12, 30).AddDays((int)reading.Mantissa).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }

        var date = reading.Date;
        if (reading.Shape == Shape.DateAmbiguous && AmbiguousDateRule.IsMonthFirst(column))
        {
            date = new DateOnly(date.Year, date.Day, date.Month);
        }

        return date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
