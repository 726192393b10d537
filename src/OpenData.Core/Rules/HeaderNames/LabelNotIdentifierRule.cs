using OpenData.Rules.Layouts;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.HeaderNames;

/// <summary>Tells that a column name is not an English identifier as data.go.th asks, and offers one; the Thai label is kept.</summary>
public sealed class LabelNotIdentifierRule() : Rule(
    "label-not-identifier",
    Clause.HeaderNames,
    Severity.Info,
    thai: new RuleText(
        Title: "ชื่อคอลัมน์ไม่ใช่ภาษาอังกฤษแบบไม่เว้นวรรค",
        Message: "ชื่อ “{header}” ของคอลัมน์ที่ {column} ไม่ใช่ชื่อภาษาอังกฤษแบบไม่เว้นวรรค อาจใช้ชื่อ {suggestion}",
        Why: "คำแนะนำของ data.go.th ให้ตั้งชื่อคอลัมน์เป็นภาษาอังกฤษและไม่มีการเว้นวรรค เพื่อให้โปรแกรมเรียกใช้ได้ง่าย ข้อนี้เป็นข้อแนะนำ ไม่ใช่ข้อผิดพลาด",
        Fix: "เปลี่ยนชื่อตามที่เสนอ แล้วระบุชื่อภาษาไทยเป็นป้ายกำกับในแบบฟอร์ม 2 หากคงชื่อไทยไว้ ระบบจะใช้ชื่อที่เสนอใน API ให้เอง",
        Bad: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            """,
        Good: """
            province,year,population
            น่าน,2023,474539
            """),
    english: new RuleText(
        Title: "Column name is not an English identifier",
        Message: "The name \"{header}\" of column {column} is not an English identifier; it could be {suggestion}",
        Why: "data.go.th asks for English column names without spaces, which programs can use as they are. This is advice, not an error.",
        Fix: "Use the name that is offered and give the Thai name as the label in Form 2. If you keep the Thai name, the API will use the offered one by itself.",
        Bad: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            """,
        Good: """
            province,year,population
            น่าน,2023,474539
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => !string.IsNullOrWhiteSpace(c.Header) && !Identifiers.IsIdentifier(c.Header)))
        {
            findings.Add(this, Severity, inspection.Layout!.HeaderRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header, Fact.Of("suggestion", column.Name));
        }
    }
}
