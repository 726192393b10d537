using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleHeader;

/// <summary>The rule <c>title-above-header</c>.</summary>
public sealed class TitleAboveHeaderRule() : Rule(
    "title-above-header",
    Clause.SingleHeader,
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
        Message: "{count} rows stand above the header, which is in row {headerRow}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Layout is { HeaderRow: { } headerRow, Above: { Count: > 0 } above })
        {
            var first = above.FirstOrDefault(r => r.Filled > 0) ?? above[0];
            findings.Add(this, first.Row, first.Line, string.Join(" ", first.Cells.Where(c => !string.IsNullOrWhiteSpace(c))), Fact.Of("count", above.Count), Fact.Of("headerRow", headerRow));
        }
    }
}
