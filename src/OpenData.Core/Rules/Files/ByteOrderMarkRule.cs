using OpenData.Intake;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>The rule <c>byte-order-mark</c>.</summary>
public sealed class ByteOrderMarkRule() : Rule(
    "byte-order-mark",
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
        Message: "The file begins with a byte order mark of {bytes} bytes",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Upload.Text is { Encoding: TextEncoding.Utf8, ByteOrderMark: > 0 and var bytes })
        {
            findings.Add(this, Fact.Of("bytes", bytes));
        }
    }
}
