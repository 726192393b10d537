using OpenData.Rules.Scanning;

namespace OpenData.Rules.Files;

/// <summary>Finds a file whose fields are separated by a semicolon, a tab or a bar, or that begins with a sep= line.</summary>
public sealed class SeparatorNotCommaRule() : Rule(
    "separator-not-comma",
    Clause.None,
    Severity.Warning,
    thai: new RuleText(
        Title: "ตัวคั่นไม่ใช่จุลภาค",
        Message: "ไฟล์คั่นข้อมูลด้วย {separator} หรือมีบรรทัด sep= กำกับไว้ แทนการคั่นด้วยจุลภาค (,) อย่างเดียว",
        Why: "CSV ตามมาตรฐาน RFC 4180 คั่นด้วยจุลภาค โปรแกรมที่ไม่รู้จักตัวคั่นอื่นจะเห็นทั้งแถวเป็นคอลัมน์เดียว",
        Fix: "เปิดใน Excel ด้วย ข้อมูล → จากข้อความ/CSV เลือกตัวคั่นให้ตรง แล้วเลือก บันทึกเป็น → CSV UTF-8 (Comma delimited) หากยังได้ ; ให้ตั้ง “ตัวคั่นรายการ” ของ Windows เป็น , ก่อนบันทึก",
        Bad: """
            จังหวัด;ปี;ประชากร
            น่าน;2023;474539
            แพร่;2023;430669
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """),
    english: new RuleText(
        Title: "Separator is not the comma",
        Message: "Fields are separated by {separator} or named by a sep= line, not by a comma alone",
        Why: "CSV as RFC 4180 defines it has commas. A program that does not know the other separator sees each row as a single column.",
        Fix: "Open it in Excel by Data → From Text/CSV, choose the separator, then Save As → CSV UTF-8 (Comma delimited). If ; comes again, set the List separator of Windows to a comma first.",
        Bad: """
            จังหวัด;ปี;ประชากร
            น่าน;2023;474539
            แพร่;2023;430669
            """,
        Good: """
            จังหวัด,ปี,ประชากร
            น่าน,2023,474539
            แพร่,2023,430669
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Table is { } table && (table.Separator != ',' || table.HasSeparatorHint))
        {
            findings.Add(this, Fact.Of("separator", table.Separator == '\t' ? "TAB" : table.Separator.ToString()), Fact.Of("hint", table.HasSeparatorHint ? 1 : 0));
        }
    }
}
