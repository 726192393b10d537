using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.NoMergedCells;

/// <summary>The rule <c>merged-cells-trace</c>.</summary>
public sealed class MergedCellsTraceRule() : Rule(
    "merged-cells-trace",
    Clause.NoMergedCells,
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
        Message: "Column {column} has a value only at the head of each group: {values} values, {empty} blanks",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        var columns = inspection.Columns;
        for (var i = 0; i < Math.Min(3, columns.Count - 1); i++)
        {
            var column = columns[i];
            if (column.Values > 1 && column.Empty > column.Values && columns.Skip(i + 1).Any(c => c.Values > 0 && c.Empty * 20 <= c.Values) && IsFilledFirst(column, inspection))
            {
                findings.Add(this, column, null, Fact.Of("values", column.Values), Fact.Of("empty", column.Empty));
            }
        }
    }

    /// <summary>A merged cell keeps its value in its first row, so the first data row has one.</summary>
    private static bool IsFilledFirst(ColumnProfile column, Inspection inspection) =>
        column.Tallies().Where(t => t.Shape != Shape.Empty).SelectMany(t => t.Tally.Samples).Select(s => s.Row).DefaultIfEmpty(0).Min() == inspection.Layout!.LastRowBeforeData + 1;
}
