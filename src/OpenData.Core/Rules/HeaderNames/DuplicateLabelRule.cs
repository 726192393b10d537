using OpenData.Rules.Scanning;
using OpenData.Schemas;

namespace OpenData.Rules.HeaderNames;

/// <summary>Finds two columns of the same name, compared without regard to case and stray spaces (clause 1).</summary>
public sealed class DuplicateLabelRule() : Rule(
    "duplicate-label",
    Clause.HeaderNames,
    Severity.Error,
    thai: new RuleText(
        Title: "ชื่อคอลัมน์ซ้ำ",
        Message: "คอลัมน์ที่ {first} และคอลัมน์ที่ {column} ใช้ชื่อเดียวกันว่า “{header}”",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 1 “ให้ระบุชื่อหัวคอลัมน์แต่ละคอลัมน์ในตาราง” เมื่อชื่อซ้ำ โปรแกรมเลือกคอลัมน์ไม่ถูก บางตัวเปลี่ยนชื่อเองหรือทิ้งคอลัมน์หลัง",
        Fix: "ตั้งชื่อแต่ละคอลัมน์ให้ต่างกันตามความหมาย เช่น จำนวนชาย กับ จำนวนหญิง หรือเติมปีหรือหน่วยนับในชื่อ",
        Bad: """
            จังหวัด,จำนวน,จำนวน
            น่าน,120,135
            แพร่,98,101
            """,
        Good: """
            จังหวัด,จำนวนชาย,จำนวนหญิง
            น่าน,120,135
            แพร่,98,101
            """),
    english: new RuleText(
        Title: "Column name used twice",
        Message: "Columns {first} and {column} are both called \"{header}\"",
        Why: "Clause 1 of the guideline (indicator 2.5, level 3.1) asks for a name on every column. When two are alike, programs cannot choose between them; some rename or drop the later one.",
        Fix: "Give each column a name of its own, by its meaning, such as count_male and count_female, or add the year or the unit to the name.",
        Bad: """
            จังหวัด,จำนวน,จำนวน
            น่าน,120,135
            แพร่,98,101
            """,
        Good: """
            จังหวัด,จำนวนชาย,จำนวนหญิง
            น่าน,120,135
            แพร่,98,101
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        var seen = new Dictionary<string, int>();
        foreach (var column in inspection.Columns)
        {
            var label = HeaderMatch.Fold(column.Header);
            if (label.Length > 0 && !seen.TryAdd(label, column.Index + 1))
            {
                findings.Add(this, Severity, inspection.Layout!.HeaderRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header, Fact.Of("first", seen[label]));
            }
        }
    }
}
