using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>Finds a column in which numbers and words are mixed so that it has no type (clause 4).</summary>
public sealed class MixedTypesRule() : Rule(
    "mixed-types",
    Clause.ConsistentTypes,
    Severity.Error,
    thai: new RuleText(
        Title: "ตัวเลขปนกับข้อความ",
        Message: "คอลัมน์ “{header}” มีตัวเลขปนกับข้อความ: ตัวเลข {numbers} ค่า ข้อความ {texts} ค่า",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 4 “ข้อมูลในหนึ่งคอลัมน์ต้องมีความสม่ำเสมอ” เมื่อตัวเลขปนกับข้อความ โปรแกรมจะถือว่าทั้งคอลัมน์เป็นข้อความและรวมยอดไม่ได้",
        Fix: "ใช้ ข้อมูล → ตัวกรอง เลือกดูเฉพาะค่าที่เป็นข้อความ ย้ายข้อความไปไว้คอลัมน์ใหม่ (เช่น หมายเหตุ) แล้วเว้นเซลล์เดิมว่างหรือใส่ตัวเลข",
        Bad: """
            โรงเรียน,นักเรียน
            วัดป่า,120
            บ้านนา,ปิดเรียน
            บ้านดอน,85
            บ้านใหม่,รอข้อมูล
            วัดเหนือ,97
            """,
        Good: """
            โรงเรียน,นักเรียน,หมายเหตุ
            วัดป่า,120,
            บ้านนา,,ปิดเรียน
            บ้านดอน,85,
            บ้านใหม่,,รอข้อมูล
            วัดเหนือ,97,
            """),
    english: new RuleText(
        Title: "Numbers and words mixed",
        Message: "Column \"{header}\" mixes numbers and words: {numbers} numbers, {texts} texts",
        Why: "Clause 4 of the guideline (indicator 2.5, level 3.1) asks for consistent data in each column. Where numbers and words are mixed, programs take the whole column for text and cannot add it up.",
        Fix: "With Data → Filter show the texts only, move them to a new column (such as note), and leave the old cells blank or give the number.",
        Bad: """
            โรงเรียน,นักเรียน
            วัดป่า,120
            บ้านนา,ปิดเรียน
            บ้านดอน,85
            บ้านใหม่,รอข้อมูล
            วัดเหนือ,97
            """,
        Good: """
            โรงเรียน,นักเรียน,หมายเหตุ
            วัดป่า,120,
            บ้านนา,,ปิดเรียน
            บ้านดอน,85,
            บ้านใหม่,,รอข้อมูล
            วัดเหนือ,97,
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.IsMixed))
        {
            var numbers = column.CountOf(s => s.IsNumeric());
            var odd = column.Tallies().Where(t => t.Shape is Shape.Text or Shape.Boolean).SelectMany(t => t.Tally.Samples).OrderBy(s => s.Row).Select(s => (CellSample?)s).FirstOrDefault();
            findings.Add(this, column, odd, Fact.Of("numbers", numbers), Fact.Of("texts", column.Values - numbers));
        }
    }
}
