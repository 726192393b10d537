using OpenData.Intake;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>Finds a file without any row: no bytes at all, or nothing but blank rows.</summary>
public sealed class EmptyFileRule() : Rule(
    "empty-file",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ไฟล์ว่าง",
        Message: "ไฟล์ {name} ไม่มีข้อมูลแม้แต่แถวเดียว (ขนาด {bytes} ไบต์)",
        Why: "ไฟล์ที่ไม่มีแถวใดเลยไม่มีสิ่งใดให้ตรวจหรือเผยแพร่ มักเกิดจากการบันทึกผิดแผ่นงานหรือการส่งไฟล์ไม่ครบ",
        Fix: "เปิดไฟล์ต้นฉบับใน Excel เลือกแผ่นงานที่มีข้อมูล แล้วเลือก บันทึกเป็น → CSV UTF-8 (Comma delimited) จากนั้นส่งไฟล์อีกครั้ง",
        Bad: """
            ,,
            ,,
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            เชียงใหม่,2023,1797075
            """),
    english: new RuleText(
        Title: "Empty file",
        Message: "{name} has no row at all ({bytes} bytes)",
        Why: "A file without a row holds nothing to check or to publish. Mostly the wrong sheet was saved, or the transfer was cut short.",
        Fix: "Open the original in Excel, choose the sheet that has the data, choose Save As → CSV UTF-8 (Comma delimited), and send the file again.",
        Bad: """
            ,,
            ,,
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            เชียงใหม่,2023,1797075
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        var upload = inspection.Submission.Upload;
        if (upload.Kind == FileKind.Empty || (upload.Kind == FileKind.Csv && inspection.Layout is null && inspection.Unread.Count == 0))
        {
            findings.Add(this, Fact.Of("name", upload.Name), Fact.Of("bytes", upload.Bytes));
        }
    }
}
