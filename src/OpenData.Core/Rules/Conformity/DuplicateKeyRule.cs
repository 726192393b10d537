using OpenData.Rules.Scanning;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>duplicate-key</c>.</summary>
public sealed class DuplicateKeyRule() : Rule(
    "duplicate-key",
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
        Message: "Row {row} has the key of a row above it: {value}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    private int[] key = [];

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        key = [.. (inspection.Submission.Dictionary?.Key ?? []).Select(name => inspection.Columns.FirstOrDefault(c => c.Dictionary?.Name == name)?.Index ?? -1).Where(i => i >= 0)];
    }

    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.DuplicateKey))
        {
            findings.Add(this, row.Row, row.Line, string.Join(" | ", key.Where(i => i < row.Cells.Count).Select(i => row.Cells[i])));
        }
    }
}
