using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>The rule <c>trailing-spaces</c>.</summary>
public sealed class TrailingSpacesRule() : Rule(
    "trailing-spaces",
    Clause.ConsistentTypes,
    Severity.Info,
    thai: new RuleText(
        Title: "",
        Message: "",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""),
    english: new RuleText(
        Title: "",
        Message: "Row {row}, column \"{header}\": \"{value}\" has white space before or after it",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            findings.AddCells(this, column, column.Tallies().Where(t => t.Marks.HasFlag(ShapeMarks.Spaces)).Select(t => t.Tally));
        }
    }
}
