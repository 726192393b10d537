using OpenData.Rules.Scanning;

namespace OpenData.Rules.HeaderNames;

/// <summary>Finds a table whose first row is data already, so that no row names the columns (clause 1).</summary>
public sealed class MissingHeaderRule() : Rule(
    "missing-header",
    Clause.HeaderNames,
    Severity.Error,
    thai: new RuleText(
        Title: "ไม่มีแถวหัวคอลัมน์",
        Message: "แถวที่ {firstRow} เป็นข้อมูลแล้ว ไม่มีแถวใดระบุชื่อคอลัมน์",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 1 “ให้ระบุชื่อหัวคอลัมน์แต่ละคอลัมน์ในตาราง” เมื่อไม่มีชื่อ ผู้ใช้ไม่ทราบว่าแต่ละคอลัมน์คืออะไร และโปรแกรมจะใช้ข้อมูลแถวแรกเป็นชื่อแทน",
        Fix: "ใน Excel คลิกขวาที่หมายเลขแถวแรกของข้อมูล เลือก แทรก แล้วพิมพ์ชื่อคอลัมน์ให้ครบทุกคอลัมน์ในแถวใหม่นั้น",
        Bad: """
            เชียงใหม่,2023,1797075
            ลำพูน,2023,399557
            ลำปาง,2023,718790
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            เชียงใหม่,2023,1797075
            ลำพูน,2023,399557
            ลำปาง,2023,718790
            """),
    english: new RuleText(
        Title: "No header row",
        Message: "Row {firstRow} is data; no row names the columns",
        Why: "Clause 1 of the guideline (indicator 2.5, level 3.1) asks for a name on every column. Without names nobody knows what a column means, and programs take the first row of data for the names.",
        Fix: "In Excel right-click the number of the first data row, choose Insert, and type a name for every column into the new row.",
        Bad: """
            เชียงใหม่,2023,1797075
            ลำพูน,2023,399557
            ลำปาง,2023,718790
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            เชียงใหม่,2023,1797075
            ลำพูน,2023,399557
            ลำปาง,2023,718790
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Layout is { HeaderRow: null } layout)
        {
            findings.Add(this, Fact.Of("firstRow", layout.LastRowBeforeData + 1));
        }
    }
}
