using OpenData.Rules.Scanning;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a column of the file that the data dictionary (Form 2) does not describe.</summary>
public sealed class UnexpectedColumnRule() : Rule(
    "unexpected-column",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "มีคอลัมน์ที่ไม่ได้ระบุไว้",
        Message: "คอลัมน์ที่ {column} “{header}” ไม่มีในพจนานุกรมข้อมูล",
        Why: "ผู้ใช้ไม่ทราบความหมายของคอลัมน์ที่ไม่มีคำอธิบาย และอาจเป็นข้อมูลที่ไม่ได้ตั้งใจเผยแพร่",
        Fix: "เพิ่มคอลัมน์นี้ในแบบฟอร์ม 2 (ชื่อ ชนิด คำอธิบาย) หรือคลิกขวาที่คอลัมน์ใน Excel → ลบ หากสะกดชื่อผิด ให้แก้ชื่อหัวคอลัมน์ให้ตรงกัน",
        Bad: """
            (แบบฟอร์ม 2 มีคอลัมน์ province, population)
            province,population,temp1
            น่าน,474539,x1
            """,
        Good: """
            (แบบฟอร์ม 2 มีคอลัมน์ province, population)
            province,population
            น่าน,474539
            """),
    english: new RuleText(
        Title: "Column not in the dictionary",
        Message: "Column {column} \"{header}\" is not in the dictionary",
        Why: "Nobody knows what a column without a description means, and it may hold what was not meant to be published.",
        Fix: "Add the column to Form 2 (name, type, description), or right-click it in Excel → Delete. If its name is misspelt, correct the header.",
        Bad: """
            (Form 2 has the columns province, population)
            province,population,temp1
            น่าน,474539,x1
            """,
        Good: """
            (Form 2 has the columns province, population)
            province,population
            น่าน,474539
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Dictionary is null)
        {
            return;
        }

        foreach (var column in inspection.Columns.Where(c => c.Dictionary is null))
        {
            findings.Add(this, column, null);
        }
    }
}
