using OpenData.Rules.Scanning;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.SingleTable;

/// <summary>Finds a second table below or beside the first: its header comes again, or it stands after a blank column (clause 6).</summary>
public sealed class SubTableRule() : Rule(
    "sub-table",
    Clause.SingleTable,
    Severity.Error,
    thai: new RuleText(
        Title: "มีตารางย่อย",
        Message: "มีตารางอีกตารางหนึ่งในไฟล์ โดยหัวคอลัมน์ซ้ำอยู่กลางข้อมูลหรือมีตารางวางอยู่ด้านข้าง (แถวที่ {row})",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 6 “ห้ามมีข้อมูลที่หลากหลาย: สี แผนภูมิ ตารางย่อย” หนึ่งไฟล์ต้องมีตารางเดียว หัวตารางที่อยู่กลางข้อมูลหรือตารางที่วางข้างกันทำให้โปรแกรมอ่านแถวปนกัน",
        Fix: "ถ้าหัวคอลัมน์เหมือนกัน ให้ลบแถวหัวที่ซ้ำและต่อข้อมูลเป็นตารางเดียว โดยเพิ่มคอลัมน์บอกกลุ่ม (เช่น ปี) ถ้าต่างกัน ให้แยกเป็นคนละไฟล์",
        Bad: """
            จังหวัด,ปี,ประชากร
            น่าน,2022,475875
            แพร่,2022,434580
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2022,475875
            แพร่,2022,434580
            น่าน,2023,474539
            แพร่,2023,430669
            """),
    english: new RuleText(
        Title: "Second table in the file",
        Message: "The file has a second table: the header comes again among the data, or a table stands beside the first (row {row})",
        Why: "Clause 6 of the guideline (indicator 2.5, level 3.1) allows one plain table and nothing else. A header among the data, or tables side by side, make programs mix up the rows.",
        Fix: "If the headers are the same, delete the second one and join the rows into one table, with a column that tells the group (such as the year). If they differ, make two files.",
        Bad: """
            จังหวัด,ปี,ประชากร
            น่าน,2022,475875
            แพร่,2022,434580
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2022,475875
            แพร่,2022,434580
            น่าน,2023,474539
            แพร่,2023,430669
            """))
{
    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.RepeatedHeader))
        {
            findings.Add(this, row.Row, row.Line, string.Join(" | ", row.Cells));
        }
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        var columns = inspection.Columns;
        for (var i = 1; i + 1 < columns.Count; i++)
        {
            if (IsGap(columns[i]) && !IsGap(columns[i - 1]) && columns.Skip(i + 1).Any(c => c.Values > 0) && columns.Take(i).Any(c => c.Values > 0))
            {
                var next = columns.Skip(i + 1).First(c => c.Values > 0);
                findings.Add(this, next, null, Fact.Of("gap", columns[i].Index + 1));
            }
        }
    }

    /// <summary>Numbers in the rows above the header, over columns that have neither a name nor a value below, are another table put beside the title.</summary>
    public override void Start(Inspection inspection, Findings findings)
    {
        var layout = inspection.Layout;
        var beside = (layout?.Above ?? []).FirstOrDefault(row => row.Cells.Where((cell, i) => IsNumber(cell) && i < layout!.Labels.Count && HeaderMatch.Fold(layout.Labels[i]).Length == 0).Any());
        if (layout is { Headers.Count: > 0 } && beside is not null && beside.Filled > 1)
        {
            findings.Add(this, beside.Row, beside.Line, string.Join(" | ", beside.Cells.Where(c => c.Length > 0)));
        }
    }

    private static bool IsNumber(string cell) => CellReader.Read(cell).Shape.IsNumeric();

    private static bool IsGap(ColumnProfile column) => column.Values == 0 && HeaderMatch.Fold(column.Header).Length == 0;
}
