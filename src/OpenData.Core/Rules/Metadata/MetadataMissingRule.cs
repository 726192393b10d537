using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Rules.Metadata;

/// <summary>Finds which of the 14 mandatory items of Form 1 are missing, or said to be unknown.</summary>
public sealed class MetadataMissingRule() : Rule(
    "metadata-missing",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "คำอธิบายชุดข้อมูลไม่ครบ",
        Message: "แบบฟอร์ม 1 {state} “{item}” ({field})",
        Why: "มาตรฐาน มรด. 3-1:2565 กำหนดคำอธิบายข้อมูลที่ต้องมี 14 รายการ ชุดข้อมูลที่ขาดรายการใดลงทะเบียนกับระบบบัญชีข้อมูลภาครัฐไม่ได้ รายการที่ระบุว่าไม่ทราบยังลงทะเบียนได้ แต่ผู้ใช้จะประเมินและติดต่อสอบถามไม่ได้",
        Fix: "กรอกรายการนี้ในแบบฟอร์ม 1 โดยถามหน่วยงานเจ้าของข้อมูล อย่าใส่คำว่าไม่ทราบเพียงเพื่อให้ครบ",
        Bad: """
            { "title": "รายชื่อสถานพยาบาล", "data_type": "record" }
            """,
        Good: """
            { "title": "รายชื่อสถานพยาบาล", "data_type": "record",
              "maintainer": "กลุ่มสารสนเทศ", "maintainer_email": "saraban@example.go.th", … }
            """),
    english: new RuleText(
        Title: "Metadata incomplete",
        Message: "Form 1 {state} \"{item}\" ({field})",
        Why: "The standard \"มรด. 3-1:2565\" asks for 14 items of metadata. A dataset that lacks one cannot be registered in the government data catalog. An item said to be unknown can be registered, but leaves users without what they need to judge the data or to ask about them.",
        Fix: "Fill the item in Form 1; ask the agency that owns the data. Do not write \"unknown\" only to have it filled.",
        Bad: """
            { "title": "Health facilities", "data_type": "record" }
            """,
        Good: """
            { "title": "Health facilities", "data_type": "record",
              "maintainer": "Information group", "maintainer_email": "saraban@example.go.th", … }
            """))
{
    /// <summary>An unspecified licence is told by <see cref="NotOpenRule"/>, once.</summary>
    private const string License = "license_id";

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Form?.MissingItems() is not { } items)
        {
            return;
        }

        foreach (var item in items.Missing)
        {
            findings.Add(this, Severity.Error, null, null, null, null, null, Fact.Of("field", item.Field), Fact.Of("item", item.Field), Fact.Of("state", "missing"));
        }

        foreach (var item in items.Unknown.Where(i => i.Field != License))
        {
            findings.Add(this, Severity.Warning, null, null, null, null, null, Fact.Of("field", item.Field), Fact.Of("item", item.Field), Fact.Of("state", "unknown"));
        }
    }

    /// <inheritdoc/>
    public override string? Word(Fact fact, Finding finding, Language language) => (fact.Name, fact.Text) switch
    {
        ("item", var field) => MissingItems.All.FirstOrDefault(i => i.Field == field)?.Title.In(language),
        ("state", "missing") => language == Language.Thai ? "ไม่มี" : "lacks",
        ("state", _) => language == Language.Thai ? "ระบุว่าไม่ทราบ" : "says \"unknown\" for",
        _ => null,
    };
}
