using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>Tells that a cell has white space before or after its value (clause 4).</summary>
public sealed class TrailingSpacesRule() : Rule(
    "trailing-spaces",
    Clause.ConsistentTypes,
    Severity.Info,
    thai: new RuleText(
        Title: "มีช่องว่างหน้าหรือหลังค่า",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” มีช่องว่างอยู่หน้าหรือหลังค่า",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 4 “ข้อมูลในหนึ่งคอลัมน์ต้องมีความสม่ำเสมอ” “น่าน” กับ “น่าน ” (มีช่องว่างต่อท้าย) ดูเหมือนกัน แต่โปรแกรมถือว่าเป็นคนละค่า ผลนับจึงแยกเป็นสองกลุ่ม",
        Fix: "ใช้สูตร =TRIM(A2) ในคอลัมน์ว่าง คัดลอกผลลัพธ์ แล้วเลือก วางแบบพิเศษ → ค่า ทับคอลัมน์เดิม",
        Bad: """
            จังหวัด,ปี
            น่าน ,2023
            แพร่,2023
            """,
        Good: """
            จังหวัด,ปี
            น่าน,2023
            แพร่,2023
            """),
    english: new RuleText(
        Title: "Spaces around a value",
        Message: "Row {row}, column \"{header}\": \"{value}\" has white space before or after it",
        Why: "Clause 4 of the guideline (indicator 2.5, level 3.1) asks for consistent data in each column. \"น่าน\" and \"น่าน \" look the same, but programs take them for two values and count them apart.",
        Fix: "Put =TRIM(A2) in an empty column, copy the results, and choose Paste Special → Values over the old column.",
        Bad: """
            จังหวัด,ปี
            น่าน ,2023
            แพร่,2023
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
        foreach (var column in inspection.Columns)
        {
            findings.AddCells(this, column, column.Tallies().Where(t => t.Shape != Shape.Empty && t.Marks.HasFlag(ShapeMarks.Spaces)).Select(t => t.Tally));
        }
    }
}
