using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>The rule <c>mixed-decimals</c>.</summary>
public sealed class MixedDecimalsRule() : Rule(
    "mixed-decimals",
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
        Message: "Column \"{header}\" writes decimals in two ways: {points} with a point, {commas} with a comma",
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
            var (points, commas) = (column.CountOf(Shape.Decimal), column.CountOf(Shape.DecimalComma));
            if (points > 0 && commas > 0 && (column.Type.IsNumeric() || column.IsMixed))
            {
                findings.Add(this, column, null, Fact.Of("points", points), Fact.Of("commas", commas));
            }
        }
    }
}
