using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>Finds a row with fewer cells than the header (clause 6).</summary>
public sealed class MissingCellRule() : Rule(
    "missing-cell",
    Clause.SingleTable,
    Severity.Error,
    thai: new RuleText(
        Title: "แถวมีเซลล์ไม่ครบ",
        Message: "แถวที่ {row} มี {fields} เซลล์ แต่หัวคอลัมน์มี {columns} เซลล์",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 6 “ห้ามมีข้อมูลที่หลากหลาย: สี แผนภูมิ ตารางย่อย” แถวที่สั้นกว่าหัวคอลัมน์ทำให้ไม่รู้ว่าค่าใดขาด บางโปรแกรมหยุดอ่านไฟล์ที่แถวนั้น",
        Fix: "ตรวจแถวดังกล่าว เติมค่าที่ขาด หากไม่มีข้อมูลให้คงเซลล์ว่างไว้ (ยังต้องมีจุลภาค) การบันทึกจาก Excel เป็น CSV UTF-8 (Comma delimited) จะใส่จุลภาคให้ครบเอง",
        Bad: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """),
    english: new RuleText(
        Title: "Row with cells missing",
        Message: "Row {row} has {fields} cells; the header has {columns}",
        Why: "Clause 6 of the guideline (indicator 2.5, level 3.1) allows one plain table and nothing else. In a row shorter than the header nobody knows which value is missing, and some programs stop reading there.",
        Fix: "Look at the row and add what is missing. A cell without a value stays blank, but its comma must be there; saving from Excel as CSV UTF-8 (Comma delimited) writes all commas.",
        Bad: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """))
{
    private int columns;

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        columns = inspection.Columns.Count;
    }

    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.Short) && !row.Is(RowMarks.Blank) && row.FieldCount > 0)
        {
            findings.Add(this, row.Row, row.Line, row.Cells is [var first, ..] ? first : null, Fact.Of("fields", row.FieldCount), Fact.Of("columns", columns));
        }
    }
}
