using OpenData.Intake;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>Tells that a UTF-8 file begins with a byte order mark, which must never become part of the first header.</summary>
public sealed class ByteOrderMarkRule() : Rule(
    "byte-order-mark",
    Clause.None,
    Severity.Info,
    thai: new RuleText(
        Title: "มีเครื่องหมาย BOM ที่ต้นไฟล์",
        Message: "ไฟล์ขึ้นต้นด้วยเครื่องหมายลำดับไบต์ (BOM) ขนาด {bytes} ไบต์ ซึ่งมองไม่เห็น",
        Why: "Excel ต้องใช้เครื่องหมายนี้จึงจะอ่านภาษาไทยได้ แต่บางโปรแกรมนับรวมเป็นส่วนหนึ่งของชื่อคอลัมน์แรก ระบบอ่านได้ถูกต้องและไม่ถือเป็นข้อผิดพลาด",
        Fix: "ไม่จำเป็นต้องแก้ไข หากต้องการเอาออก ให้เปิดไฟล์ด้วย Notepad แล้วเลือก บันทึกเป็น → การเข้ารหัส: UTF-8",
        Bad: "\uFEFFจังหวัด,ประชากร\nน่าน,474539",
        Good: """
            จังหวัด,ประชากร
            น่าน,474539
            """),
    english: new RuleText(
        Title: "Byte order mark",
        Message: "The file begins with a byte order mark (BOM) of {bytes} bytes, which is not seen",
        Why: "Excel needs this mark to read Thai, but some programs take it for part of the first column's name. It is read correctly here and is no error.",
        Fix: "Nothing need be done. To remove it, open the file in Notepad and choose Save As → Encoding: UTF-8.",
        Bad: "\uFEFFจังหวัด,ประชากร\nน่าน,474539",
        Good: """
            จังหวัด,ประชากร
            น่าน,474539
            """))
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
