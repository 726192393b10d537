using OpenData.Intake;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>The rule <c>not-tabular</c>.</summary>
public sealed class NotTabularRule() : Rule(
    "not-tabular",
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
        Message: "{name} is no CSV text but {kind}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        var upload = inspection.Submission.Upload;
        if (upload.Kind is not (FileKind.Csv or FileKind.Empty))
        {
            findings.Add(this, Fact.Of("name", upload.Name), Fact.Of("kind", FileKinds.NameOf(upload.Kind)));
        }
    }
}
