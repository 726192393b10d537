using OpenData.Rules.Scanning;

namespace OpenData.Rules.HeaderNames;

/// <summary>The rule <c>missing-header</c>.</summary>
public sealed class MissingHeaderRule() : Rule(
    "missing-header",
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
        Message: "Row {firstRow} is data; no row names the columns",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Layout is { HeaderRow: null } layout)
        {
            findings.Add(this, Fact.Of("firstRow", layout.LastRowBeforeData + 1));
        }
    }
}
