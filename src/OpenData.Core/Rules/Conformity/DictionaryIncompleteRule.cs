using OpenData.Rules.Scanning;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a column whose entry in the data dictionary lacks one of the three items that DGS 3-1 asks for: name, type, description.</summary>
public sealed class DictionaryIncompleteRule() : Rule(
    "dictionary-incomplete",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "พจนานุกรมข้อมูลไม่ครบ",
        Message: "พจนานุกรมข้อมูลของคอลัมน์ “{header}” ขาดรายการ {missing}",
        Why: "มรด. 3-1 กำหนดให้ระบุอย่างน้อย 3 รายการต่อหนึ่งตัวแปร: ชื่อตัวแปร ชนิดของตัวแปร และคำอธิบายตัวแปร หากขาด ผู้ใช้จะตีความค่าเอง",
        Fix: "เปิดแบบฟอร์ม 2 ที่แถวของตัวแปรนี้ แล้วกรอกรายการที่ขาด คำอธิบายควรบอกความหมาย หน่วย และช่วงเวลาของค่า",
        Bad: """
            (แบบฟอร์ม 2 ไม่มีคำอธิบายของ population)
            name,type,description
            province,text,ชื่อจังหวัด
            population,integer,
            """,
        Good: """
            (แบบฟอร์ม 2 ไม่มีคำอธิบายของ population)
            name,type,description
            province,text,ชื่อจังหวัด
            population,integer,จำนวนประชากรตามทะเบียนราษฎร
            """),
    english: new RuleText(
        Title: "Dictionary incomplete",
        Message: "The dictionary entry of column \"{header}\" lacks the item {missing}",
        Why: "The government standard DGS 3-1 asks for at least three items of each variable: name, type and description. Without them users make up the meaning themselves.",
        Fix: "Open Form 2 at this variable and fill in what is missing. A description should tell the meaning, the unit and the period of the values.",
        Bad: """
            (Form 2 has no description of population)
            name,type,description
            province,text,ชื่อจังหวัด
            population,integer,
            """,
        Good: """
            (Form 2 has no description of population)
            name,type,description
            province,text,ชื่อจังหวัด
            population,integer,จำนวนประชากรตามทะเบียนราษฎร
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Dictionary is { Description.IsEmpty: true }))
        {
            findings.Add(this, column, null, Fact.Of("missing", "description"));
        }
    }
}
