using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Rules.Metadata;

/// <summary>Finds a category, classification or condition of access in Form 1 that forbids release to the public, and a licence that leaves it in doubt.</summary>
public sealed class NotOpenRule() : Rule(
    "not-open",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ไม่ใช่ข้อมูลที่เปิดเผยต่อสาธารณะ",
        Message: "แบบฟอร์ม 1 ระบุ {item} เป็น “{stated}” ซึ่ง{effect}",
        Why: "ข้อมูลเปิดภาครัฐต้องเป็นข้อมูลสาธารณะ ชั้นเปิดเผย และให้ทุกคนเข้าถึงได้โดยไม่จำกัด (มรด. 8:2567) ส่วนสัญญาอนุญาตที่ไม่ระบุ ห้ามใช้เชิงพาณิชย์ หรือห้ามดัดแปลง ทำให้ผู้นำข้อมูลไปใช้ไม่แน่ใจในสิทธิของตน",
        Fix: "หากเป็นข้อมูลสาธารณะ ให้แก้หมวดหมู่เป็น public ชั้นข้อมูลเป็น open และเงื่อนไขการเข้าถึงเป็น ไม่มีการจำกัดการเข้าถึงข้อมูล แล้วเลือกสัญญาอนุญาต เช่น Open Data Common หากไม่ใช่ ห้ามเผยแพร่ไฟล์นี้",
        Bad: """
            { "data_category": "internal", "data_classification": "internal", "license_id": "not-specified" }
            """,
        Good: """
            { "data_category": "public", "data_classification": "open", "license_id": "odc" }
            """),
    english: new RuleText(
        Title: "Not open to the public",
        Message: "Form 1 states {item} as \"{stated}\", which {effect}",
        Why: "Open government data must be of the category public, of the classification open, and accessible to everybody without restriction (\"มรด. 8:2567\"). A licence that is not specified, or forbids commercial use or changes, leaves those who use the data in doubt of their rights.",
        Fix: "If the data are public, set the category to public, the classification to open and the condition of access to no restriction, and choose a licence such as Open Data Common. If they are not, do not publish this file.",
        Bad: """
            { "data_category": "internal", "data_classification": "internal", "license_id": "not-specified" }
            """,
        Good: """
            { "data_category": "public", "data_classification": "open", "license_id": "odc" }
            """))
{
    /// <summary>The code lists of what is stated; where two have the same code, it has the same meaning.</summary>
    private static readonly string[] Lists = ["data_category", "data_classification", "license_id"];

    /// <summary>Licences under which anybody may use the data for anything; what "other" says is for people to read.</summary>
    private static readonly string[] OpenLicenses = ["odc", "cc-by", "cc-by-sa", "gfdl", "other"];

    /// <summary>Words of a condition of access that keep the public out.</summary>
    private static readonly string[] Closed =
    [
        "ห้ามเผยแพร่", "ไม่เปิดเผย", "ไม่เผยแพร่", "ไม่อนุญาตให้เผยแพร่", "ใช้ภายใน", "เฉพาะภายใน", "ภายในหน่วยงานเท่านั้น", "ภายในองค์กรเท่านั้น", "เฉพาะเจ้าหน้าที่", "เฉพาะหน่วยงาน", "ปกปิด", "ชั้นความลับ",
        "not for public", "not public", "internal use", "confidential", "staff only", "no release",
    ];

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Form is not { } form)
        {
            return;
        }

        if (form.Category is { } category and not "public")
        {
            Tell(findings, Severity.Error, "data_category", category, "forbids");
        }

        if (form.Classification is { } classification and not "open")
        {
            Tell(findings, Severity.Error, "data_classification", classification, "forbids");
        }

        if (form.License is { } license && Array.IndexOf(OpenLicenses, license) < 0)
        {
            Tell(findings, Severity.Warning, "license_id", license, license == "not-specified" ? "leaves-open" : "restricts");
        }

        Condition(findings, "accessible_condition", form.AccessibleCondition);
        if (inspection.Submission.Resource is { } resource)
        {
            Condition(findings, "resource_accessible_condition", DatasetForm.ToText(resource.Json["resource_accessible_condition"]));
        }
    }

    /// <inheritdoc/>
    public override string? Word(Fact fact, Finding finding, Language language) => fact.Name switch
    {
        "item" => (SchemaFile.Dataset.Field("/" + fact.Text) ?? SchemaFile.Dataset.Field("/resources/0/" + fact.Text))?.Title.In(language),
        "stated" => Lists.Select(list => CodeLists.Label(list, fact.Text)).FirstOrDefault(label => label is not null)?.In(language),
        "effect" => (fact.Text, language) switch
        {
            ("forbids", Language.Thai) => "ห้ามเผยแพร่ต่อสาธารณะ",
            ("forbids", _) => "forbids public release",
            ("restricts", Language.Thai) => "จำกัดการนำไปใช้",
            ("restricts", _) => "restricts the use",
            (_, Language.Thai) => "ไม่บอกสิทธิในการนำไปใช้",
            _ => "does not say how the data may be used",
        },
        _ => null,
    };

    private void Condition(Findings findings, string field, LocalText condition)
    {
        foreach (var text in new[] { condition.Th, condition.En }.OfType<string>().Distinct())
        {
            if (Array.Exists(Closed, c => text.Contains(c, StringComparison.OrdinalIgnoreCase)))
            {
                Tell(findings, Severity.Error, field, text, "forbids");
                return;
            }
        }
    }

    private void Tell(Findings findings, Severity severity, string field, string stated, string effect) =>
        findings.Add(this, severity, null, null, null, null, null, Fact.Of("field", field), Fact.Of("item", field), Fact.Of("stated", stated), Fact.Of("effect", effect));
}
