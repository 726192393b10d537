using System.Buffers;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Files;

/// <summary>Finds cells that hold NUL or another control character, which is not seen and is no text.</summary>
public sealed class ControlCharacterRule() : Rule(
    "control-character",
    Clause.None,
    Severity.Warning,
    thai: new RuleText(
        Title: "มีอักขระควบคุม",
        Message: "แถวที่ {row} คอลัมน์ที่ {column}: ในเซลล์มีอักขระควบคุมซึ่งมองไม่เห็น",
        Why: "อักขระควบคุมมักติดมาจากการส่งออกจากระบบเดิม ทำให้การค้นหาและการเปรียบเทียบค่าผิดพลาด และบางโปรแกรมหยุดอ่านไฟล์ที่จุดนั้น",
        Fix: "ใน Excel ใช้สูตร =CLEAN(A2) ในคอลัมน์ว่าง คัดลอกผลลัพธ์ เลือก วางแบบพิเศษ → ค่า ทับคอลัมน์เดิม แล้วบันทึกเป็น CSV UTF-8 (Comma delimited)",
        Bad: "จังหวัด,ปี\nน่าน\u0007,2023\nแพร่,2023",
        Good: """
            จังหวัด,ปี
            น่าน,2023
            แพร่,2023
            """),
    english: new RuleText(
        Title: "Control character",
        Message: "Row {row}, column {column}: the cell holds a control character, which is not seen",
        Why: "Control characters are left over from exports of old systems. They spoil searching and comparing, and some programs stop reading there.",
        Fix: "In Excel put =CLEAN(A2) in an empty column, copy the results, choose Paste Special → Values over the old column, and save as CSV UTF-8 (Comma delimited).",
        Bad: "จังหวัด,ปี\nน่าน\u0007,2023\nแพร่,2023",
        Good: """
            จังหวัด,ปี
            น่าน,2023
            แพร่,2023
            """))
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(b => b is not (9 or 10 or 13)).Append(0x7F).Select(b => (byte)b)]);

    /// <inheritdoc/>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection) =>
        inspection.Submission.Upload.Text is { ControlCount: > 0 } ? ColumnTest.OfValues(static (ReadOnlySpan<byte> cell, in CellReading _) => cell.ContainsAny(Controls)) : null;

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally]);
            }
        }
    }
}
