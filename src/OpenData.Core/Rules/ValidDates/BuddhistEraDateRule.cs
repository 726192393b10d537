using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.ValidDates;

/// <summary>Finds dates whose year is of the Buddhist era and shows the date of the common era; a column of such years is a warning (clause 5).</summary>
public sealed class BuddhistEraDateRule() : Rule(
    "buddhist-era-date",
    Clause.ValidDates,
    Severity.Error,
    thai: new RuleText(
        Title: "ใช้ปี พ.ศ.",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” เป็นปี พ.ศ. เมื่อแปลงเป็น ค.ศ. คือ {becomes}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 5 “หากเป็นตัวแปรวันที่ ต้องมีรูปแบบที่ถูกต้อง” โปรแกรมถือว่าปีเป็น ค.ศ. วันที่ในปี พ.ศ. จึงถูกอ่านเป็นอีก 543 ปีข้างหน้า และเทียบกับข้อมูลอื่นไม่ได้",
        Fix: "ลบ 543 ออกจากปี: วันที่ใช้สูตร =DATE(YEAR(A2)-543,MONTH(A2),DAY(A2)) ปีใช้ =A2-543 แล้ว วางแบบพิเศษ → ค่า หากต้องคงปี พ.ศ. ให้ระบุปฏิทิน buddhist ในแบบฟอร์ม 2",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,2567-01-31
            สัมมนา,2567-03-15
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-01-31
            สัมมนา,2024-03-15
            """),
    english: new RuleText(
        Title: "Year of the Buddhist era",
        Message: "Row {row}, column \"{header}\": \"{value}\" is of the Buddhist era; in the common era it is {becomes}",
        Why: "Clause 5 of the guideline (indicator 2.5, level 3.1) asks for dates in a correct form. Programs take every year for one of the common era, so these lie 543 years ahead and match no other data.",
        Fix: "Take 543 from the year: =DATE(YEAR(A2)-543,MONTH(A2),DAY(A2)) for dates, =A2-543 for years; then Paste Special → Values. If the Buddhist era must stay, say calendar buddhist in Form 2.",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,2567-01-31
            สัมมนา,2567-03-15
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-01-31
            สัมมนา,2024-03-15
            """))
{
    /// <inheritdoc/>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection) => column.Dictionary is { Type: ColumnType.Year, Calendar: Calendar.Gregorian }
        ? new ColumnTest(static (ReadOnlySpan<byte> _, in CellReading reading) => IsoDates.IsBuddhist(reading.Mantissa), s => s == Shape.Integer)
        : null;

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Calendar == Calendar.Gregorian))
        {
            if (column.Type.IsCalendar())
            {
                var cells = column.Tallies().Where(t => t.Marks.HasFlag(ShapeMarks.Buddhist) && !t.Marks.HasFlag(ShapeMarks.Impossible)).Select(t => t.Tally);
                findings.AddCells(this, column, cells, sample => [Fact.Of("becomes", Becomes(sample.Value))]);
            }
            else if (column.ResultOf(this) is { Count: > 0 } years && years.Count < column.CountOf(Shape.Integer))
            {
                // Years of both eras in one column: nobody can tell which is meant where none is told.
                findings.AddCells(this, column, [years], sample => [Fact.Of("becomes", CommonYear(sample.Value))]);
            }
            else if (column.Type == ColumnType.Year && long.TryParse(column.Least, out var least) && least >= IsoDates.FirstBuddhistYear)
            {
                var first = column.Tallies().Where(t => t.Shape == Shape.Integer).SelectMany(t => t.Tally.Samples).MinBy(s => s.Row);
                findings.Add(this, Severity.Warning, column, first, Fact.Of("becomes", CommonYear(first.Value)));
            }
        }
    }

    /// <summary>A sample is the cell as it stands, with the white space around it.</summary>
    private static long CommonYear(string value) => CellReader.Read(value).Mantissa - IsoDates.BuddhistOffset;

    private static string Becomes(string value) =>
        CellReader.Read(value).Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
