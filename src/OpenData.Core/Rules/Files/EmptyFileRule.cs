using OpenData.Intake;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>The rule <c>empty-file</c>.</summary>
public sealed class EmptyFileRule() : Rule(
    "empty-file",
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
        Message: "{name} has no row at all",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        var upload = inspection.Submission.Upload;
        if (upload.Kind == FileKind.Empty || (upload.Kind == FileKind.Csv && inspection.Layout is null))
        {
            findings.Add(this, Fact.Of("name", upload.Name), Fact.Of("bytes", upload.Bytes));
        }
    }
}
