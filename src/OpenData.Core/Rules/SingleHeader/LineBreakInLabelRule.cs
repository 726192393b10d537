using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleHeader;

/// <summary>The rule <c>line-break-in-label</c>.</summary>
public sealed class LineBreakInLabelRule() : Rule(
    "line-break-in-label",
    Clause.SingleHeader,
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
        Message: "The name of column {column} takes more than one line",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Header.AsSpan().Trim().IndexOfAny('\n', '\r') >= 0))
        {
            findings.Add(this, Severity, inspection.Layout!.HeaderRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header);
        }
    }
}
