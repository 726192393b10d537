using System.Buffers;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.HeaderNames;

/// <summary>The rule <c>label-spaces</c>.</summary>
public sealed class LabelSpacesRule() : Rule(
    "label-spaces",
    Clause.HeaderNames,
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
        Message: "The name \"{header}\" of column {column} has spaces that are not seen",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    private static readonly SearchValues<char> Hidden = SearchValues.Create("\u00A0\u200B\u200C\u200D\u2060\uFEFF\t");

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => HasHiddenSpaces(c.Header)))
        {
            findings.Add(this, Severity, inspection.Layout!.HeaderRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header);
        }
    }

    private static bool HasHiddenSpaces(string label) =>
        !string.IsNullOrWhiteSpace(label)
        && (label.Trim() != label || label.Contains("  ", StringComparison.Ordinal) || label.AsSpan().ContainsAny(Hidden));
}
