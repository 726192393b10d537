using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.ValidDates;

/// <summary>Finds days that do not exist, and text in a column of dates (clause 5).</summary>
public sealed class DateErrorRule() : Rule(
    "date-error",
    Clause.ValidDates,
    Severity.Error,
    thai: new RuleText(
        Title: "วันที่ไม่มีอยู่จริง",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” ไม่ใช่วันที่ที่มีอยู่จริงหรือไม่ใช่ค่าชนิด {type}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 5 “หากเป็นตัวแปรวันที่ ต้องมีรูปแบบที่ถูกต้อง” วันที่ที่ไม่มีในปฏิทิน (เช่น 31 กุมภาพันธ์) หรือข้อความในคอลัมน์วันที่ ทำให้เรียงตามเวลาและคำนวณช่วงเวลาไม่ได้",
        Fix: "ตรวจกับเอกสารต้นเรื่อง แล้วแก้เป็นวันที่ที่ถูกต้องในรูปแบบ ปี ค.ศ.-เดือน-วัน เช่น 2024-02-29 หากไม่ทราบวันที่ให้เว้นว่าง และย้ายข้อความไปคอลัมน์หมายเหตุ",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-02-31
            สัมมนา,2024-03-15
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-02-29
            สัมมนา,2024-03-15
            """),
    english: new RuleText(
        Title: "No such date",
        Message: "Row {row}, column \"{header}\": \"{value}\" is no date of the calendar or not of type {type}",
        Why: "Clause 5 of the guideline (indicator 2.5, level 3.1) asks for dates in a correct form. A day that does not exist (such as 31 February), or text among dates, cannot be sorted by time or counted from.",
        Fix: "Look at the source document and correct the date, written year-month-day, such as 2024-02-29. Leave it blank if it is not known, and move text to a column for notes.",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-02-31
            สัมมนา,2024-03-15
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-02-29
            สัมมนา,2024-03-15
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type.IsCalendar()))
        {
            var cells = column.Tallies().Where(t => t.Marks.HasFlag(ShapeMarks.Impossible) || IsNoDate(column, t.Shape, t.Marks)).Select(t => t.Tally);
            findings.AddCells(this, column, cells, _ => [Fact.Of("type", ColumnTypes.NameOf(column.Type))]);
        }
    }

    private static bool IsNoDate(ColumnProfile column, Shape shape, ShapeMarks marks)
    {
        if (shape.IsDate() || shape == Shape.IsoDateTime)
        {
            // A date where a date and time belong, and the other way round, but for a column that does not say which belong there; a C.E. year where the dictionary says B.E.
            var isOtherKind = !column.MixesDatesAndTimes && ((column.Type == ColumnType.Date && shape == Shape.IsoDateTime) || (column.Type == ColumnType.DateTime && shape == Shape.IsoDate));
            return !marks.HasFlag(ShapeMarks.Impossible) && (isOtherKind || (column.Calendar == Calendar.Buddhist && marks is ShapeMarks.None or ShapeMarks.Spaces && shape is Shape.IsoDate or Shape.IsoDateTime));
        }

        return !shape.IsMissing() && !(shape == Shape.Integer && DateNotIsoRule.MayBeSerial(column));
    }
}
