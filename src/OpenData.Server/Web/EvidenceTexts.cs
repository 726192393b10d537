using OpenData.Schemas;

namespace OpenData.Server.Web;

/// <summary>The words of the page on which evidence is attached.</summary>
internal static class EvidenceTexts
{
    public static readonly LocalText Checklist = new("รายการตรวจการคัดเลือกและหลักฐาน", "Selection checklist and evidence");
    public static readonly LocalText Evidence = new("หลักฐานตัวชี้วัด", "Evidence for indicators");
    public static readonly LocalText Year = new("ปีงบประมาณ", "Fiscal year");
    public static readonly LocalText OfDataset = new(
        "เกณฑ์การคัดเลือกชุดข้อมูลนี้ และสิ่งที่ระบบรู้เองไม่ได้ ผู้แนบรับรองด้วยชื่อและวันที่ บันทึกแล้วแก้ไม่ได้ ฉบับใหม่ใช้แทนฉบับเดิม",
        "The criteria by which this dataset is selected, and what the system cannot know. Who attaches a document attests it with name and day. Nothing is changed afterwards: a newer record takes the place of an older one.");
    public static readonly LocalText OfOrganization = new(
        "หลักฐานของทั้งหน่วยงาน ที่ระบบรู้เองไม่ได้ ผู้แนบรับรองด้วยชื่อและวันที่ บันทึกแล้วแก้ไม่ได้ ฉบับใหม่ใช้แทนฉบับเดิม",
        "Evidence about the whole organization, which the system cannot know. Who attaches a document attests it with name and day. Nothing is changed afterwards: a newer record takes the place of an older one.");
    public static readonly LocalText Link = new("ที่อยู่เว็บ (http, https) หรือเลขที่หนังสือ", "A web address (http, https), or the number of a letter");
    public static readonly LocalText Date = new("วันที่ของเอกสาร (ค.ศ.)", "The document's day (C.E.)");
    public static readonly LocalText Value = new("ค่าที่เอกสารแสดง", "The value that the document shows");
    public static readonly LocalText Attach = new("แนบและรับรอง", "Attach and attest");
    public static readonly LocalText Replace = new("แนบฉบับใหม่แทน", "Attach another in its place");
    public static readonly LocalText TakeBack = new("ถอนหลักฐาน", "Take it back");
    public static readonly LocalText Withdrawn = new("ถอนแล้ว:", "taken back:");
    public static readonly LocalText Due = new("ส่งภายใน", "due by");
    public static readonly LocalText Given = new("รับรองโดย", "attested by");
}
