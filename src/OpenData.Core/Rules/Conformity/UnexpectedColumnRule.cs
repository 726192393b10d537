using OpenData.Rules.Scanning;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>unexpected-column</c>.</summary>
public sealed class UnexpectedColumnRule() : Rule(
    "unexpected-column",
    Clause.None,
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
        Message: "Column {column} \"{header}\" is not in the dictionary",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Dictionary is null)
        {
            return;
        }

        foreach (var column in inspection.Columns.Where(c => c.Dictionary is null))
        {
            findings.Add(this, column, null);
        }
    }
}
