using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.NoMergedCells;

/// <summary>Finds a column that has a value only at the head of each group, as merged cells leave it in a CSV (clause 3).</summary>
public sealed class MergedCellsTraceRule() : Rule(
    "merged-cells-trace",
    Clause.NoMergedCells,
    Severity.Warning,
    thai: new RuleText(
        Title: "ร่องรอยของการผสานเซลล์",
        Message: "คอลัมน์ที่ {column} มีค่าเฉพาะแถวแรกของแต่ละกลุ่ม: มีค่า {values} เซลล์ ว่าง {empty} เซลล์",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 3 “ไม่ประสานเซลล์” เซลล์ที่เคยผสานเหลือค่าเพียงแถวแรก เมื่อเรียงหรือกรองข้อมูล แถวอื่นจะไม่รู้ว่าอยู่กลุ่มใด",
        Fix: "เลือก ยกเลิกการผสานเซลล์ เลือกทั้งคอลัมน์ กด Ctrl+G → พิเศษ → ช่องว่าง พิมพ์ = ตามด้วยเซลล์ด้านบน (เช่น =A2) กด Ctrl+Enter แล้วคัดลอกและ วางแบบพิเศษ → ค่า",
        Bad: """
            ภาค,จังหวัด,ประชากร
            เหนือ,น่าน,474539
            ,แพร่,430669
            ,ลำพูน,399557
            ใต้,ตรัง,638746
            ,สตูล,325470
            ,พัทลุง,522723
            """,
        Good: """
            ภาค,จังหวัด,ประชากร
            เหนือ,น่าน,474539
            เหนือ,แพร่,430669
            เหนือ,ลำพูน,399557
            ใต้,ตรัง,638746
            ใต้,สตูล,325470
            ใต้,พัทลุง,522723
            """),
    english: new RuleText(
        Title: "Trace of merged cells",
        Message: "Column {column} has a value only at the head of each group: {values} values, {empty} blanks",
        Why: "Clause 3 of the guideline (indicator 2.5, level 3.1) forbids merged cells. A merged cell leaves its value in its first row only; once sorted or filtered, the other rows have lost their group.",
        Fix: "Choose Unmerge Cells, select the column, press Ctrl+G → Special → Blanks, type = and the cell above (such as =A2), press Ctrl+Enter, then copy and Paste Special → Values.",
        Bad: """
            ภาค,จังหวัด,ประชากร
            เหนือ,น่าน,474539
            ,แพร่,430669
            ,ลำพูน,399557
            ใต้,ตรัง,638746
            ,สตูล,325470
            ,พัทลุง,522723
            """,
        Good: """
            ภาค,จังหวัด,ประชากร
            เหนือ,น่าน,474539
            เหนือ,แพร่,430669
            เหนือ,ลำพูน,399557
            ใต้,ตรัง,638746
            ใต้,สตูล,325470
            ใต้,พัทลุง,522723
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        var columns = inspection.Columns;
        var isGrouped = true;
        for (var i = 0; isGrouped && i < Math.Min(3, columns.Count - 1); i++)
        {
            var column = columns[i];
            isGrouped = column.Values > 1 && column.Empty > column.Values && columns.Skip(i + 1).Any(c => c.Values > 0 && c.Empty * 20 <= c.Values) && IsFilledFirst(column, inspection);
            if (isGrouped)
            {
                findings.Add(this, column, null, Fact.Of("values", column.Values), Fact.Of("empty", column.Empty));
            }
        }
    }

    /// <summary>A merged cell keeps its value in its first row, so the first data row has one.</summary>
    private static bool IsFilledFirst(ColumnProfile column, Inspection inspection) =>
        column.Tallies().Where(t => t.Shape != Shape.Empty).SelectMany(t => t.Tally.Samples).Select(s => s.Row).DefaultIfEmpty(0).Min() == inspection.Layout!.LastRowBeforeData + 1;
}
