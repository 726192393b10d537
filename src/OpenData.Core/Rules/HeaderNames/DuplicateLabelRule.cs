using OpenData.Rules.Scanning;
using OpenData.Schemas;

namespace OpenData.Rules.HeaderNames;

/// <summary>The rule <c>duplicate-label</c>.</summary>
public sealed class DuplicateLabelRule() : Rule(
    "duplicate-label",
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
        Message: "Columns {first} and {column} are both called \"{header}\"",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        var seen = new Dictionary<string, int>();
        foreach (var column in inspection.Columns)
        {
            var label = HeaderMatch.Fold(column.Header);
            if (label.Length > 0 && !seen.TryAdd(label, column.Index + 1))
            {
                findings.Add(this, Severity, inspection.Layout!.HeaderRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header, Fact.Of("first", seen[label]));
            }
        }
    }
}
