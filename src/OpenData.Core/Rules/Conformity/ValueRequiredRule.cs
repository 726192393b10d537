using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>value-required</c>.</summary>
public sealed class ValueRequiredRule() : Rule(
    "value-required",
    Clause.None,
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
        Message: "Row {row}, column \"{header}\": a value is required",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Dictionary is { Required: true }))
        {
            findings.AddCells(this, column, column.Tallies().Where(t => t.Shape == Shape.Empty || (t.Shape.IsMissing() && !column.Type.IsTextual())).Select(t => t.Tally));
        }
    }
}
