using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>The rule <c>missing-cell</c>.</summary>
public sealed class MissingCellRule() : Rule(
    "missing-cell",
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
        Message: "Row {row} has {fields} cells; the header has {columns}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    private int columns;

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        columns = inspection.Columns.Count;
    }

    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.Short) && !row.Is(RowMarks.Blank) && row.FieldCount > 0)
        {
            findings.Add(this, row.Row, row.Line, row.Cells is [var first, ..] ? first : null, Fact.Of("fields", row.FieldCount), Fact.Of("columns", columns));
        }
    }
}
