using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>The rule <c>mixed-types</c>.</summary>
public sealed class MixedTypesRule() : Rule(
    "mixed-types",
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
        Message: "Column \"{header}\" mixes numbers and words: {numbers} numbers, {texts} texts",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.IsMixed))
        {
            var numbers = column.CountOf(s => s.IsNumeric());
            var odd = column.Tallies().Where(t => t.Shape is Shape.Text or Shape.Boolean).SelectMany(t => t.Tally.Samples).OrderBy(s => s.Row).Select(s => (CellSample?)s).FirstOrDefault();
            findings.Add(this, column, odd, Fact.Of("numbers", numbers), Fact.Of("texts", column.Values - numbers));
        }
    }
}
