using OpenData.Rules.Scanning;
using OpenData.Schemas;

namespace OpenData.Rules.HeaderNames;

/// <summary>The rule <c>blank-label</c>.</summary>
public sealed class BlankLabelRule() : Rule(
    "blank-label",
    Clause.HeaderNames,
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
        Message: "Column {column} has {values} values and no name",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        if (inspection.Layout?.HeaderRow is not { } headerRow)
        {
            return;
        }

        foreach (var column in inspection.Columns.Where(c => c.Values > 0 && HeaderMatch.Fold(c.Header).Length == 0))
        {
            findings.Add(this, Severity, headerRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header, Fact.Of("values", column.Values));
        }
    }
}
