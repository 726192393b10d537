using OpenData.Schemas;

namespace OpenData.Rules.Metadata;

/// <summary>Tells every fault that kept Form 1 from being read: not in a code list, no e-mail address, a date of the Buddhist era.</summary>
public sealed class MetadataInvalidRule() : Rule(
    "metadata-invalid",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "คำอธิบายชุดข้อมูลไม่ถูกต้อง",
        Message: "แบบฟอร์ม 1 บรรทัดที่ {formLine} {pointer}: {fault}",
        Why: "ระบบบัญชีข้อมูลภาครัฐรับเฉพาะค่าในรายการที่กำหนดและวันที่ ค.ศ. แบบ ISO 8601 ค่าที่ผิดทำให้ค้นหา จัดกลุ่ม และเชื่อมโยงกับระบบอื่นไม่ได้",
        Fix: "แก้ค่าตามข้อความที่แจ้ง แล้วตรวจแบบฟอร์ม 1 อีกครั้ง ค่าที่เลือกได้ของแต่ละรายการอยู่ใน schemas/codelists.json",
        Bad: """
            { "data_category": "ทั่วไป", "last_updated_date": "2567-01-31" }
            """,
        Good: """
            { "data_category": "public", "last_updated_date": "2024-01-31" }
            """),
    english: new RuleText(
        Title: "Metadata invalid",
        Message: "Form 1, line {formLine}, {pointer}: {fault}",
        Why: "The government data catalog takes only values of its code lists, and dates of the common era in ISO 8601. A wrong value cannot be searched for, grouped or exchanged with other systems.",
        Fix: "Correct the value as told and check Form 1 again. The values of every code list are in schemas/codelists.json.",
        Bad: """
            { "data_category": "general", "last_updated_date": "2567-01-31" }
            """,
        Good: """
            { "data_category": "public", "last_updated_date": "2024-01-31" }
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var error in inspection.Submission.FormErrors)
        {
            findings.Add(
                this,
                Fact.Of("fault", error.Code),
                Fact.Of("formLine", error.Line),
                Fact.Of("pointer", error.Pointer.Length > 0 ? error.Pointer : "/"),
                Fact.Of("faultTh", error.Message.In(Language.Thai)),
                Fact.Of("faultEn", error.Message.In(Language.English)));
        }
    }

    /// <inheritdoc/>
    public override string? Word(Fact fact, Finding finding, Language language) =>
        fact.Name == "fault" ? finding.Facts.FirstOrDefault(f => f.Name == (language == Language.Thai ? "faultTh" : "faultEn")).Text : null;
}
