using OpenData.Rules.Scanning;

namespace OpenData.Rules.SingleHeader;

/// <summary>Finds a header of two or more rows and shows the names that they give together (clause 2).</summary>
public sealed class MultiRowHeaderRule() : Rule(
    "multi-row-header",
    Clause.SingleHeader,
    Severity.Error,
    thai: new RuleText(
        Title: "หัวคอลัมน์มีหลายแถว",
        Message: "หัวคอลัมน์มี {count} แถว หากรวมเป็นแถวเดียวจะได้ชื่อ: {names}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 2 “หัวคอลัมน์มี ๑ บรรทัด/ตัวแปร” โปรแกรมอ่านหัวคอลัมน์เพียงแถวเดียว แถวที่สองจึงปนเป็นข้อมูลและทำให้คอลัมน์ตัวเลขกลายเป็นข้อความ",
        Fix: "เลือก ยกเลิกการผสานเซลล์ ที่หัวตาราง พิมพ์ชื่อเต็มของแต่ละคอลัมน์ไว้ในแถวเดียว เช่น ประชากรชาย แล้วลบแถวหัวที่เหลือ",
        Bad: """
            จังหวัด,ประชากร,ประชากร
            จังหวัด,ชาย,หญิง
            น่าน,237512,237027
            แพร่,208217,222452
            """,
        Good: """
            จังหวัด,ประชากรชาย,ประชากรหญิง
            น่าน,237512,237027
            แพร่,208217,222452
            """),
    english: new RuleText(
        Title: "Header of several rows",
        Message: "The header takes {count} rows; in one row the names would be: {names}",
        Why: "Clause 2 of the guideline (indicator 2.5, level 3.1) asks for one header line per variable. Programs read one row as the header; a second one falls among the data and turns number columns into text.",
        Fix: "Choose Unmerge Cells on the header, type the full name of each column into one row, such as population_male, and delete the other header rows.",
        Bad: """
            จังหวัด,ประชากร,ประชากร
            จังหวัด,ชาย,หญิง
            น่าน,237512,237027
            แพร่,208217,222452
            """,
        Good: """
            จังหวัด,ประชากรชาย,ประชากรหญิง
            น่าน,237512,237027
            แพร่,208217,222452
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Layout is { Headers: { Count: > 1 } headers } layout)
        {
            findings.Add(this, headers[1].Row, headers[1].Line, string.Join(" | ", headers[1].Cells), Fact.Of("count", headers.Count), Fact.Of("names", CellText.Cut(string.Join(" | ", layout.Labels))));
        }
    }
}
