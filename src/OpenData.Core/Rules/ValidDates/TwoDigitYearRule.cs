using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ValidDates;

/// <summary>
/// Finds dates whose year has two digits, which may be of either era and of any century (clause 5). What such a date becomes is for somebody who
/// knows it to say, so this is told of it and not also that its form is another.
/// </summary>
public sealed class TwoDigitYearRule() : Rule(
    "two-digit-year",
    Clause.ValidDates,
    Severity.Error,
    thai: new RuleText(
        Title: "ปีมีเพียงสองหลัก",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: ปีของ “{value}” มีเพียงสองหลัก อาจหมายถึง {becomes}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 5 “หากเป็นตัวแปรวันที่ ต้องมีรูปแบบที่ถูกต้อง” ปี 67 อาจเป็น พ.ศ. 2567 ค.ศ. 1967 หรือ ค.ศ. 2067 โปรแกรมแต่ละตัวเดาไม่เหมือนกัน",
        Fix: "เขียนปีเต็มสี่หลักเป็น ค.ศ. ในรูปแบบ ปี-เดือน-วัน เช่น 6 ก.พ. 67 (พ.ศ. 2567) เป็น 2024-02-06 หากเป็นวันที่ใน Excel ให้ใช้ จัดรูปแบบเซลล์ → กำหนดเอง → yyyy-mm-dd",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,6 ก.พ. 67
            สัมมนา,15 มี.ค. 67
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-02-06
            สัมมนา,2024-03-15
            """),
    english: new RuleText(
        Title: "Year of two digits",
        Message: "Row {row}, column \"{header}\": the year of \"{value}\" has two digits; it may mean {becomes}",
        Why: "Clause 5 of the guideline (indicator 2.5, level 3.1) asks for dates in a correct form. 67 may be B.E. 2567, C.E. 1967 or C.E. 2067; every program guesses in its own way.",
        Fix: "Write the year with four digits, of the common era, as year-month-day: 6 Feb 67 (B.E. 2567) is 2024-02-06. If Excel has it as a date, use Format Cells → Custom → yyyy-mm-dd.",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,6 ก.พ. 67
            สัมมนา,15 มี.ค. 67
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-02-06
            สัมมนา,2024-03-15
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type.IsCalendar()))
        {
            var isMonthFirst = AmbiguousDateRule.IsMonthFirst(column);
            var cells = column.Tallies().Where(t => (t.Marks & (ShapeMarks.TwoDigitYear | ShapeMarks.Impossible)) == ShapeMarks.TwoDigitYear).Select(t => t.Tally);
            findings.AddCells(this, column, cells, sample => [Fact.Of("becomes", WrittenDates.InIso(sample.Value, isMonthFirst))]);
        }
    }
}
