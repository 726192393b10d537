using System.Buffers;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Files;

/// <summary>The rule <c>control-character</c>.</summary>
public sealed class ControlCharacterRule() : Rule(
    "control-character",
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
        Message: "Row {row}, column {column}: the cell holds a control character",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(b => b is not (9 or 10 or 13)).Append(0x7F).Select(b => (byte)b)]);

    /// <inheritdoc/>
    public override CellTest? TestFor(ColumnProfile column, Inspection inspection) =>
        inspection.Submission.Upload.Text is { ControlCount: > 0 } ? static (ReadOnlySpan<byte> cell, in CellReading _) => cell.ContainsAny(Controls) : null;

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally]);
            }
        }
    }
}
