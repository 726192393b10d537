using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a value whose length is outside the limits of the data dictionary (Form 2), counted in characters.</summary>
public sealed class TooLongRule() : Rule(
    "too-long",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ความยาวของค่าไม่ตรงกำหนด",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” มีความยาวไม่อยู่ระหว่าง {minimum} ถึง {maximum} อักขระ",
        Why: "แบบฟอร์ม 2 กำหนดความยาวไว้ ค่าที่สั้นหรือยาวเกินมักเป็นรหัสที่พิมพ์ตกหล่นหรือเลข 0 นำหน้าหาย และอาจถูกตัดเมื่อเก็บในระบบอื่น",
        Fix: "แก้ค่าให้ครบตามต้นเรื่อง หากเลข 0 นำหน้าหาย ให้เลือก จัดรูปแบบเซลล์ → ข้อความ ก่อนพิมพ์รหัสใหม่ หากค่าถูกต้อง ให้แก้ความยาวในแบบฟอร์ม 2",
        Bad: """
            (แบบฟอร์ม 2: postal_code ยาว 5 อักขระ)
            district,postal_code
            เมืองน่าน,550000
            เวียงสา,55110
            """,
        Good: """
            (แบบฟอร์ม 2: postal_code ยาว 5 อักขระ)
            district,postal_code
            เมืองน่าน,55000
            เวียงสา,55110
            """),
    english: new RuleText(
        Title: "Length not as allowed",
        Message: "Row {row}, column \"{header}\": the length of \"{value}\" is not between {minimum} and {maximum} characters",
        Why: "Form 2 limits the length. A value too short or too long is mostly a code with a slip or a lost leading zero, and may be cut off in other systems.",
        Fix: "Correct the value by its source. If leading zeros are lost, choose Format Cells → Text before typing the code again. If the value is right, change the length in Form 2.",
        Bad: """
            (Form 2: postal_code is 5 characters long)
            district,postal_code
            เมืองน่าน,550000
            เวียงสา,55110
            """,
        Good: """
            (Form 2: postal_code is 5 characters long)
            district,postal_code
            เมืองน่าน,55000
            เวียงสา,55110
            """))
{
    /// <inheritdoc/>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        if (column.Dictionary is not { } dictionary || (dictionary.MinLength is null && dictionary.MaxLength is null))
        {
            return null;
        }

        var (least, greatest) = (dictionary.MinLength ?? 0, dictionary.MaxLength ?? int.MaxValue);
        return ColumnTest.OfValues((ReadOnlySpan<byte> cell, in CellReading _) => Characters(cell) is var length && (length < least || length > greatest));
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally], _ => [Fact.Of("minimum", column.Dictionary!.MinLength ?? 0), Fact.Of("maximum", column.Dictionary.MaxLength is { } longest ? longest.ToString(System.Globalization.CultureInfo.InvariantCulture) : "∞")]);
            }
        }
    }

    /// <summary>Unicode scalar values: every byte that begins one.</summary>
    private static int Characters(ReadOnlySpan<byte> cell)
    {
        var continuations = 0;
        foreach (var value in cell)
        {
            continuations += (value & 0xC0) == 0x80 ? 1 : 0;
        }

        return cell.Length - continuations;
    }
}
