namespace OpenData.Rules.Metadata;

/// <summary>Finds a source in Form 1 that says the data were not collected by the agency itself. Only what is said outright counts: other sources are for people to judge.</summary>
public sealed class NotPrimaryDataRule() : Rule(
    "not-primary-data",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ไม่ใช่ข้อมูลที่หน่วยงานจัดเก็บเอง",
        Message: "แบบฟอร์ม 1 ระบุแหล่งที่มาว่า “{source}” จึงไม่ใช่ข้อมูลปฐมภูมิของหน่วยงาน",
        Why: "ชุดข้อมูลเปิดควรเผยแพร่โดยหน่วยงานที่จัดเก็บข้อมูลนั้นเอง เพื่อให้มีเจ้าของที่รับผิดชอบความถูกต้องและปรับปรุงให้เป็นปัจจุบัน สำเนาจากแหล่งอื่นจะล้าสมัยและขัดกับต้นฉบับ",
        Fix: "อ้างอิงชุดข้อมูลของหน่วยงานเจ้าของแทนการเผยแพร่สำเนา หากหน่วยงานจัดเก็บข้อมูลเองจริง ให้แก้แหล่งที่มาในแบบฟอร์ม 1",
        Bad: """
            { "data_source": "ข้อมูลทุติยภูมิ รวบรวมจากเว็บไซต์อื่น" }
            """,
        Good: """
            { "data_source": "ระบบทะเบียนสถานพยาบาลของกรม" }
            """),
    english: new RuleText(
        Title: "Not the agency's own data",
        Message: "Form 1 gives the source as \"{source}\": these are no primary data of the agency",
        Why: "Open data should be published by the agency that collected them, so that somebody answers for them and keeps them current. A copy from elsewhere grows old and contradicts its original.",
        Fix: "Point to the dataset of the agency that owns the data instead of publishing a copy. If your agency did collect them, correct the source in Form 1.",
        Bad: """
            { "data_source": "Secondary data, gathered from another web site" }
            """,
        Good: """
            { "data_source": "The department's register of health facilities" }
            """))
{
    private static readonly string[] Words =
    [
        "ทุติยภูมิ", "ไม่ได้จัดเก็บเอง", "มิได้จัดเก็บเอง", "ไม่ได้เก็บรวบรวมเอง", "คัดลอกจากหน่วยงานอื่น", "คัดลอกจากเว็บไซต์",
        "secondary data", "not collected by", "copied from another",
    ];

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Form?.DataSource is not { } source)
        {
            return;
        }

        var said = new[] { source.Th, source.En }.OfType<string>().FirstOrDefault(text => Array.Exists(Words, w => text.Contains(w, StringComparison.OrdinalIgnoreCase)));
        if (said is not null)
        {
            findings.Add(this, Fact.Of("field", "data_source"), Fact.Of("source", Scanning.CellText.Cut(said)));
        }
    }
}
