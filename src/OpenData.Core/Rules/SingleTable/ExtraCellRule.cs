using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>Finds a row with more cells than the header (clause 6).</summary>
public sealed class ExtraCellRule() : Rule(
    "extra-cell",
    Clause.SingleTable,
    Severity.Error,
    thai: new RuleText(
        Title: "แถวมีเซลล์เกิน",
        Message: "แถวที่ {row} มี {fields} เซลล์ แต่หัวคอลัมน์มี {columns} เซลล์",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 6 “ห้ามมีข้อมูลที่หลากหลาย: สี แผนภูมิ ตารางย่อย” เซลล์ที่เกินไม่มีชื่อคอลัมน์ มักเกิดจากจุลภาคในข้อความหรือตัวเลขที่ไม่ได้ครอบด้วยเครื่องหมายคำพูด ค่าถัดไปจึงเลื่อนไปผิดคอลัมน์",
        Fix: "เปิดไฟล์ต้นฉบับใน Excel แล้วเลือก บันทึกเป็น → CSV UTF-8 (Comma delimited) ซึ่งจะครอบข้อความที่มีจุลภาคให้เอง ลบค่าที่พิมพ์ไว้นอกตาราง และไม่ใช้ตัวคั่น 1,000 ในตัวเลข",
        Bad: """
            จังหวัด,ที่ตั้งสำนักงาน
            น่าน,ถนนสุริยพงษ์
            แพร่,ถนนไชยบูรณ์, ตำบลในเวียง
            """,
        Good: """
            จังหวัด,ที่ตั้งสำนักงาน
            น่าน,ถนนสุริยพงษ์
            แพร่,"ถนนไชยบูรณ์, ตำบลในเวียง"
            """),
    english: new RuleText(
        Title: "Row with too many cells",
        Message: "Row {row} has {fields} cells; the header has {columns}",
        Why: "Clause 6 of the guideline (indicator 2.5, level 3.1) allows one plain table and nothing else. An extra cell has no column. Mostly a comma inside a text or a number was not quoted, so the values after it fall into wrong columns.",
        Fix: "Open the original in Excel and choose Save As → CSV UTF-8 (Comma delimited), which quotes texts that have commas. Delete what was typed beside the table, and use no thousands separators.",
        Bad: """
            จังหวัด,ที่ตั้งสำนักงาน
            น่าน,ถนนสุริยพงษ์
            แพร่,ถนนไชยบูรณ์, ตำบลในเวียง
            """,
        Good: """
            จังหวัด,ที่ตั้งสำนักงาน
            น่าน,ถนนสุริยพงษ์
            แพร่,"ถนนไชยบูรณ์, ตำบลในเวียง"
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
        if (row.Is(RowMarks.Long))
        {
            findings.Add(this, row.Row, row.Line, row.Cells[columns], Fact.Of("fields", row.FieldCount), Fact.Of("columns", columns));
        }
    }
}
