using System.Numerics;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>The rule <c>mixed-booleans</c>.</summary>
public sealed class MixedBooleansRule() : Rule(
    "mixed-booleans",
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
        Message: "Column \"{header}\" says yes and no in {pairs} ways",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type == ColumnType.Boolean))
        {
            var pairs = BitOperations.PopCount((uint)column.BooleanPairs) + (column.CountOf(Shape.Integer) > 0 ? 1 : 0);
            if (pairs > 1)
            {
                findings.Add(this, column, null, Fact.Of("pairs", pairs));
            }
        }
    }
}
