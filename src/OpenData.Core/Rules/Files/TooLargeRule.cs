using OpenData.Rules.Scanning;
using OpenData.Tables;

namespace OpenData.Rules.Files;

/// <summary>Finds a row longer than the checker reads, which is no row of a table.</summary>
public sealed class TooLargeRule() : Rule(
    "too-large",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "แถวยาวเกินขีดจำกัด",
        Message: "แถวที่ {row} ยาวกว่า {limit} ไบต์หรือมีเกิน {cells} เซลล์",
        Why: "แถวที่ยาวเพียงนี้ไม่ใช่แถวของตาราง มักเกิดจากเครื่องหมายคำพูดที่ไม่ปิด ไฟล์ที่ไม่มีการขึ้นบรรทัดใหม่ หรือการใส่เอกสารทั้งฉบับในเซลล์เดียว",
        Fix: "ตรวจแถวดังกล่าวในไฟล์ต้นฉบับ ย้ายข้อความยาวหรือรูปภาพไปเป็นไฟล์แนบแล้วใส่ลิงก์แทน หากเป็นหลายตารางต่อกัน ให้แยกเป็นหลายไฟล์ แล้วบันทึกเป็น CSV UTF-8 (Comma delimited)",
        Bad: """
            (แถวเดียวยาวเกินขีดจำกัด เพราะทั้งไฟล์ไม่มีการขึ้นบรรทัดใหม่)
            จังหวัด,ปี,น่าน,2023,แพร่,2023,…
            """,
        Good: """
            จังหวัด,ปี
            น่าน,2023
            แพร่,2023
            """),
    english: new RuleText(
        Title: "Row beyond the limit",
        Message: "Row {row} is longer than {limit} bytes or has more than {cells} cells",
        Why: "A row that long is no row of a table: a quote was never closed, the file has no line breaks, or a whole document was put into one cell.",
        Fix: "Look at that row in the original. Keep long texts or pictures in files of their own and give links; split joined tables into several files; save as CSV UTF-8 (Comma delimited).",
        Bad: """
            (one row beyond the limit, since the file has no line break)
            จังหวัด,ปี,น่าน,2023,แพร่,2023,…
            """,
        Good: """
            จังหวัด,ปี
            น่าน,2023
            แพร่,2023
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var row in inspection.Unread)
        {
            Tell(row.Row, row.Line, findings);
        }
    }

    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Fault == RowFault.TooLong)
        {
            Tell(row.Row, row.Line, findings);
        }
    }

    private void Tell(long row, long line, Findings findings) =>
        findings.Add(this, row, line, null, Fact.Of("limit", TableLimits.RecordSize), Fact.Of("cells", TableLimits.Fields));
}
