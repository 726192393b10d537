using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>The rule <c>mixed-line-endings</c>.</summary>
public sealed class MixedLineEndingsRule() : Rule(
    "mixed-line-endings",
    Clause.None,
    Severity.Info,
    thai: new RuleText(
        Title: "",
        Message: "",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""),
    english: new RuleText(
        Title: "",
        Message: "Lines end in different ways: {crlf} with CR LF, {lf} with LF, {cr} with CR",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        // A line break inside a quoted cell ends no row: the endings are mixed only where no one kind is enough for all rows.
        if (inspection.Submission.Upload.Text is { } text && Math.Max(text.CrLf, Math.Max(text.Lf, text.Cr)) < inspection.AllRows - 1)
        {
            findings.Add(this, Fact.Of("crlf", text.CrLf), Fact.Of("lf", text.Lf), Fact.Of("cr", text.Cr));
        }
    }
}
