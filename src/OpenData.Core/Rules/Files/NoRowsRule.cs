using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>The rule <c>no-rows</c>.</summary>
public sealed class NoRowsRule() : Rule(
    "no-rows",
    Clause.None,
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
        Message: "There is a header and no row of data below it",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        if (inspection.DataRows == 0)
        {
            findings.Add(this);
        }
    }
}
