using OpenData.Intake;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>Finds a file that can be read but is not UTF-8, such as windows-874 (TIS-620) or UTF-16.</summary>
public sealed class NotUtf8Rule() : Rule(
    "not-utf8",
    Clause.None,
    Severity.Warning,
    thai: new RuleText(
        Title: "รหัสอักขระไม่ใช่ UTF-8",
        Message: "ไฟล์ใช้รหัสอักขระ {encoding} ไม่ใช่ UTF-8",
        Why: "โปรแกรมส่วนใหญ่ถือว่าไฟล์เป็น UTF-8 ไฟล์รหัสอื่นจะแสดงภาษาไทยผิดเพี้ยน ระบบจะแปลงให้เมื่อเผยแพร่ แต่ผู้ที่รับไฟล์ต้นฉบับโดยตรงจะพบปัญหา",
        Fix: "ใน Excel เลือก บันทึกเป็น → CSV UTF-8 (Comma delimited) แทน CSV (Comma delimited)",
        Bad: "(ไฟล์บันทึกเป็น windows-874 แต่ถูกเปิดเป็น UTF-8)\n\uFFFDѧ\uFFFD\uFFFDѴ,\uFFFDЪҡáÃ",
        Good: """
            จังหวัด,ประชากร
            น่าน,474539
            """),
    english: new RuleText(
        Title: "Not UTF-8",
        Message: "The file is in the encoding {encoding}, not UTF-8",
        Why: "Most programs take a file for UTF-8 and show Thai of another encoding as garbage. It is converted when published, but whoever gets the original will meet the trouble.",
        Fix: "In Excel choose Save As → CSV UTF-8 (Comma delimited) instead of CSV (Comma delimited).",
        Bad: "(a file saved as windows-874 and opened as UTF-8)\n\uFFFDѧ\uFFFD\uFFFDѴ,\uFFFDЪҡ\uFFFD",
        Good: """
            จังหวัด,ประชากร
            น่าน,474539
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Upload.Text is { Encoding: not TextEncoding.Utf8 } text)
        {
            findings.Add(this, Fact.Of("encoding", Decoders.NameOf(text.Encoding)));
        }
    }
}
