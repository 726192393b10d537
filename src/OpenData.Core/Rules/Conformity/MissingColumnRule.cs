using OpenData.Rules.Scanning;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>missing-column</c>.</summary>
public sealed class MissingColumnRule() : Rule(
    "missing-column",
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
        Message: "The file has no column \"{name}\", which the dictionary has",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var name in inspection.MissingColumns)
        {
            findings.Add(this, Fact.Of("name", name));
        }
    }
}
