using OpenData.Rules.Scanning;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>dictionary-incomplete</c>.</summary>
public sealed class DictionaryIncompleteRule() : Rule(
    "dictionary-incomplete",
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
        Message: "The dictionary says nothing of column \"{header}\": {missing} is missing",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Dictionary is { Description.IsEmpty: true }))
        {
            findings.Add(this, column, null, Fact.Of("missing", "description"));
        }
    }
}
