using OpenData.Rules.Scanning;
using OpenData.Tables;

namespace OpenData.Rules.Files;

/// <summary>Finds quotes out of place: inside an unquoted cell, followed by text, or never closed (RFC 4180).</summary>
public sealed class MalformedQuotingRule() : Rule(
    "malformed-quoting",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "เครื่องหมายคำพูดผิดที่",
        Message: "แถวที่ {row} มีเครื่องหมายคำพูด (\") ผิดที่ ({fault})",
        Why: "ใน CSV เครื่องหมายคำพูดใช้ครอบค่าทั้งเซลล์ (RFC 4180) เครื่องหมายที่เกินหรือขาดทำให้โปรแกรมรวมหลายแถวเป็นค่าเดียว ข้อมูลจึงหายโดยไม่รู้ตัว",
        Fix: "แก้ในไฟล์ต้นฉบับแล้วให้ Excel บันทึกเป็น CSV UTF-8 (Comma delimited) ซึ่งจะใส่เครื่องหมายให้ถูกต้องเอง หากแก้ด้วย Notepad ให้ครอบค่าด้วย \" และเขียน \" ที่อยู่ภายในซ้ำสองตัว (\"\")",
        Bad: """
            รายการ,จำนวน
            ท่อ 2" สีฟ้า,15
            สายยาง,20
            """,
        Good: """
            รายการ,จำนวน
            "ท่อ 2"" สีฟ้า",15
            สายยาง,20
            """),
    english: new RuleText(
        Title: "Quote out of place",
        Message: "Row {row}: a quote (\") is out of place ({fault})",
        Why: "In CSV quotes enclose a whole value (RFC 4180). One too many or too few makes programs join several rows into one value, and data are lost unseen.",
        Fix: "Correct the original and let Excel save it as CSV UTF-8 (Comma delimited), which sets the quotes itself. In Notepad: enclose the value in \" and write each \" inside it twice (\"\").",
        Bad: """
            รายการ,จำนวน
            ท่อ 2" สีฟ้า,15
            สายยาง,20
            """,
        Good: """
            รายการ,จำนวน
            "ท่อ 2"" สีฟ้า",15
            สายยาง,20
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var row in (inspection.Layout?.Above ?? []).Concat(inspection.Layout?.Headers ?? []).Where(r => r.Fault is not (RowFault.None or RowFault.TooLong)))
        {
            findings.Add(this, row.Row, row.Line, row.Cells.FirstOrDefault(c => c.Contains('"', StringComparison.Ordinal)), Fact.Of("fault", NameOf(row.Fault)));
        }
    }

    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (row.Is(RowMarks.Malformed) && row.Fault != RowFault.TooLong)
        {
            findings.Add(this, row.Row, row.Line, row.Cells.FirstOrDefault(c => c.Contains('"', StringComparison.Ordinal)), Fact.Of("fault", NameOf(row.Fault)));
        }
    }

    private static string NameOf(RowFault fault) => fault switch
    {
        RowFault.UnclosedQuote => "unclosed-quote",
        RowFault.TextAfterQuote => "text-after-quote",
        _ => "stray-quote",
    };
}
