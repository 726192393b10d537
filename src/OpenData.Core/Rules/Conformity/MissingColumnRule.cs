using OpenData.Rules.Scanning;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a column of the data dictionary (Form 2) that the file does not have.</summary>
public sealed class MissingColumnRule() : Rule(
    "missing-column",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ไม่มีคอลัมน์ที่ระบุไว้",
        Message: "ไฟล์ไม่มีคอลัมน์ “{name}” ซึ่งระบุไว้ในพจนานุกรมข้อมูล",
        Why: "แบบฟอร์ม 2 สัญญากับผู้ใช้ว่ามีคอลัมน์นี้ โปรแกรมที่เรียกใช้จะหยุดทำงานเมื่อไม่พบ",
        Fix: "เพิ่มคอลัมน์ที่ขาด หรือแก้ชื่อหัวคอลัมน์ให้ตรงกับแบบฟอร์ม 2 หากเลิกเก็บข้อมูลนี้แล้ว ให้ลบออกจากแบบฟอร์ม 2",
        Bad: """
            (แบบฟอร์ม 2 มีคอลัมน์ province, year, population)
            province,year
            น่าน,2023
            """,
        Good: """
            (แบบฟอร์ม 2 มีคอลัมน์ province, year, population)
            province,year,population
            น่าน,2023,474539
            """),
    english: new RuleText(
        Title: "Column missing",
        Message: "The file has no column \"{name}\", which the dictionary has",
        Why: "Form 2 promises this column to the users; programs that ask for it will stop when it is not there.",
        Fix: "Add the column, or correct the header so that it is the one of Form 2. If the data are no longer collected, take the column out of Form 2.",
        Bad: """
            (Form 2 has the columns province, year, population)
            province,year
            น่าน,2023
            """,
        Good: """
            (Form 2 has the columns province, year, population)
            province,year,population
            น่าน,2023,474539
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var name in inspection.MissingColumns)
        {
            findings.Add(this, Fact.Of("name", name));
        }
    }
}
