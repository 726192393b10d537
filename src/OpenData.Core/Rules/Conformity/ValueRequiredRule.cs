using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a blank in a column whose values the data dictionary (Form 2) requires.</summary>
public sealed class ValueRequiredRule() : Rule(
    "value-required",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ขาดค่าที่ต้องมี",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: ต้องมีค่า แต่เซลล์ไม่มีข้อมูล",
        Why: "แบบฟอร์ม 2 ระบุว่าคอลัมน์นี้ต้องมีค่าทุกแถว แถวที่ไม่มีค่านำไปใช้หรือเชื่อมกับข้อมูลอื่นไม่ได้",
        Fix: "ใช้ ข้อมูล → ตัวกรอง เลือก (ช่องว่าง) ในคอลัมน์นี้ แล้วเติมค่าจากเอกสารต้นเรื่อง หากไม่มีค่าได้จริง ให้เลิกกำหนด “ต้องมีค่า” ในแบบฟอร์ม 2",
        Bad: """
            (แบบฟอร์ม 2: population ต้องมีค่า)
            province,population
            น่าน,474539
            แพร่,
            """,
        Good: """
            (แบบฟอร์ม 2: population ต้องมีค่า)
            province,population
            น่าน,474539
            แพร่,430669
            """),
    english: new RuleText(
        Title: "Required value missing",
        Message: "Row {row}, column \"{header}\": a value is required, but the cell has none",
        Why: "Form 2 says that every row has a value here. A row without it cannot be used or joined with other data.",
        Fix: "With Data → Filter choose (Blanks) in this column and fill in the values from the source. If a value may truly be absent, take \"required\" out of Form 2.",
        Bad: """
            (Form 2: population is required)
            province,population
            น่าน,474539
            แพร่,
            """,
        Good: """
            (Form 2: population is required)
            province,population
            น่าน,474539
            แพร่,430669
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Dictionary is { Required: true }))
        {
            findings.AddCells(this, column, column.Tallies().Where(t => t.Shape == Shape.Empty || (t.Shape.IsMissing() && !column.Type.IsTextual())).Select(t => t.Tally));
        }
    }
}
