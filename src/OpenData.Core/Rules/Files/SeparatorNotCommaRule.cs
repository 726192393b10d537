using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>The rule <c>separator-not-comma</c>.</summary>
public sealed class SeparatorNotCommaRule() : Rule(
    "separator-not-comma",
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
        Message: "Fields are separated by {separator}, not by a comma",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Table is { } table && (table.Separator != ',' || table.HasSeparatorHint))
        {
            findings.Add(this, Fact.Of("separator", table.Separator == '\t' ? "TAB" : table.Separator.ToString()), Fact.Of("hint", table.HasSeparatorHint ? 1 : 0));
        }
    }
}
