using OpenData.Rules.Layouts;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.HeaderNames;

/// <summary>The rule <c>label-not-identifier</c>.</summary>
public sealed class LabelNotIdentifierRule() : Rule(
    "label-not-identifier",
    Clause.HeaderNames,
    Severity.Info,
    thai: new RuleText(
        Title: "",
        Message: "",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""),
    english: new RuleText(
        Title: "",
        Message: "The name \"{header}\" of column {column} is not an English identifier; it could be {suggestion}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => !string.IsNullOrWhiteSpace(c.Header) && !Identifiers.IsIdentifier(c.Header)))
        {
            findings.Add(this, Severity, inspection.Layout!.HeaderRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header, Fact.Of("suggestion", column.Name));
        }
    }
}
