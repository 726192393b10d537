using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ValidDates;

/// <summary>
/// Finds dates in another form than ISO 8601 (YYYY-MM-DD) and shows what they would become (clause 5). A year of two digits becomes nothing for
/// sure: such dates are left to <see cref="TwoDigitYearRule"/>.
/// </summary>
public sealed class DateNotIsoRule() : Rule(
    "date-not-iso",
    Clause.ValidDates,
    Severity.Error,
    thai: new RuleText(
        Title: "วันที่ไม่อยู่ในรูปแบบมาตรฐาน",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” ไม่ได้เขียนตาม ISO 8601 เมื่อแปลงแล้วจะเป็น {becomes}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 5 “หากเป็นตัวแปรวันที่ ต้องมีรูปแบบที่ถูกต้อง” วันที่แบบอื่นหรือเลขลำดับวันของ Excel อ่านได้ต่างกันในแต่ละโปรแกรม ส่วน 20240131 ถูกอ่านเป็นจำนวน รูปแบบ ปี-เดือน-วัน อ่านได้ทางเดียวและเรียงลำดับได้ถูกต้อง",
        Fix: "เลือกคอลัมน์วันที่ คลิกขวา → จัดรูปแบบเซลล์ → กำหนดเอง พิมพ์ yyyy-mm-dd แล้วบันทึกเป็น CSV UTF-8 (Comma delimited) และอย่าเปิดไฟล์ CSV ใน Excel แล้วบันทึกซ้ำ เพราะรูปแบบวันที่จะเปลี่ยนกลับ",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,31/1/2024
            สัมมนา,15/3/2024
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-01-31
            สัมมนา,2024-03-15
            """),
    english: new RuleText(
        Title: "Date not in the standard form",
        Message: "Row {row}, column \"{header}\": \"{value}\" is not written as ISO 8601; it would become {becomes}",
        Why: "Clause 5 of the guideline (indicator 2.5, level 3.1) asks for dates in a correct form. Other forms, and Excel's day numbers, are read differently by each program, and 20240131 as a count. Year-month-day can be read in one way only, and sorts rightly.",
        Fix: "Select the date column, right-click → Format Cells → Custom, type yyyy-mm-dd, and save as CSV UTF-8 (Comma delimited). Do not open the CSV in Excel and save it again: the form would change back.",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,31/1/2024
            สัมมนา,15/3/2024
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-01-31
            สัมมนา,2024-03-15
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(CompactDates.Are))
        {
            // ISO 8601 has this form too, but programs take it for a number: a warning, once for the column.
            var first = column.Tallies().Where(t => t.Shape == Shape.Integer).SelectMany(t => t.Tally.Samples).MinBy(s => s.Row);
            findings.Add(this, Severity.Warning, column, first, Fact.Of("becomes", CompactDates.InIso(first.Value)));
        }

        foreach (var column in inspection.Columns.Where(c => c.Type.IsCalendar()))
        {
            var isDecided = AmbiguousDateRule.IsDecided(column);
            var cells = column.Tallies()
                .Where(t => (t.Marks & (ShapeMarks.Impossible | ShapeMarks.TwoDigitYear)) == 0 && (IsOther(t.Shape) || (t.Shape == Shape.DateAmbiguous && isDecided) || (t.Shape == Shape.Integer && MayBeSerial(column))))
                .Select(t => t.Tally);
            findings.AddCells(this, column, cells, sample => [Fact.Of("becomes", Becomes(column, sample.Value))]);
        }
    }

    /// <summary>Excel counts days from 30 December 1899; 20000 is in 1954, 60000 in 2064.</summary>
    internal static bool MayBeSerial(ColumnProfile column) =>
        column.Tallies().Where(t => t.Shape == Shape.Integer).SelectMany(t => t.Tally.Samples).All(s => long.TryParse(s.Value, out var days) && days is >= 20000 and <= 60000);

    private static bool IsOther(Shape shape) => shape is Shape.DateYmd or Shape.DateDmy or Shape.DateMdy or Shape.DateNamedMonth or Shape.DateThaiMonth;

    private static string Becomes(ColumnProfile column, string value)
    {
        var reading = CellReader.Read(value);
        if (reading.Shape == Shape.Integer)
        {
            return new DateOnly(1899, 12, 30).AddDays((int)reading.Mantissa).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }

        return WrittenDates.InIso(value, AmbiguousDateRule.IsMonthFirst(column));
    }
}
