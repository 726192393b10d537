using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>Finds a file that has a header and no data row below it.</summary>
public sealed class NoRowsRule() : Rule(
    "no-rows",
    Clause.None,
    Severity.Warning,
    thai: new RuleText(
        Title: "มีแต่หัวคอลัมน์ ไม่มีข้อมูล",
        Message: "มีแถวหัวคอลัมน์ แต่ไม่มีแถวข้อมูลอยู่ด้านล่าง",
        Why: "ผู้ใช้ข้อมูลจะดาวน์โหลดได้เพียงตารางเปล่า และระบบจะนับว่าชุดข้อมูลนี้มี 0 แถว",
        Fix: "ใส่ข้อมูลใต้หัวคอลัมน์ หรือตรวจว่าไม่ได้กรองข้อมูล (ข้อมูล → ตัวกรอง) จนไม่เหลือแถวก่อนคัดลอก แล้วบันทึกเป็น CSV UTF-8 (Comma delimited) อีกครั้ง",
        Bad: "จังหวัด,ปี,ประชากร",
        Good: """
            จังหวัด,ปี,ประชากร
            เชียงใหม่,2023,1797075
            """),
    english: new RuleText(
        Title: "A header and no data",
        Message: "There is a header and no row of data below it",
        Why: "Users would download an empty table, and the catalog would count zero rows.",
        Fix: "Put the data below the header, or check that no filter (Data → Filter) hid the rows before they were copied, and save again as CSV UTF-8 (Comma delimited).",
        Bad: "จังหวัด,ปี,ประชากร",
        Good: """
            จังหวัด,ปี,ประชากร
            เชียงใหม่,2023,1797075
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        if (inspection.DataRows == 0)
        {
            findings.Add(this);
        }
    }
}
