using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>Tells that rows of one file end in different ways: CR LF, LF or CR.</summary>
public sealed class MixedLineEndingsRule() : Rule(
    "mixed-line-endings",
    Clause.None,
    Severity.Info,
    thai: new RuleText(
        Title: "อักขระขึ้นบรรทัดใหม่ปะปนกัน",
        Message: "บรรทัดในไฟล์จบด้วยอักขระต่างกัน: CR LF {crlf} บรรทัด, LF {lf} บรรทัด, CR {cr} บรรทัด",
        Why: "มักเกิดจากการนำไฟล์จากหลายระบบมาต่อกัน โปรแกรมบางตัวอาจนับแถวผิด ระบบอ่านได้และจะทำให้เหมือนกันเมื่อเผยแพร่",
        Fix: "เปิดไฟล์ใน Excel แล้วเลือก บันทึกเป็น → CSV UTF-8 (Comma delimited) อีกครั้ง ทุกบรรทัดจะจบแบบเดียวกัน",
        Bad: "จังหวัด,ปี\r\nน่าน,2023\r\nแพร่,2023\nตาก,2023\n",
        Good: "จังหวัด,ปี\r\nน่าน,2023\r\nแพร่,2023\r\nตาก,2023\r\n"),
    english: new RuleText(
        Title: "Mixed line endings",
        Message: "Lines end in different ways: {crlf} with CR LF, {lf} with LF, {cr} with CR",
        Why: "Mostly files of several systems were joined; some programs may miscount the rows. It is read correctly here and made even when published.",
        Fix: "Open the file in Excel and choose Save As → CSV UTF-8 (Comma delimited) once more; all lines will then end alike.",
        Bad: "จังหวัด,ปี\r\nน่าน,2023\r\nแพร่,2023\nตาก,2023\n",
        Good: "จังหวัด,ปี\r\nน่าน,2023\r\nแพร่,2023\r\nตาก,2023\r\n"))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Upload.Text is not { } text)
        {
            return;
        }

        // A line break inside a quoted cell ends no row: with such breaks the endings are mixed only where no one kind is enough for all rows.
        var most = Math.Max(text.CrLf, Math.Max(text.Lf, text.Cr));
        var all = text.CrLf + text.Lf + text.Cr;
        if (all <= inspection.AllRows ? most < all : most < inspection.AllRows - 1)
        {
            findings.Add(this, Fact.Of("crlf", text.CrLf), Fact.Of("lf", text.Lf), Fact.Of("cr", text.Cr));
        }
    }
}
