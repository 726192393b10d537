using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleHeader;

/// <summary>Finds titles, notes or blank rows above the header and tells the row where the header is (clause 2).</summary>
public sealed class TitleAboveHeaderRule() : Rule(
    "title-above-header",
    Clause.SingleHeader,
    Severity.Error,
    thai: new RuleText(
        Title: "มีแถวอื่นอยู่เหนือหัวคอลัมน์",
        Message: "มี {count} แถวอยู่เหนือหัวคอลัมน์ ซึ่งอยู่ในแถวที่ {headerRow}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 2 “หัวคอลัมน์มี ๑ บรรทัด/ตัวแปร” โปรแกรมถือว่าแถวแรกคือหัวคอลัมน์ ชื่อตารางที่อยู่ด้านบนจึงกลายเป็นชื่อคอลัมน์",
        Fix: "ย้ายชื่อตารางและหมายเหตุไปไว้ในคำอธิบายชุดข้อมูล (แบบฟอร์ม 1) จากนั้นเลือกแถวเหนือหัวคอลัมน์ทั้งหมด คลิกขวา → ลบ ให้หัวคอลัมน์อยู่แถวที่ 1",
        Bad: """
            ตารางประชากรรายจังหวัด,,
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """),
    english: new RuleText(
        Title: "Rows above the header",
        Message: "Rows that stand above the header: {count}; the header is in row {headerRow}",
        Why: "Clause 2 of the guideline (indicator 2.5, level 3.1) asks for one header line per variable. Programs take the first row for the header, so a title above it becomes the name of a column.",
        Fix: "Move the title and notes to the description of the dataset (Form 1), select all rows above the header, right-click → Delete, so that the header is in row 1.",
        Bad: """
            ตารางประชากรรายจังหวัด,,
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Layout is { HeaderRow: { } headerRow, Above: { Count: > 0 } above })
        {
            var first = above.FirstOrDefault(r => r.Filled > 0) ?? above[0];
            findings.Add(this, first.Row, first.Line, string.Join(" ", first.Cells.Where(c => !string.IsNullOrWhiteSpace(c))), Fact.Of("count", above.Count), Fact.Of("headerRow", headerRow));
        }
    }
}
