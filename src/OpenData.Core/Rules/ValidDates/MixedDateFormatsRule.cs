using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ValidDates;

/// <summary>The rule <c>mixed-date-formats</c>.</summary>
public sealed class MixedDateFormatsRule() : Rule(
    "mixed-date-formats",
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
        Message: "Column \"{header}\" writes dates in {forms} ways: {tally}",
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
            var monthFirst = AmbiguousDateRule.IsMonthFirst(column);
            var forms = column.Tallies()
                .Where(t => t.Shape.IsDate() && !t.Marks.HasFlag(ShapeMarks.Impossible))
                .GroupBy(t => WrittenDates.FormOf(t.Shape == Shape.DateAmbiguous ? monthFirst ? Shape.DateMdy : Shape.DateDmy : t.Shape))
                .Select(g => (Form: g.Key, Count: g.Sum(t => t.Tally.Count)))
                .OrderByDescending(f => f.Count).ThenBy(f => f.Form, StringComparer.Ordinal)
                .ToList();
            if (forms.Count > 1)
            {
                findings.Add(this, column, null, Fact.Of("forms", forms.Count), Fact.Of("tally", string.Join(", ", forms.Select(f => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{f.Form} × {f.Count}")))));
            }
        }
    }
}
