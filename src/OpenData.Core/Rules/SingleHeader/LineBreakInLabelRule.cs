using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleHeader;

/// <summary>Finds a header cell whose name takes more than one line (clause 2).</summary>
public sealed class LineBreakInLabelRule() : Rule(
    "line-break-in-label",
    Clause.SingleHeader,
    Severity.Error,
    thai: new RuleText(
        Title: "ชื่อคอลัมน์มีหลายบรรทัด",
        Message: "ชื่อของคอลัมน์ที่ {column} มีมากกว่าหนึ่งบรรทัด",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 2 “หัวคอลัมน์มี ๑ บรรทัด/ตัวแปร” การขึ้นบรรทัดใหม่ในเซลล์ทำให้บางโปรแกรมอ่านหัวตารางขาดเป็นสองแถว",
        Fix: "คลิกเซลล์หัวคอลัมน์ ลบการขึ้นบรรทัด (Alt+Enter) ให้ชื่ออยู่บรรทัดเดียว หรือใช้ ค้นหาและแทนที่ โดยกด Ctrl+J ในช่อง “สิ่งที่ค้นหา” และเว้นวรรคหนึ่งครั้งในช่อง “แทนที่ด้วย”",
        Bad: """
            จังหวัด,"ประชากร
            (คน)"
            น่าน,474539
            แพร่,430669
            """,
        Good: """
            จังหวัด,ประชากร (คน)
            น่าน,474539
            แพร่,430669
            """),
    english: new RuleText(
        Title: "Column name of several lines",
        Message: "The name of column {column} takes more than one line",
        Why: "Clause 2 of the guideline (indicator 2.5, level 3.1) asks for one header line per variable. A line break inside a cell makes some programs cut the header into two rows.",
        Fix: "Click the header cell and delete the line break (Alt+Enter), or use Find & Replace with Ctrl+J in \"Find what\" and one space in \"Replace with\".",
        Bad: """
            จังหวัด,"ประชากร
            (คน)"
            น่าน,474539
            แพร่,430669
            """,
        Good: """
            จังหวัด,ประชากร (คน)
            น่าน,474539
            แพร่,430669
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Header.AsSpan().Trim().IndexOfAny('\n', '\r') >= 0))
        {
            findings.Add(this, Severity, inspection.Layout!.HeaderRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header);
        }
    }
}
