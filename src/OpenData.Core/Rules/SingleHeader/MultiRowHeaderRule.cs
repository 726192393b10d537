using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleHeader;

/// <summary>The rule <c>multi-row-header</c>.</summary>
public sealed class MultiRowHeaderRule() : Rule(
    "multi-row-header",
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
        Message: "The header takes {count} rows; in one row the names would be: {names}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Layout is { Headers: { Count: > 1 } headers } layout)
        {
            findings.Add(this, headers[1].Row, headers[1].Line, string.Join(" | ", headers[1].Cells), Fact.Of("count", headers.Count), Fact.Of("names", CellText.Cut(string.Join(" | ", layout.Labels))));
        }
    }
}
