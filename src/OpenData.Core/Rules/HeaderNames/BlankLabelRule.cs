using OpenData.Rules.Scanning;
using OpenData.Schemas;

namespace OpenData.Rules.HeaderNames;

/// <summary>Finds a column that has values and no name (clause 1).</summary>
public sealed class BlankLabelRule() : Rule(
    "blank-label",
    Clause.HeaderNames,
    Severity.Error,
    thai: new RuleText(
        Title: "คอลัมน์ไม่มีชื่อ",
        Message: "คอลัมน์ที่ {column} มีข้อมูล {values} ค่า แต่ไม่มีชื่อหัวคอลัมน์",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 1 “ให้ระบุชื่อหัวคอลัมน์แต่ละคอลัมน์ในตาราง” คอลัมน์ที่ไม่มีชื่อเรียกใช้ไม่ได้ และผู้ใช้ไม่ทราบความหมายของค่า",
        Fix: "พิมพ์ชื่อที่สื่อความหมายในเซลล์หัวคอลัมน์ หากช่องว่างเกิดจากการผสานเซลล์ ให้เลือก ยกเลิกการผสานเซลล์ แล้วพิมพ์ชื่อให้ครบทุกคอลัมน์",
        Bad: """
            จังหวัด,,ประชากร
            เชียงใหม่,2023,1797075
            ลำพูน,2023,399557
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            เชียงใหม่,2023,1797075
            ลำพูน,2023,399557
            """),
    english: new RuleText(
        Title: "Column without a name",
        Message: "Column {column} has {values} values and no name",
        Why: "Clause 1 of the guideline (indicator 2.5, level 3.1) asks for a name on every column. A column without one cannot be called, and nobody knows what its values mean.",
        Fix: "Type a telling name into the header cell. If the blank comes from merged cells, choose Unmerge Cells and name each column.",
        Bad: """
            จังหวัด,,ประชากร
            เชียงใหม่,2023,1797075
            ลำพูน,2023,399557
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            เชียงใหม่,2023,1797075
            ลำพูน,2023,399557
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        if (inspection.Layout?.HeaderRow is not { } headerRow)
        {
            return;
        }

        foreach (var column in inspection.Columns.Where(c => c.Values > 0 && HeaderMatch.Fold(c.Header).Length == 0))
        {
            findings.Add(this, Severity, headerRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header, Fact.Of("values", column.Values));
        }
    }
}
