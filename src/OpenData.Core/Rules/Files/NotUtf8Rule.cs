using OpenData.Intake;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>The rule <c>not-utf8</c>.</summary>
public sealed class NotUtf8Rule() : Rule(
    "not-utf8",
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
        Message: "The file is {encoding}, not UTF-8",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Upload.Text is { Encoding: not TextEncoding.Utf8 } text)
        {
            findings.Add(this, Fact.Of("encoding", Decoders.NameOf(text.Encoding)));
        }
    }
}
