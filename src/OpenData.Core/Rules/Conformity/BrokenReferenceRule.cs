using System.Text;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>broken-reference</c>.</summary>
public sealed class BrokenReferenceRule() : Rule(
    "broken-reference",
    Clause.None,
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
        Message: "Row {row}, column \"{header}\": \"{value}\" is no key of dataset {dataset}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override CellTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        // A reference of several columns is proved by the last of them alone only where it is the only one; such references are checked in the store.
        if (ReferenceOf(column, inspection) is not { } reference || inspection.Submission.References?.KeysOf(reference) is not { } keys)
        {
            return null;
        }

        var lookup = keys as HashSet<string> ?? [.. keys];
        return (ReadOnlySpan<byte> cell, in CellReading reading) => reading.Shape != Shape.Empty && !lookup.Contains(Encoding.UTF8.GetString(WhiteSpace.Trim(cell)));
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally], _ => [Fact.Of("dataset", ReferenceOf(column, inspection)!.Dataset)]);
            }
        }
    }

    private static Reference? ReferenceOf(ColumnProfile column, Inspection inspection) =>
        inspection.Submission.Dictionary?.References.FirstOrDefault(r => r.Columns.Count == 1 && r.Columns[0] == column.Dictionary?.Name);
}
