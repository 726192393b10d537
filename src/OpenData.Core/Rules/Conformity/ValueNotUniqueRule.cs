using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>value-not-unique</c>.</summary>
public sealed class ValueNotUniqueRule() : Rule(
    "value-not-unique",
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
        Message: "Row {row}, column \"{header}\": \"{value}\" stands in a row above",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override CellTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        if (column.Dictionary is not { Unique: true })
        {
            return null;
        }

        var seen = new Fingerprints(CheckLimits.UniqueKeys);
        return (ReadOnlySpan<byte> cell, in CellReading reading) => reading.Shape != Shape.Empty && !seen.Add(Fingerprints.Of(cell));
    }

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
