using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>The rule <c>thai-digits</c>.</summary>
public sealed class ThaiDigitsRule() : Rule(
    "thai-digits",
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
        Message: "Row {row}, column \"{header}\": \"{value}\" is written with Thai digits; it should be {arabic}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => !c.Type.IsTextual()))
        {
            var cells = column.Tallies().Where(t => t.Marks.HasFlag(ShapeMarks.ThaiDigits)).Select(t => t.Tally);
            findings.AddCells(this, column, cells, sample => [Fact.Of("arabic", ThaiDigits.ToArabic(sample.Value))]);
        }
    }
}
