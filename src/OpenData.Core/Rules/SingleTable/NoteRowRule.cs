using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>Finds footnotes, sources and remarks among the data rows (clause 6).</summary>
public sealed class NoteRowRule() : Rule(
    "note-row",
    Clause.SingleTable,
    Severity.Error,
    thai: new RuleText(
        Title: "มีหมายเหตุหรือที่มาในตาราง",
        Message: "แถวที่ {row} เป็นหมายเหตุ ไม่ใช่ข้อมูล: “{value}”",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 6 “ห้ามมีข้อมูลที่หลากหลาย: สี แผนภูมิ ตารางย่อย” แถวหมายเหตุหรือที่มาถูกนับเป็นข้อมูลหนึ่งแถว และทำให้คอลัมน์ตัวเลขมีข้อความปน",
        Fix: "ตัดข้อความไปไว้ในคำอธิบายหรือแหล่งที่มาของชุดข้อมูล (แบบฟอร์ม 1) แล้วคลิกขวาที่แถวนั้น → ลบ หากเป็นหมายเหตุของบางแถว ให้เพิ่มคอลัมน์หมายเหตุ",
        Bad: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            ที่มา: กรมการปกครอง,,
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """),
    english: new RuleText(
        Title: "Note among the rows",
        Message: "Row {row} is a note, not data: \"{value}\"",
        Why: "Clause 6 of the guideline (indicator 2.5, level 3.1) allows one plain table and nothing else. A footnote or source is counted as a row of data and puts text into number columns.",
        Fix: "Move the text to the description or source of the dataset (Form 1), then right-click the row → Delete. If it is about some rows only, add a column for notes.",
        Bad: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            ที่มา: กรมการปกครอง,,
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
        if (row.Is(RowMarks.Note))
        {
            findings.Add(this, row.Row, row.Line, row.Cells.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c)));
        }
    }
}
