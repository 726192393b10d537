using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>The rule <c>unit-in-value</c>.</summary>
public sealed class UnitInValueRule() : Rule(
    "unit-in-value",
    Clause.ConsistentTypes,
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
        Message: "Row {row}, column \"{header}\": \"{value}\" holds a unit beside the number {plain}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type.IsNumeric()))
        {
            var cells = column.Tallies().Where(t => t.Shape == Shape.WithUnit).Select(t => t.Tally);
            findings.AddCells(this, column, cells, sample => [Fact.Of("plain", FormattedNumbers.Plain(ThaiDigits.ToArabic(sample.Value)) ?? "?")]);
        }
    }
}
