using System.Buffers;
using OpenData.Rules.Scanning;

namespace OpenData.Rules.HeaderNames;

/// <summary>Finds column names with spaces that are not seen: at the ends, doubled, non-breaking or of zero width (clause 1).</summary>
public sealed class LabelSpacesRule() : Rule(
    "label-spaces",
    Clause.HeaderNames,
    Severity.Warning,
    thai: new RuleText(
        Title: "ชื่อคอลัมน์มีช่องว่างที่มองไม่เห็น",
        Message: "ชื่อ “{header}” ของคอลัมน์ที่ {column} มีช่องว่างที่มองไม่เห็น (หน้า หลัง ซ้อนกัน หรือเป็นอักขระพิเศษ)",
        Why: "คนเห็นเป็นชื่อเดียวกัน แต่โปรแกรมถือว่าเป็นคนละชื่อ จึงหาคอลัมน์ไม่พบ ชื่อที่ชัดเจนเป็นส่วนหนึ่งของข้อ 1 ของแนวทางตัวชี้วัด 2.5 ระดับ 3.1",
        Fix: "คลิกเซลล์หัวคอลัมน์ ลบชื่อเดิมทั้งหมด แล้วพิมพ์ใหม่โดยไม่มีช่องว่างหน้าและหลัง หรือใช้ ค้นหาและแทนที่ เปลี่ยนช่องว่างสองตัวเป็นหนึ่งตัว",
        Bad: """
            จังหวัด ,ปี,จำนวน  นักเรียน
            น่าน,2023,1200
            แพร่,2023,980
            """,
        Good: """
            จังหวัด,ปี,จำนวนนักเรียน
            น่าน,2023,1200
            แพร่,2023,980
            """),
    english: new RuleText(
        Title: "Unseen spaces in a column name",
        Message: "The name \"{header}\" of column {column} has spaces that are not seen (before, after, doubled or special)",
        Why: "To people the name looks the same; to a program it is another, so it does not find the column. Clear names belong to clause 1 of the guideline (indicator 2.5, level 3.1).",
        Fix: "Click the header cell, delete the whole name and type it again without spaces around it, or use Find & Replace to turn two spaces into one.",
        Bad: """
            จังหวัด ,ปี,จำนวน  นักเรียน
            น่าน,2023,1200
            แพร่,2023,980
            """,
        Good: """
            จังหวัด,ปี,จำนวนนักเรียน
            น่าน,2023,1200
            แพร่,2023,980
            """))
{
    private static readonly SearchValues<char> Hidden = SearchValues.Create("\u00A0\u200B\u200C\u200D\u2060\uFEFF\t");

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => HasHiddenSpaces(c.Header)))
        {
            findings.Add(this, Severity, inspection.Layout!.HeaderRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header);
        }
    }

    private static bool HasHiddenSpaces(string label) =>
        !string.IsNullOrWhiteSpace(label)
        && (label.Trim() != label || label.Contains("  ", StringComparison.Ordinal) || label.AsSpan().ContainsAny(Hidden));
}
