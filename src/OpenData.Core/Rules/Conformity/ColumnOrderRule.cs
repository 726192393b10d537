using OpenData.Rules.Scanning;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>column-order</c>.</summary>
public sealed class ColumnOrderRule() : Rule(
    "column-order",
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
        Message: "Columns stand in another order than in the dictionary, from column {column} \"{header}\" on",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        var dictionary = inspection.Submission.Dictionary;
        var last = -1;
        foreach (var column in inspection.Columns.Where(c => c.Dictionary is not null))
        {
            var position = dictionary!.IndexOf(column.Dictionary!.Name);
            if (position < last)
            {
                findings.Add(this, column, null);
                return;
            }

            last = position;
        }
    }
}
