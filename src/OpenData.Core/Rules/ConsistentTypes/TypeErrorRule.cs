using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>Finds values that are not of their column's type: the dictionary's, else that of at least 95 % of its values (clause 4).</summary>
public sealed class TypeErrorRule() : Rule(
    "type-error",
    Clause.ConsistentTypes,
    Severity.Error,
    thai: new RuleText(
        Title: "ค่าไม่ตรงชนิดข้อมูล",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” ไม่ใช่ค่าชนิด {type}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 4 “ข้อมูลในหนึ่งคอลัมน์ต้องมีความสม่ำเสมอ” ค่าเดียวที่ต่างชนิดทำให้ทั้งคอลัมน์คำนวณหรือเรียงลำดับไม่ได้",
        Fix: "แก้ค่าให้ตรงชนิดของคอลัมน์ หากไม่มีข้อมูลให้เว้นว่าง หากเป็นคำอธิบายให้ย้ายไปคอลัมน์หมายเหตุ หากค่าถูกต้องแล้ว ให้แก้ชนิดของตัวแปรในแบบฟอร์ม 2",
        Bad: """
            (แบบฟอร์ม 2: ประชากร เป็นชนิด integer)
            จังหวัด,ประชากร
            น่าน,474539
            แพร่,สี่แสนสามหมื่น
            """,
        Good: """
            (แบบฟอร์ม 2: ประชากร เป็นชนิด integer)
            จังหวัด,ประชากร
            น่าน,474539
            แพร่,430669
            """),
    english: new RuleText(
        Title: "Value of another type",
        Message: "Row {row}, column \"{header}\": \"{value}\" is not of type {type}",
        Why: "Clause 4 of the guideline (indicator 2.5, level 3.1) asks for consistent data in each column. A single value of another type keeps the whole column from being added up or sorted.",
        Fix: "Correct the value. Leave the cell blank if there is no value; move remarks to a column of their own. If the value is right, correct the column's type in Form 2.",
        Bad: """
            (Form 2: ประชากร is of type integer)
            จังหวัด,ประชากร
            น่าน,474539
            แพร่,สี่แสนสามหมื่น
            """,
        Good: """
            (Form 2: ประชากร is of type integer)
            จังหวัด,ประชากร
            น่าน,474539
            แพร่,430669
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => !c.Type.IsTextual() && !c.Type.IsCalendar()))
        {
            var faulty = column.Tallies().Where(t => !ColumnTypes.Accepts(column.Type, column.Calendar, new CellReading(t.Shape, t.Marks, 0, 0)) && IsOwn(column.Type, t.Shape, t.Marks)).Select(t => t.Tally);
            findings.AddCells(this, column, faulty.Concat(column.ResultOf(this) is { } outside ? [outside] : []), _ => [Fact.Of("type", ColumnTypes.NameOf(column.Type))]);
        }
    }

    /// <summary>Years and booleans written as numbers must also be in range, which a shape does not tell.</summary>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection) => column.Dictionary?.Type switch
    {
        ColumnType.Year when column.Calendar is var calendar => new ColumnTest((ReadOnlySpan<byte> _, in CellReading reading) => !ColumnTypes.IsYear(calendar, reading.Mantissa), s => s == Shape.Integer) { IsAboutSize = true },
        ColumnType.Boolean => new ColumnTest(static (ReadOnlySpan<byte> _, in CellReading reading) => reading.Mantissa is not (0 or 1), s => s == Shape.Integer) { IsAboutSize = true },
        _ => null,
    };

    /// <summary>Leaves to other rules what they tell better: blanks, placeholders, separators, units, Thai digits; and numbers to the test above.</summary>
    private static bool IsOwn(ColumnType type, Shape shape, ShapeMarks marks)
    {
        if (shape.IsMissing() || marks.HasFlag(ShapeMarks.ThaiDigits) || (shape == Shape.Integer && type is ColumnType.Year or ColumnType.Boolean))
        {
            return false;
        }

        return !(type.IsNumeric() && shape is Shape.Thousands or Shape.WithUnit);
    }
}
