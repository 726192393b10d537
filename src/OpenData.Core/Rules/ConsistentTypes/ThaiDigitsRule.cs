using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>Finds numbers and dates written with Thai digits (clause 4).</summary>
public sealed class ThaiDigitsRule() : Rule(
    "thai-digits",
    Clause.ConsistentTypes,
    Severity.Error,
    thai: new RuleText(
        Title: "ใช้เลขไทยในข้อมูล",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” เขียนด้วยเลขไทย ควรเป็น {arabic}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 4 “ข้อมูลในหนึ่งคอลัมน์ต้องมีความสม่ำเสมอ” Excel และโปรแกรมส่วนใหญ่ถือว่าเลขไทยที่พิมพ์ลงไปเป็นข้อความ จึงคำนวณและเรียงลำดับไม่ได้",
        Fix: "ใช้ ค้นหาและแทนที่ เปลี่ยน ๐ เป็น 0, ๑ เป็น 1 จนถึง ๙ เป็น 9 ในคอลัมน์ตัวเลขและวันที่ หากเลขไทยมาจากรูปแบบเซลล์ ให้เลือก จัดรูปแบบเซลล์ → ทั่วไป",
        Bad: """
            จังหวัด,จำนวนอำเภอ
            น่าน,๑๕
            แพร่,๘
            """,
        Good: """
            จังหวัด,จำนวนอำเภอ
            น่าน,15
            แพร่,8
            """),
    english: new RuleText(
        Title: "Thai digits in data",
        Message: "Row {row}, column \"{header}\": \"{value}\" is written with Thai digits; it should be {arabic}",
        Why: "Clause 4 of the guideline (indicator 2.5, level 3.1) asks for consistent data in each column. Excel and most programs take typed Thai digits for text and can neither calculate with them nor sort them.",
        Fix: "Use Find & Replace to turn each Thai digit into 0 to 9 in columns of numbers and dates. If they come from the cell format, choose Format Cells → General.",
        Bad: """
            จังหวัด,จำนวนอำเภอ
            น่าน,๑๕
            แพร่,๘
            """,
        Good: """
            จังหวัด,จำนวนอำเภอ
            น่าน,15
            แพร่,8
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => !c.Type.IsTextual()))
        {
            var cells = column.Tallies().Where(t => t.Marks.HasFlag(ShapeMarks.ThaiDigits)).Select(t => t.Tally);
            findings.AddCells(this, column, cells, sample => [Fact.Of("arabic", ThaiDigits.ToArabic(sample.Value))]);
        }
    }
}
