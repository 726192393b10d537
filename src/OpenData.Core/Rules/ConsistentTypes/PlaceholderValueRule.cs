using System.Globalization;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>Finds signs and words such as -, N/A or null, and numbers such as -9999, where a blank belongs, told once per column (clause 4).</summary>
public sealed class PlaceholderValueRule() : Rule(
    "placeholder-value",
    Clause.ConsistentTypes,
    Severity.Warning,
    thai: new RuleText(
        Title: "ใช้เครื่องหมายแทนค่าว่าง",
        Message: "คอลัมน์ “{header}” มี {count} เซลล์ที่ใส่ค่าเช่น “{value}” ซึ่งควรเว้นว่าง",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 4 “ข้อมูลในหนึ่งคอลัมน์ต้องมีความสม่ำเสมอ” เครื่องหมายอย่าง - หรือ N/A ถูกอ่านเป็นข้อความ และแต่ละหน่วยงานใช้ไม่เหมือนกัน ส่วน -9999 จะถูกคำนวณเป็นค่าจริง เซลล์ว่างเป็นวิธีบอกว่าไม่มีข้อมูลที่ทุกโปรแกรมเข้าใจ",
        Fix: "เลือกคอลัมน์ ใช้ ค้นหาและแทนที่ ใส่เครื่องหมายนั้น เลือก ตัวเลือก → ตรงกับเนื้อหาทั้งเซลล์ แล้วแทนที่ด้วยค่าว่าง หากหมายถึงศูนย์ ให้ใส่ 0",
        Bad: """
            จังหวัด,จำนวนเรือนจำ
            น่าน,1
            แพร่,-
            ลำพูน,1
            """,
        Good: """
            จังหวัด,จำนวนเรือนจำ
            น่าน,1
            แพร่,
            ลำพูน,1
            """),
    english: new RuleText(
        Title: "Placeholder instead of a blank",
        Message: "Column \"{header}\" has {count} cells such as \"{value}\" where a blank belongs",
        Why: "Clause 4 of the guideline (indicator 2.5, level 3.1) asks for consistent data in each column. Signs such as - or N/A are read as text, and every agency uses another one; -9999 is added up as if it were a value. A blank is the way to say \"no value\" that all programs know.",
        Fix: "Select the column, use Find & Replace for the sign with Options → Match entire cell contents, and replace it with nothing. If it means zero, write 0.",
        Bad: """
            จังหวัด,จำนวนเรือนจำ
            น่าน,1
            แพร่,-
            ลำพูน,1
            """,
        Good: """
            จังหวัด,จำนวนเรือนจำ
            น่าน,1
            แพร่,
            ลำพูน,1
            """))
{
    /// <summary>A value nearer to the sentinel than this share of it may be of the same measure.</summary>
    private const double Near = 0.1;

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            var cells = column.Tallies().Where(t => t.Shape == Shape.Placeholder || (t.Shape == Shape.MissingWord && !column.Type.IsTextual() && !column.IsMixed) || (t.Marks.HasFlag(ShapeMarks.Sentinel) && IsForeign(column, t.Tally))).Select(t => t.Tally).ToList();
            if (cells.Count > 0)
            {
                findings.Add(this, column, cells.SelectMany(t => t.Samples).MinBy(s => s.Row), Fact.Of("count", cells.Sum(t => t.Count)));
            }
        }
    }

    /// <summary>True where <c>-9999</c> comes more than once in a column of numbers that are nowhere near it: it is the least of them, and the others are above a tenth of it.</summary>
    private static bool IsForeign(ColumnProfile column, Tally sentinels)
    {
        if (!column.Type.IsNumeric() || sentinels.Count < 2 || !double.TryParse(column.Least, NumberStyles.Float, CultureInfo.InvariantCulture, out var least) || CellReader.Read(sentinels.Samples[0].Value).Number != least)
        {
            return false;
        }

        var others = column.Tallies().Where(t => t.Shape.IsPlainNumber() && !t.Marks.HasFlag(ShapeMarks.Sentinel)).SelectMany(t => t.Tally.Samples.Take(CheckLimits.Keep)).ToList();
        return others.Count > 0 && others.All(s => CellReader.Read(s.Value).Number > least * Near);
    }
}
