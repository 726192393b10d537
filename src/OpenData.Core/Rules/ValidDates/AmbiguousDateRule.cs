using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ValidDates;

/// <summary>Finds dates such as 03/04/2024 where the column does not decide whether day or month comes first (clause 5).</summary>
public sealed class AmbiguousDateRule() : Rule(
    "ambiguous-date",
    Clause.ValidDates,
    Severity.Error,
    thai: new RuleText(
        Title: "วันที่ตีความได้สองทาง",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” อาจเป็น {dayFirst} หรือ {monthFirst}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 5 “หากเป็นตัวแปรวันที่ ต้องมีรูปแบบที่ถูกต้อง” เมื่อไม่รู้ว่าวันหรือเดือนมาก่อน ผู้ใช้จะอ่านวันที่ผิดโดยไม่รู้ตัว",
        Fix: "เปิดไฟล์ต้นฉบับที่ทราบวันที่แน่นอน เลือกคอลัมน์วันที่ คลิกขวา → จัดรูปแบบเซลล์ → กำหนดเอง พิมพ์ yyyy-mm-dd แล้วบันทึกเป็น CSV UTF-8 (Comma delimited)",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,03/04/2024
            สัมมนา,05/06/2024
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-04-03
            สัมมนา,2024-06-05
            """),
    english: new RuleText(
        Title: "Date that reads in two ways",
        Message: "Row {row}, column \"{header}\": \"{value}\" may be {dayFirst} or {monthFirst}",
        Why: "Clause 5 of the guideline (indicator 2.5, level 3.1) asks for dates in a correct form. When nobody knows whether day or month comes first, dates are misread unnoticed.",
        Fix: "Open the original, in which the dates are sure, select the date column, right-click → Format Cells → Custom, type yyyy-mm-dd, and save as CSV UTF-8 (Comma delimited).",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,03/04/2024
            สัมมนา,05/06/2024
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-04-03
            สัมมนา,2024-06-05
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type.IsCalendar()))
        {
            if (!IsDecided(column))
            {
                var cells = column.Tallies().Where(t => t.Shape == Shape.DateAmbiguous && !t.Marks.HasFlag(ShapeMarks.Impossible)).Select(t => t.Tally);
                findings.AddCells(this, column, cells, sample => Readings(sample.Value));
            }
        }
    }

    /// <summary>True where other dates of the column prove that the day, or the month, comes first. Thai names and the Buddhist era prove the day.</summary>
    internal static bool IsDecided(ColumnProfile column) => ProvesDayFirst(column) != (column.CountOf(Shape.DateMdy) > 0);

    /// <summary>True where the column's dates prove that the month comes first.</summary>
    internal static bool IsMonthFirst(ColumnProfile column) => !ProvesDayFirst(column) && column.CountOf(Shape.DateMdy) > 0;

    private static bool ProvesDayFirst(ColumnProfile column) =>
        column.CountOf(Shape.DateDmy) > 0 || column.Tallies().Any(t => t.Shape == Shape.DateAmbiguous && (t.Marks & (ShapeMarks.Buddhist | ShapeMarks.ThaiDigits)) != 0);

    private static Fact[] Readings(string value)
    {
        var dayFirst = CellReader.Read(value).Date;
        var monthFirst = new DateOnly(dayFirst.Year, dayFirst.Day, dayFirst.Month);
        return
        [
            Fact.Of("dayFirst", dayFirst.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            Fact.Of("monthFirst", monthFirst.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }
}
