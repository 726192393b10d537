using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>Finds a row that is identical to one above it (clause 6).</summary>
public sealed class DuplicateRowRule() : Rule(
    "duplicate-row",
    Clause.SingleTable,
    Severity.Warning,
    thai: new RuleText(
        Title: "มีแถวซ้ำ",
        Message: "แถวที่ {row} เหมือนกับแถวด้านบนทุกประการ",
        Why: "แถวที่ซ้ำกันทำให้ผลนับและผลรวมเกินจริง มักเกิดจากการคัดลอกหรือต่อไฟล์ซ้ำ หากเป็นคนละรายการจริง ควรมีสิ่งที่แยกออกจากกันได้",
        Fix: "ใน Excel เลือก ข้อมูล → ลบรายการที่ซ้ำกัน โดยเลือกทุกคอลัมน์ หากเป็นรายการที่ต่างกัน ให้เพิ่มคอลัมน์รหัสหรือลำดับที่ที่ไม่ซ้ำ",
        Bad: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            น่าน,2023,474539
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """),
    english: new RuleText(
        Title: "Row repeated",
        Message: "Row {row} is identical to a row above it",
        Why: "Repeated rows inflate counts and sums; mostly something was copied or joined twice. Rows that are truly different things should have something to tell them apart.",
        Fix: "In Excel choose Data → Remove Duplicates with all columns. If the rows are different things, add a column with an id or a number of their own.",
        Bad: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            น่าน,2023,474539
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """))
{
    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.Duplicate))
        {
            findings.Add(this, row.Row, row.Line, string.Join(" | ", row.Cells));
        }
    }
}
