using System.Text;
using System.Text.RegularExpressions;
using OpenData.Rules.Scanning;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a value that does not match the pattern (regular expression) of the data dictionary (Form 2).</summary>
public sealed class PatternMismatchRule() : Rule(
    "pattern-mismatch",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ค่าไม่ตรงรูปแบบ",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” ไม่ตรงกับรูปแบบ {pattern}",
        Why: "แบบฟอร์ม 2 กำหนดรูปแบบของค่าไว้ เช่น รหัสไปรษณีย์ต้องเป็นตัวเลข 5 หลัก ค่าที่ผิดรูปแบบใช้ค้นหาหรือเชื่อมข้อมูลไม่ได้",
        Fix: "แก้ค่าให้ตรงรูปแบบ โดยดูตัวอย่างในแบบฟอร์ม 2 ลบช่องว่างหรือขีดที่เกินด้วย ค้นหาและแทนที่ หากค่าถูกต้อง ให้แก้รูปแบบในแบบฟอร์ม 2",
        Bad: """
            (แบบฟอร์ม 2: postal_code ต้องตรงกับ [0-9]{5})
            district,postal_code
            เมืองน่าน,5500O
            เวียงสา,55110
            """,
        Good: """
            (แบบฟอร์ม 2: postal_code ต้องตรงกับ [0-9]{5})
            district,postal_code
            เมืองน่าน,55000
            เวียงสา,55110
            """),
    english: new RuleText(
        Title: "Value does not match the pattern",
        Message: "Row {row}, column \"{header}\": \"{value}\" does not match the pattern {pattern}",
        Why: "Form 2 gives the form of the values; a postal code, say, has 5 digits. A value of another form cannot be searched for or joined.",
        Fix: "Correct the value by the example in Form 2; remove surplus spaces or hyphens with Find & Replace. If the value is right, change the pattern in Form 2.",
        Bad: """
            (Form 2: postal_code matches [0-9]{5})
            district,postal_code
            เมืองน่าน,5500O
            เวียงสา,55110
            """,
        Good: """
            (Form 2: postal_code matches [0-9]{5})
            district,postal_code
            เมืองน่าน,55000
            เวียงสา,55110
            """))
{
    /// <inheritdoc/>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        if (column.Dictionary is not { Pattern: { } pattern })
        {
            return null;
        }

        var regex = CellPattern.ReadWhole(pattern);
        return KnownGood.Remember((ReadOnlySpan<byte> cell, in CellReading _) => !IsMatch(regex, WhiteSpace.Trim(cell)));
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally], _ => [Fact.Of("pattern", column.Dictionary!.Pattern!)]);
            }
        }
    }

    private static bool IsMatch(Regex regex, ReadOnlySpan<byte> cell)
    {
        Span<char> text = cell.Length <= 256 ? stackalloc char[256] : new char[cell.Length];

        // In .NET a $ also matches before a last line feed, which is no end of a value.
        return Encoding.UTF8.TryGetChars(cell, text, out var length) && text[..length] is not [.., '\n'] && regex.IsMatch(text[..length]);
    }
}
