using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>The rule <c>blank-row</c>.</summary>
public sealed class BlankRowRule() : Rule(
    "blank-row",
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
        Message: "Row {row} is blank",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    private readonly List<(long Row, long Line)> pending = [];
    private long pendingCount;
    private int keep;

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        keep = inspection.Options.Keep;
    }

    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (!row.Is(RowMarks.Blank))
        {
            return;
        }

        if (pending.Count > 0 && row.LastDataRow > pending[0].Row)
        {
            Tell(findings, Severity.Error);
        }

        pendingCount++;
        if (pending.Count < keep)
        {
            pending.Add((row.Row, row.Line));
        }
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        if (pending.Count > 0)
        {
            // Blank rows after the last row do no harm to the table; Excel leaves them behind.
            Tell(findings, inspection.LastDataRow > pending[0].Row ? Severity.Error : Severity.Warning);
        }
    }

    private void Tell(Findings findings, Severity severity)
    {
        foreach (var (row, line) in pending)
        {
            findings.Add(this, severity, row, line, null, null, null);
        }

        findings.Count(this, severity, pendingCount - pending.Count);
        pending.Clear();
        pendingCount = 0;
    }
}
