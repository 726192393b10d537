using System.Numerics;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>Finds a column that says yes and no with more than one pair of words (clause 4).</summary>
public sealed class MixedBooleansRule() : Rule(
    "mixed-booleans",
    Clause.ConsistentTypes,
    Severity.Warning,
    thai: new RuleText(
        Title: "คำตอบใช่/ไม่ใช่เขียนหลายแบบ",
        Message: "คอลัมน์ “{header}” เขียนคำตอบใช่/ไม่ใช่ {pairs} แบบ",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 4 “ข้อมูลในหนึ่งคอลัมน์ต้องมีความสม่ำเสมอ” เมื่อเขียนหลายแบบ การนับหรือกรองคำตอบจะได้ผลไม่ครบ",
        Fix: "เลือกแบบเดียวทั้งคอลัมน์ (แนะนำ true/false) แล้วใช้ ค้นหาและแทนที่ โดยเลือก ตรงกับเนื้อหาทั้งเซลล์ เปลี่ยนค่าอื่นให้เหมือนกัน",
        Bad: """
            หน่วยงาน,เผยแพร่แล้ว
            กรม ก,ใช่
            กรม ข,ไม่ใช่
            กรม ค,Y
            กรม ง,N
            """,
        Good: """
            หน่วยงาน,เผยแพร่แล้ว
            กรม ก,ใช่
            กรม ข,ไม่ใช่
            กรม ค,ใช่
            กรม ง,ไม่ใช่
            """),
    english: new RuleText(
        Title: "Yes and no written in several ways",
        Message: "Column \"{header}\" says yes and no in {pairs} ways",
        Why: "Clause 4 of the guideline (indicator 2.5, level 3.1) asks for consistent data in each column. Where there are several, counts and filters of the answers miss some.",
        Fix: "Choose one way for the whole column (best true/false) and turn the others into it by Find & Replace with Match entire cell contents.",
        Bad: """
            หน่วยงาน,เผยแพร่แล้ว
            กรม ก,ใช่
            กรม ข,ไม่ใช่
            กรม ค,Y
            กรม ง,N
            """,
        Good: """
            หน่วยงาน,เผยแพร่แล้ว
            กรม ก,ใช่
            กรม ข,ไม่ใช่
            กรม ค,ใช่
            กรม ง,ไม่ใช่
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type == ColumnType.Boolean))
        {
            var pairs = BitOperations.PopCount((uint)column.BooleanPairs) + (column.CountOf(Shape.Integer) > 0 ? 1 : 0);
            if (pairs > 1)
            {
                findings.Add(this, column, null, Fact.Of("pairs", pairs));
            }
        }
    }
}
