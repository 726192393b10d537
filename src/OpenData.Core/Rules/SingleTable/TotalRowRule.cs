using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>Finds rows that say total and whose numbers are proved to be the sums of rows above (clause 6).</summary>
public sealed class TotalRowRule() : Rule(
    "total-row",
    Clause.SingleTable,
    Severity.Error,
    thai: new RuleText(
        Title: "มีแถวผลรวม",
        Message: "แถวที่ {row} (“{value}”) เป็นผลรวมของแถวด้านบน",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 6 “ห้ามมีข้อมูลที่หลากหลาย: สี แผนภูมิ ตารางย่อย” ผู้ใช้ที่รวมทั้งคอลัมน์จะนับซ้ำเป็นสองเท่า และโปรแกรมเข้าใจว่าเป็นอีกหนึ่งรายการ",
        Fix: "คลิกขวาที่แถวผลรวม → ลบ ผลรวมย่อยที่เกิดจาก ข้อมูล → ผลรวมย่อย ให้เลือก เอาออกทั้งหมด หากต้องเผยแพร่ยอดรวม ให้ทำเป็นชุดข้อมูลแยก",
        Bad: """
            จังหวัด,ประชากร
            น่าน,474539
            แพร่,430669
            รวม,905208
            """,
        Good: """
            จังหวัด,ประชากร
            น่าน,474539
            แพร่,430669
            """),
    english: new RuleText(
        Title: "Total row in the table",
        Message: "Row {row} (\"{value}\") holds the sums of rows above it",
        Why: "Clause 6 of the guideline (indicator 2.5, level 3.1) allows one plain table and nothing else. Whoever adds up the column counts everything twice, and programs take the total for one more item.",
        Fix: "Right-click the total row → Delete. For subtotals made by Data → Subtotal choose Remove All. If totals must be published, make them a dataset of their own.",
        Bad: """
            จังหวัด,ประชากร
            น่าน,474539
            แพร่,430669
            รวม,905208
            """,
        Good: """
            จังหวัด,ประชากร
            น่าน,474539
            แพร่,430669
            """))
{
    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.Total))
        {
            findings.Add(this, row.Row, row.Line, row.Cells.FirstOrDefault(TotalRows.SaysTotal));
        }
    }
}
