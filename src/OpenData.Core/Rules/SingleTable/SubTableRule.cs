using OpenData.Rules.Scanning;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.SingleTable;

/// <summary>The rule <c>sub-table</c>.</summary>
public sealed class SubTableRule() : Rule(
    "sub-table",
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
        Message: "A second table begins at row {row}: its header is there again",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.RepeatedHeader))
        {
            findings.Add(this, row.Row, row.Line, string.Join(" | ", row.Cells));
        }
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        var columns = inspection.Columns;
        for (var i = 1; i + 1 < columns.Count; i++)
        {
            if (IsGap(columns[i]) && !IsGap(columns[i - 1]) && columns.Skip(i + 1).Any(c => c.Values > 0) && columns.Take(i).Any(c => c.Values > 0))
            {
                var next = columns.Skip(i + 1).First(c => c.Values > 0);
                findings.Add(this, next, null, Fact.Of("gap", columns[i].Index + 1));
            }
        }
    }

    /// <summary>Numbers in the rows above the header, over columns that have neither a name nor a value below, are another table put beside the title.</summary>
    public override void Start(Inspection inspection, Findings findings)
    {
        var layout = inspection.Layout;
        var beside = (layout?.Above ?? []).FirstOrDefault(row => row.Cells.Where((cell, i) => IsNumber(cell) && i < layout!.Labels.Count && HeaderMatch.Fold(layout.Labels[i]).Length == 0).Any());
        if (layout is { Headers.Count: > 0 } && beside is not null && beside.Filled > 1)
        {
            findings.Add(this, beside.Row, beside.Line, string.Join(" | ", beside.Cells.Where(c => c.Length > 0)));
        }
    }

    private static bool IsNumber(string cell) => CellReader.Read(System.Text.Encoding.UTF8.GetBytes(cell)).Shape.IsNumeric();

    private static bool IsGap(ColumnProfile column) => column.Values == 0 && HeaderMatch.Fold(column.Header).Length == 0;
}
