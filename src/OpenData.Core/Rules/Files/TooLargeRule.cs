using OpenData.Rules.Scanning;
using OpenData.Tables;

namespace OpenData.Rules.Files;

/// <summary>The rule <c>too-large</c>.</summary>
public sealed class TooLargeRule() : Rule(
    "too-large",
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
        Message: "Row {row} is longer than {limit} bytes",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Fault == RowFault.TooLong)
        {
            findings.Add(this, row.Row, row.Line, null, Fact.Of("limit", TableLimits.RecordSize));
        }
    }
}
