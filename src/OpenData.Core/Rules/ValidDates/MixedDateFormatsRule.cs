using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ValidDates;

/// <summary>Finds a column that writes dates in more than one form, and counts each (clause 5).</summary>
public sealed class MixedDateFormatsRule() : Rule(
    "mixed-date-formats",
    Clause.ValidDates,
    Severity.Error,
    thai: new RuleText(
        Title: "รูปแบบวันที่ปะปนกัน",
        Message: "คอลัมน์ “{header}” เขียนวันที่ {forms} แบบ: {tally}",
        Why: "แนวทางตัวชี้วัด 2.5 ระดับ 3.1 ข้อ 5 “หากเป็นตัวแปรวันที่ ต้องมีรูปแบบที่ถูกต้อง” เมื่อหลายรูปแบบอยู่ในคอลัมน์เดียว โปรแกรมจะอ่านได้เพียงบางแถว และเรียงลำดับตามเวลาไม่ได้",
        Fix: "เลือกคอลัมน์วันที่ คลิกขวา → จัดรูปแบบเซลล์ → กำหนดเอง พิมพ์ yyyy-mm-dd เซลล์ใดไม่เปลี่ยนตามแสดงว่าเป็นข้อความ ให้พิมพ์วันที่นั้นใหม่เป็น ปี ค.ศ.-เดือน-วัน",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-01-31
            สัมมนา,15/3/2024
            ประชุม,20 เม.ย. 2024
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-01-31
            สัมมนา,2024-03-15
            ประชุม,2024-04-20
            """),
    english: new RuleText(
        Title: "Mixed forms of dates",
        Message: "Column \"{header}\" writes dates in {forms} ways: {tally}",
        Why: "Clause 5 of the guideline (indicator 2.5, level 3.1) asks for dates in a correct form. With several forms in one column, programs read some of the rows only and cannot sort by time.",
        Fix: "Select the date column, right-click → Format Cells → Custom, type yyyy-mm-dd. A cell that does not change is text: type its date again as year-month-day.",
        Bad: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-01-31
            สัมมนา,15/3/2024
            ประชุม,20 เม.ย. 2024
            """,
        Good: """
            โครงการ,วันที่เริ่ม
            อบรม,2024-01-31
            สัมมนา,2024-03-15
            ประชุม,2024-04-20
            """))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type.IsCalendar()))
        {
            var monthFirst = AmbiguousDateRule.IsMonthFirst(column);
            var forms = column.Tallies()
                .Where(t => (t.Shape.IsDate() || (t.Shape == Shape.IsoDateTime && column.MixesDatesAndTimes)) && !t.Marks.HasFlag(ShapeMarks.Impossible))
                .GroupBy(t => WrittenDates.FormOf(t.Shape == Shape.DateAmbiguous ? monthFirst ? Shape.DateMdy : Shape.DateDmy : t.Shape))
                .Select(g => (Form: g.Key, Count: g.Sum(t => t.Tally.Count)))
                .OrderByDescending(f => f.Count).ThenBy(f => f.Form, StringComparer.Ordinal)
                .ToList();
            if (forms.Count > 1)
            {
                findings.Add(this, column, null, Fact.Of("forms", forms.Count), Fact.Of("tally", string.Join(", ", forms.Select(f => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{f.Form} × {f.Count}")))));
            }
        }
    }
}
