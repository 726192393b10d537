using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>The rule <c>note-row</c>.</summary>
public sealed class NoteRowRule() : Rule(
    "note-row",
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
        Message: "Row {row} is a note, not data: \"{value}\"",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.Note))
        {
            findings.Add(this, row.Row, row.Line, row.Cells.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c)));
        }
    }
}
