using OpenData.Rules.Scanning;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a row whose key, as the data dictionary (Form 2) gives it, is that of a row above.</summary>
public sealed class DuplicateKeyRule() : Rule(
    "duplicate-key",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "คีย์ซ้ำ",
        Message: "แถวที่ {row} มีคีย์ซ้ำกับแถวด้านบน: {value}",
        Why: "คีย์ในแบบฟอร์ม 2 คือคอลัมน์ที่ระบุแถวได้เพียงแถวเดียว เมื่อซ้ำ ผู้ใช้ไม่รู้ว่าควรใช้ค่าใด",
        Fix: "เรียงข้อมูล (ข้อมูล → เรียงลำดับ) ตามคอลัมน์คีย์ ตรวจแถวที่คีย์เหมือนกัน แล้วคงแถวที่ถูกต้องไว้แถวเดียว หากถูกทั้งคู่ ให้เพิ่มคอลัมน์ที่แยกกันได้เป็นคีย์ในแบบฟอร์ม 2",
        Bad: """
            (แบบฟอร์ม 2: คีย์คือ province กับ year)
            province,year,population
            น่าน,2023,474539
            น่าน,2023,475875
            """,
        Good: """
            (แบบฟอร์ม 2: คีย์คือ province กับ year)
            province,year,population
            น่าน,2023,474539
            น่าน,2022,475875
            """),
    english: new RuleText(
        Title: "Key repeated",
        Message: "Row {row} has the key of a row above it: {value}",
        Why: "The key in Form 2 is what names a single row. When it comes twice, nobody knows which values to use.",
        Fix: "Sort (Data → Sort) by the key columns, look at the rows with the same key and keep the right one. If both are right, add the column that tells them apart to the key in Form 2.",
        Bad: """
            (Form 2: the key is province and year)
            province,year,population
            น่าน,2023,474539
            น่าน,2023,475875
            """,
        Good: """
            (Form 2: the key is province and year)
            province,year,population
            น่าน,2023,474539
            น่าน,2022,475875
            """))
{
    private int[] key = [];

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        key = [.. (inspection.Submission.Dictionary?.Key ?? []).Select(name => inspection.Columns.FirstOrDefault(c => c.Dictionary?.Name == name)?.Index ?? -1).Where(i => i >= 0)];
    }

    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.DuplicateKey))
        {
            findings.Add(this, row.Row, row.Line, string.Join(" | ", key.Where(i => i < row.Cells.Count).Select(i => row.Cells[i])));
        }
    }
}
