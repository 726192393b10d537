using System.Text;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a value that is not in the code list of the data dictionary (Form 2).</summary>
public sealed class NotInCodeListRule() : Rule(
    "not-in-code-list",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ค่าไม่อยู่ในรายการรหัส",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” ไม่อยู่ในรายการรหัส ({codes})",
        Why: "แบบฟอร์ม 2 กำหนดค่าที่ใช้ได้ไว้ ค่าอื่นหรือการสะกดต่างกันทำให้จัดกลุ่มและเชื่อมข้อมูลไม่ได้",
        Fix: "ใช้ ข้อมูล → ตัวกรอง ดูค่าทั้งหมดของคอลัมน์ แล้วใช้ ค้นหาและแทนที่ แก้ให้ตรงกับรหัส หากเป็นค่าใหม่ที่ถูกต้อง ให้เพิ่มในรายการรหัสของแบบฟอร์ม 2",
        Bad: """
            (แบบฟอร์ม 2: sex มีรหัส M, F)
            sex,count
            M,120
            หญิง,135
            """,
        Good: """
            (แบบฟอร์ม 2: sex มีรหัส M, F)
            sex,count
            M,120
            F,135
            """),
    english: new RuleText(
        Title: "Value not in the code list",
        Message: "Row {row}, column \"{header}\": \"{value}\" is not in the code list ({codes})",
        Why: "Form 2 lists the values that are allowed. Others, or other spellings, spoil grouping and joining.",
        Fix: "See all values of the column with Data → Filter and correct them by Find & Replace. If a new value is right, add it to the code list in Form 2.",
        Bad: """
            (Form 2: sex has the codes M, F)
            sex,count
            M,120
            หญิง,135
            """,
        Good: """
            (Form 2: sex has the codes M, F)
            sex,count
            M,120
            F,135
            """))
{
    /// <inheritdoc/>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        if (column.Dictionary is not { Codes: { Count: > 0 } codes })
        {
            return null;
        }

        var known = codes.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var longest = known.Max(c => c.Length);
        return KnownGood.Remember((ReadOnlySpan<byte> cell, in CellReading _) => !Contains(lookup, longest, WhiteSpace.Trim(cell)));
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally], _ => [Fact.Of("codes", Shown(column))]);
            }
        }
    }

    private static bool Contains(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> codes, int longest, ReadOnlySpan<byte> cell)
    {
        if (cell.Length > longest * 3)
        {
            return false;
        }

        Span<char> text = cell.Length <= 256 ? stackalloc char[256] : new char[cell.Length];
        return Encoding.UTF8.TryGetChars(cell, text, out var length) && codes.Contains(text[..length]);
    }

    private static string Shown(ColumnProfile column)
    {
        var codes = column.Dictionary!.Codes;
        return string.Join(", ", codes.Take(10).Select(c => c.Code)) + (codes.Count > 10 ? ", …" : "");
    }
}
