using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleTable;

/// <summary>Finds blank rows: inside the table an error, after its last row a warning (clause 6).</summary>
public sealed class BlankRowRule() : Rule(
    "blank-row",
    Clause.SingleTable,
    Severity.Error,
    thai: new RuleText(
        Title: "มีแถวว่าง",
        Message: "แถวที่ {row} เป็นแถวว่าง",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 6 “ห้ามมีข้อมูลที่หลากหลาย: สี แผนภูมิ ตารางย่อย” โปรแกรมหลายตัวถือว่าแถวว่างคือจุดสิ้นสุดตารางหรือเริ่มตารางย่อย ข้อมูลด้านล่างจึงอาจหายไป ส่วนแถวว่างท้ายไฟล์ทำให้นับแถวเกิน",
        Fix: "เลือกแถวว่าง คลิกขวา → ลบ หากมีมาก ให้เลือกคอลัมน์แรก กด Ctrl+G → พิเศษ → ช่องว่าง แล้วตรวจก่อนลบทั้งแถว แถวว่างท้ายตารางให้เลือกและลบเช่นกัน",
        Bad: """
            จังหวัด,ปี
            น่าน,2023
            ,
            แพร่,2023
            """,
        Good: """
            จังหวัด,ปี
            น่าน,2023
            แพร่,2023
            """),
    english: new RuleText(
        Title: "Blank row",
        Message: "Row {row} is blank",
        Why: "Clause 6 of the guideline (indicator 2.5, level 3.1) allows one plain table and nothing else. Many programs take a blank row for the end of the table or the start of another, so what is below may be lost. Blank rows at the end inflate the count.",
        Fix: "Select the blank rows, right-click → Delete. If there are many, select the first column, press Ctrl+G → Special → Blanks, and look before you delete entire rows. Delete blank rows at the end too.",
        Bad: """
            จังหวัด,ปี
            น่าน,2023
            ,
            แพร่,2023
            """,
        Good: """
            จังหวัด,ปี
            น่าน,2023
            แพร่,2023
            """))
{
    private readonly List<(long Row, long Line)> pending = [];
    private long pendingCount;
    private long firstRow;
    private int keep;

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        keep = inspection.Options.Keep;
    }

    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (!row.Is(RowMarks.Blank))
        {
            return;
        }

        if (pendingCount > 0 && row.LastDataRow > firstRow)
        {
            Tell(findings, Severity.Error);
        }

        firstRow = pendingCount == 0 ? row.Row : firstRow;
        pendingCount++;
        if (pending.Count < keep)
        {
            pending.Add((row.Row, row.Line));
        }
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        if (pendingCount > 0)
        {
            // Blank rows after the last row do no harm to the table; Excel leaves them behind.
            Tell(findings, inspection.LastDataRow > firstRow ? Severity.Error : Severity.Warning);
        }
    }

    private void Tell(Findings findings, Severity severity)
    {
        foreach (var (row, line) in pending)
        {
            findings.Add(this, severity, row, line, null, null, null);
        }

        findings.Count(this, severity, pendingCount - pending.Count);
        pending.Clear();
        pendingCount = 0;
    }
}
