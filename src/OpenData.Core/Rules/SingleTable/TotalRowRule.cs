using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>The rule <c>total-row</c>.</summary>
public sealed class TotalRowRule() : Rule(
    "total-row",
    Clause.SingleTable,
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
        Message: "Row {row} (\"{value}\") holds the sums of rows above it",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.Total))
        {
            findings.Add(this, row.Row, row.Line, row.Cells.FirstOrDefault(TotalRows.SaysTotal));
        }
    }
}
