using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>Finds a column that writes decimals with a point in some cells and with a comma in others (clause 4).</summary>
public sealed class MixedDecimalsRule() : Rule(
    "mixed-decimals",
    Clause.ConsistentTypes,
    Severity.Warning,
    thai: new RuleText(
        Title: "จุดทศนิยมเขียนสองแบบ",
        Message: "คอลัมน์ “{header}” เขียนทศนิยมสองแบบ: ใช้จุด {points} ค่า ใช้จุลภาค {commas} ค่า",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 4 “ข้อมูลในหนึ่งคอลัมน์ต้องมีความสม่ำเสมอ” ค่าที่ใช้จุลภาคเป็นทศนิยมจะถูกอ่านเป็นข้อความหรือผิดหลัก เช่น 8,2 กลายเป็น 82",
        Fix: "เลือกคอลัมน์ ใช้ ค้นหาและแทนที่ เปลี่ยน , เป็น . โดยตรวจก่อนว่าจุลภาคนั้นไม่ใช่ตัวคั่นหลักพัน",
        Bad: """
            สถานี,ปริมาณฝน
            น่าน,12.5
            แพร่,"8,2"
            ลำพูน,10.4
            """,
        Good: """
            สถานี,ปริมาณฝน
            น่าน,12.5
            แพร่,8.2
            ลำพูน,10.4
            """),
    english: new RuleText(
        Title: "Decimals written in two ways",
        Message: "Column \"{header}\" writes decimals in two ways: {points} with a point, {commas} with a comma",
        Why: "Clause 4 of the guideline (indicator 2.5, level 3.1) asks for consistent data in each column. A decimal comma is read as text, or the number grows: 8,2 becomes 82.",
        Fix: "Select the column and use Find & Replace to turn , into ., after making sure that the comma is no thousands separator.",
        Bad: """
            สถานี,ปริมาณฝน
            น่าน,12.5
            แพร่,"8,2"
            ลำพูน,10.4
            """,
        Good: """
            สถานี,ปริมาณฝน
            น่าน,12.5
            แพร่,8.2
            ลำพูน,10.4
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            var (points, commas) = (column.CountOf(Shape.Decimal), column.CountOf(Shape.DecimalComma));
            if (points > 0 && commas > 0 && (column.Type.IsNumeric() || column.IsMixed))
            {
                findings.Add(this, column, null, Fact.Of("points", points), Fact.Of("commas", commas));
            }
        }
    }
}
