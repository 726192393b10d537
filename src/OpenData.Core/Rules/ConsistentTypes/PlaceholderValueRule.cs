using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>The rule <c>placeholder-value</c>.</summary>
public sealed class PlaceholderValueRule() : Rule(
    "placeholder-value",
    Clause.ConsistentTypes,
    Severity.Warning,
    thai: new RuleText(
        Title: "",
        Message: "",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""),
    english: new RuleText(
        Title: "",
        Message: "Column \"{header}\" has {count} cells such as \"{value}\" where a blank belongs",
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
            var cells = column.Tallies().Where(t => t.Shape == Shape.Placeholder || (t.Shape == Shape.MissingWord && !column.Type.IsTextual() && !column.IsMixed)).Select(t => t.Tally).ToList();
            if (cells.Count > 0)
            {
                findings.Add(this, column, cells.SelectMany(t => t.Samples).MinBy(s => s.Row), Fact.Of("count", cells.Sum(t => t.Count)));
            }
        }
    }
}
