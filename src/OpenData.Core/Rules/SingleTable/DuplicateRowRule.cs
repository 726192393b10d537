using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>The rule <c>duplicate-row</c>.</summary>
public sealed class DuplicateRowRule() : Rule(
    "duplicate-row",
    Clause.SingleTable,
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
        Message: "Row {row} is identical to a row above it",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.Duplicate))
        {
            findings.Add(this, row.Row, row.Line, string.Join(" | ", row.Cells));
        }
    }
}
