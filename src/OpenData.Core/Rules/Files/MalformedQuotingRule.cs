using OpenData.Rules.Scanning;
using OpenData.Tables;

namespace OpenData.Rules.Files;

/// <summary>The rule <c>malformed-quoting</c>.</summary>
public sealed class MalformedQuotingRule() : Rule(
    "malformed-quoting",
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
        Message: "Row {row}: a quote is out of place ({fault})",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var row in (inspection.Layout?.Above ?? []).Concat(inspection.Layout?.Headers ?? []).Where(r => r.Fault is not (RowFault.None or RowFault.TooLong)))
        {
            findings.Add(this, row.Row, row.Line, row.Cells.FirstOrDefault(c => c.Contains('"', StringComparison.Ordinal)), Fact.Of("fault", NameOf(row.Fault)));
        }
    }

    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.Malformed) && row.Fault != RowFault.TooLong)
        {
            findings.Add(this, row.Row, row.Line, row.Cells.FirstOrDefault(c => c.Contains('"', StringComparison.Ordinal)), Fact.Of("fault", NameOf(row.Fault)));
        }
    }

    private static string NameOf(RowFault fault) => fault switch
    {
        RowFault.UnclosedQuote => "unclosed-quote",
        RowFault.TextAfterQuote => "text-after-quote",
        _ => "stray-quote",
    };
}
