using OpenData.Rules.Scanning;
using OpenData.Schemas;

namespace OpenData.Rules.SingleTable;

/// <summary>Finds a column without any value: without a name an error, with a name a warning (clause 6).</summary>
public sealed class BlankColumnRule() : Rule(
    "blank-column",
    Clause.SingleTable,
    Severity.Error,
    thai: new RuleText(
        Title: "มีคอลัมน์ว่าง",
        Message: "คอลัมน์ที่ {column} (ชื่อ “{header}”) ไม่มีค่าเลยทั้ง {rows} แถว",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 6 “ห้ามมีข้อมูลที่หลากหลาย: สี แผนภูมิ ตารางย่อย” คอลัมน์ว่างที่ไม่มีชื่อมักเหลือจากการจัดหน้าและแบ่งตารางเป็นสองส่วน คอลัมน์ที่มีชื่อแต่ไม่มีค่าทำให้ข้อมูลดูไม่ครบ",
        Fix: "คลิกขวาที่ตัวอักษรหัวคอลัมน์นั้นใน Excel → ลบ หากเป็นคอลัมน์ที่รอข้อมูล ให้เติมค่า หรืออธิบายไว้ในแบบฟอร์ม 2",
        Bad: """
            จังหวัด,,ปี
            น่าน,,2023
            แพร่,,2023
            """,
        Good: """
            จังหวัด,ปี
            น่าน,2023
            แพร่,2023
            """),
    english: new RuleText(
        Title: "Blank column",
        Message: "Column {column} (name: \"{header}\") has no value in any of {rows} rows",
        Why: "Clause 6 of the guideline (indicator 2.5, level 3.1) allows one plain table and nothing else. A blank column without a name is left over from the layout and cuts the table in two; one with a name makes the data look incomplete.",
        Fix: "Right-click the column's letter in Excel → Delete. If the column is waiting for data, fill it, or explain it in Form 2.",
        Bad: """
            จังหวัด,,ปี
            น่าน,,2023
            แพร่,,2023
            """,
        Good: """
            จังหวัด,ปี
            น่าน,2023
            แพร่,2023
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Values == 0 && c.Empty > 0))
        {
            // A column with a name may be waiting for its first value; one without is left over from a sheet.
            findings.Add(this, HeaderMatch.Fold(column.Header).Length == 0 ? Severity.Error : Severity.Warning, column, null, Fact.Of("rows", inspection.DataRows));
        }
    }
}
