using OpenData.Rules.Scanning;

namespace OpenData.Rules.Conformity;

/// <summary>Finds that columns stand in another order than in the data dictionary (Form 2).</summary>
public sealed class ColumnOrderRule() : Rule(
    "column-order",
    Clause.None,
    Severity.Warning,
    thai: new RuleText(
        Title: "ลำดับคอลัมน์ไม่ตรง",
        Message: "ลำดับคอลัมน์ไม่ตรงกับพจนานุกรมข้อมูล ตั้งแต่คอลัมน์ที่ {column} “{header}” เป็นต้นไป",
        Why: "ผู้ใช้ที่ต่อไฟล์หลายงวดเข้าด้วยกันตามลำดับคอลัมน์จะได้ค่าสลับช่อง",
        Fix: "ใน Excel เลือกทั้งคอลัมน์ ตัด แล้วคลิกขวาที่ตำแหน่งที่ถูกต้อง → แทรกเซลล์ที่ตัด ให้ลำดับตรงกับแบบฟอร์ม 2 หรือแก้ลำดับในแบบฟอร์ม 2",
        Bad: """
            (แบบฟอร์ม 2 เรียงคอลัมน์ province, year, population)
            province,population,year
            น่าน,474539,2023
            """,
        Good: """
            (แบบฟอร์ม 2 เรียงคอลัมน์ province, year, population)
            province,year,population
            น่าน,2023,474539
            """),
    english: new RuleText(
        Title: "Columns in another order",
        Message: "Columns stand in another order than in the dictionary, from column {column} \"{header}\" on",
        Why: "Users who join the files of several periods by the place of the columns would get values mixed up.",
        Fix: "In Excel cut the whole column, right-click the place where it belongs → Insert Cut Cells, until the order is that of Form 2; or change the order in Form 2.",
        Bad: """
            (Form 2 has the order province, year, population)
            province,population,year
            น่าน,474539,2023
            """,
        Good: """
            (Form 2 has the order province, year, population)
            province,year,population
            น่าน,2023,474539
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        var dictionary = inspection.Submission.Dictionary;
        var last = -1;
        foreach (var column in inspection.Columns.Where(c => c.Dictionary is not null))
        {
            var position = dictionary!.IndexOf(column.Dictionary!.Name);
            if (position < last)
            {
                findings.Add(this, column, null);
                return;
            }

            last = position;
        }
    }
}
