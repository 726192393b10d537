using System.Globalization;

namespace OpenData.Rules.SingleTable;

/// <summary>Tells that a file has more rows than are compared with each other, so that no one takes silence for proof.</summary>
public sealed class NotAllComparedRule() : Rule(
    "not-all-compared",
    Clause.None,
    Severity.Info,
    thai: new RuleText(
        Title: "เปรียบเทียบแถวซ้ำไม่ครบทุกแถว",
        Message: "ไฟล์มีแถวมากกว่า {limit} แถว การค้นหาแถวซ้ำและค่าซ้ำทำเฉพาะแถวแรก ๆ ที่ต่างกันตามจำนวนนี้",
        Why: "การเปรียบเทียบทุกแถวของไฟล์ขนาดใหญ่ใช้หน่วยความจำมาก จึงกำหนดขอบเขตไว้และแจ้งให้ทราบ ส่วนคีย์ของตารางจะตรวจครบทุกแถวอีกครั้งเมื่อเผยแพร่",
        Fix: "ไม่ต้องแก้ไข หากต้องการให้ตรวจครบทุกแถว ให้แบ่งไฟล์ เช่น แยกตามปี",
        Bad: "ไฟล์ที่มีสองล้านแถว",
        Good: "ไฟล์เดียวกันที่แบ่งตามปี ปีละไม่เกินหนึ่งล้านแถว"),
    english: new RuleText(
        Title: "Not every row was compared",
        Message: "The file has more than {limit} different rows; equal rows and equal values were looked for among the first that many",
        Why: "Comparing every row of a very large file takes much memory, so there is a bound, and it is told. The key of the table is proved for every row when the file is published.",
        Fix: "Nothing needs to be mended. To have every row compared, split the file, for example by year.",
        Bad: "A file of two million rows",
        Good: "The same file split by year, each with less than a million rows"))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        if (inspection.ReachedUniquenessBound)
        {
            findings.Add(this, Fact.Of("limit", CheckLimits.UniqueKeys.ToString("N0", CultureInfo.InvariantCulture)));
        }
    }
}
