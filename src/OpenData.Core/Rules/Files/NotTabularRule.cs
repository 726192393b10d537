using OpenData.Intake;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>Finds a file whose content is not what its name says, such as a workbook, a PDF or a web page called .csv; told by content.</summary>
public sealed class NotTabularRule() : Rule(
    "not-tabular",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ไฟล์ไม่ใช่ CSV",
        Message: "เนื้อหาของไฟล์ {name} ไม่ใช่ข้อความ CSV แต่เป็นไฟล์ชนิด {kind}",
        Why: "การเปลี่ยนนามสกุลไฟล์เป็น .csv ไม่ได้เปลี่ยนเนื้อหา โปรแกรมที่อ่าน CSV จึงเปิดไฟล์นี้ไม่ได้",
        Fix: "เปิดไฟล์ด้วยโปรแกรมที่ใช้สร้าง (เช่น Excel) แล้วเลือก บันทึกเป็น → CSV UTF-8 (Comma delimited) ห้ามเพียงเปลี่ยนนามสกุลไฟล์ หากเป็นหน้าเว็บ ให้ดาวน์โหลดไฟล์ข้อมูลใหม่",
        Bad: """
            <!DOCTYPE html>
            <html><body><table>
            <tr><td>จังหวัด</td><td>ปี</td></tr>
            </table></body></html>
            """,
        Good: """
            จังหวัด,ปี
            น่าน,2023
            """),
    english: new RuleText(
        Title: "Not a CSV file",
        Message: "The content of {name} is no CSV text but of kind {kind}",
        Why: "Renaming a file to .csv does not change its content; programs that read CSV cannot open it.",
        Fix: "Open the file in the program that made it (such as Excel) and choose Save As → CSV UTF-8 (Comma delimited); do not just rename it. If it is a web page, download the data file again.",
        Bad: """
            <!DOCTYPE html>
            <html><body><table>
            <tr><td>จังหวัด</td><td>ปี</td></tr>
            </table></body></html>
            """,
        Good: """
            จังหวัด,ปี
            น่าน,2023
            """))
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
