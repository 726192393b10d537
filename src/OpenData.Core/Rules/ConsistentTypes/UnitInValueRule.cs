using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>Finds numbers with a unit, a percent sign or a currency in the same cell (clause 4).</summary>
public sealed class UnitInValueRule() : Rule(
    "unit-in-value",
    Clause.ConsistentTypes,
    Severity.Error,
    thai: new RuleText(
        Title: "มีหน่วยนับอยู่ในเซลล์ตัวเลข",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” มีหน่วยอยู่กับตัวเลข {plain}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 4 “ข้อมูลในหนึ่งคอลัมน์ต้องมีความสม่ำเสมอ” ตัวเลขที่มีหน่วยกำกับถูกอ่านเป็นข้อความ จึงรวมหรือเปรียบเทียบไม่ได้",
        Fix: "ใช้ ค้นหาและแทนที่ ลบหน่วย (เช่น “ คน”, “%”, “฿”) ออกจากทั้งคอลัมน์ แล้วระบุหน่วยในชื่อคอลัมน์หรือช่องหน่วยของแบบฟอร์ม 2",
        Bad: """
            จังหวัด,จำนวนผู้สูงอายุ
            น่าน,98542 คน
            แพร่,112300 คน
            """,
        Good: """
            จังหวัด,จำนวนผู้สูงอายุ (คน)
            น่าน,98542
            แพร่,112300
            """),
    english: new RuleText(
        Title: "Unit in a number cell",
        Message: "Row {row}, column \"{header}\": \"{value}\" holds a unit beside the number {plain}",
        Why: "Clause 4 of the guideline (indicator 2.5, level 3.1) asks for consistent data in each column. A number with its unit is read as text, so it cannot be added up or compared.",
        Fix: "Use Find & Replace to remove the unit (such as \" คน\", \"%\", \"฿\") from the whole column, and say it in the column's name or as the unit in Form 2.",
        Bad: """
            จังหวัด,จำนวนผู้สูงอายุ
            น่าน,98542 คน
            แพร่,112300 คน
            """,
        Good: """
            จังหวัด,จำนวนผู้สูงอายุ (คน)
            น่าน,98542
            แพร่,112300
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type.IsNumeric()))
        {
            var cells = column.Tallies().Where(t => t.Shape == Shape.WithUnit).Select(t => t.Tally);
            findings.AddCells(this, column, cells, sample => [Fact.Of("plain", FormattedNumbers.Plain(ThaiDigits.ToArabic(sample.Value)) ?? "?")]);
        }
    }
}
