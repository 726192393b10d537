using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Privacy;

/// <summary>Finds text that a spreadsheet would run as a formula when it opens the file.</summary>
public sealed class FormulaInjectionRule() : Rule(
    "formula-injection",
    Clause.None,
    Severity.Warning,
    thai: new RuleText(
        Title: "ข้อความที่โปรแกรมตารางอาจอ่านเป็นสูตร",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” ขึ้นต้นด้วยเครื่องหมายที่โปรแกรมตารางถือเป็นสูตร",
        Why: "เมื่อเปิด CSV โปรแกรมตารางจะคำนวณเซลล์ที่ขึ้นต้นด้วย = + - @ หรือแท็บ ค่าที่เห็นจึงไม่ใช่ข้อมูลที่เผยแพร่ และผู้ไม่หวังดีใช้ช่องนี้สั่งให้เครื่องของผู้เปิดไฟล์ทำงานหรือส่งข้อมูลออกไปได้",
        Fix: "แก้ข้อความให้ขึ้นต้นด้วยตัวอักษรหรือตัวเลข เช่น ลบขีดนำหน้ารายการออก หากเป็นสูตร ให้คัดลอกแล้ววางแบบค่าก่อนบันทึก หากหมายถึงไม่มีข้อมูล ให้เว้นว่าง",
        Bad: """
            รายการ,หมายเหตุ
            ค่าเช่า,=SUM(B2:B9)
            ค่าน้ำ,-รอเอกสาร
            """,
        Good: """
            รายการ,หมายเหตุ
            ค่าเช่า,12500
            ค่าน้ำ,รอเอกสาร
            """),
    english: new RuleText(
        Title: "Text that a spreadsheet may run as a formula",
        Message: "Row {row}, column \"{header}\": \"{value}\" starts with a sign that spreadsheets take for a formula",
        Why: "A spreadsheet that opens a CSV calculates cells that start with =, +, -, @ or a tab. What is shown is then not what was published, and someone with bad intent can use such a cell to run commands on the reader's computer or to send data away.",
        Fix: "Let the text start with a letter or a digit; take away the hyphen of a list, for one. If it is a formula, copy it and paste its value before saving. If it means that there is no value, leave the cell blank.",
        Bad: """
            item,note
            Rent,=SUM(B2:B9)
            Water,-papers pending
            """,
        Good: """
            item,note
            Rent,12500
            Water,papers pending
            """))
{
    /// <inheritdoc/>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection) => new(
        static (ReadOnlySpan<byte> cell, in CellReading _) => cell[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r',
        shape => shape is Shape.Text or Shape.Time or Shape.Boolean);

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { Count: > 0 } tally)
            {
                findings.AddCells(this, column, [tally]);
            }
        }
    }
}
