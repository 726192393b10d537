using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>Finds numbers written with thousands separators, also unquoted ones that fall apart at the comma (clause 4).</summary>
public sealed class ThousandsSeparatorRule() : Rule(
    "thousands-separator",
    Clause.ConsistentTypes,
    Severity.Error,
    thai: new RuleText(
        Title: "ตัวเลขมีตัวคั่นหลักพัน",
        Message: "แถวที่ {row}: “{value}” มีตัวคั่นหลักพัน ค่าที่ถูกคือ {plain}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 4 “ข้อมูลในหนึ่งคอลัมน์ต้องมีความสม่ำเสมอ” ใน CSV จุลภาคคือตัวคั่นคอลัมน์ ตัวเลขที่มีจุลภาคจึงถูกอ่านเป็นข้อความ หรือแตกเป็นสองคอลัมน์จนข้อมูลเลื่อน",
        Fix: "เลือกคอลัมน์ตัวเลข คลิกขวา → จัดรูปแบบเซลล์ → ตัวเลข → ไม่ใช้ตัวคั่น 1,000 หากเป็นข้อความ ใช้ ค้นหาและแทนที่ เปลี่ยน , เป็นค่าว่าง แล้วบันทึกเป็น CSV UTF-8 (Comma delimited)",
        Bad: """
            จังหวัด,ประชากร
            น่าน,"474,539"
            แพร่,"430,669"
            """,
        Good: """
            จังหวัด,ประชากร
            น่าน,474539
            แพร่,430669
            """),
    english: new RuleText(
        Title: "Thousands separators in numbers",
        Message: "Row {row}: \"{value}\" has thousands separators; it should be {plain}",
        Why: "Clause 4 of the guideline (indicator 2.5, level 3.1) asks for consistent data in each column. In CSV the comma separates columns: a number that has one is read as text, or falls into two columns and shifts the row.",
        Fix: "Select the number columns, right-click → Format Cells → Number, clear Use 1000 Separator. If they are text, use Find & Replace to replace , with nothing. Save as CSV UTF-8 (Comma delimited).",
        Bad: """
            จังหวัด,ประชากร
            น่าน,"474,539"
            แพร่,"430,669"
            """,
        Good: """
            จังหวัด,ประชากร
            น่าน,474539
            แพร่,430669
            """))
{
    private IReadOnlyList<ColumnProfile> columns = [];

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        columns = inspection.Columns;
    }

    /// <summary>A number such as 1,234 without quotes falls apart at its comma: a row that is too long by as many fields as it has such pairs.</summary>
    public override void Check(OddRow row, Findings findings)
    {
        if (!row.Is(RowMarks.Long))
        {
            return;
        }

        var pairs = SplitNumbers.Find(row.Cells, row.Quoted);
        if (pairs.Count > 0 && pairs.Count >= row.FieldCount - columns.Count)
        {
            var first = row.Cells[pairs[0]].Trim() + "," + row.Cells[pairs[0] + 1].Trim();
            findings.Add(this, row.Row, row.Line, first, Fact.Of("plain", first.Replace(",", "", StringComparison.Ordinal)), Fact.Of("unquoted", pairs.Count));
        }
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type.IsNumeric()))
        {
            var cells = column.Tallies().Where(t => t.Shape == Shape.Thousands).Select(t => t.Tally);
            findings.AddCells(this, column, cells, sample => [Fact.Of("plain", FormattedNumbers.Plain(ThaiDigits.ToArabic(sample.Value)) ?? "?")]);
        }
    }
}
