using System.Text;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a value that should be a key of another published dataset, as the data dictionary (Form 2) says, and is none.</summary>
public sealed class BrokenReferenceRule() : Rule(
    "broken-reference",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ค่าอ้างอิงไม่มีอยู่จริง",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” ไม่ใช่คีย์ในชุดข้อมูล {dataset}",
        Why: "แบบฟอร์ม 2 ระบุว่าค่านี้อ้างถึงชุดข้อมูลอื่นที่เผยแพร่แล้ว เมื่อไม่พบ ผู้ใช้จะเชื่อมสองชุดข้อมูลไม่ได้",
        Fix: "เปิดชุดข้อมูลที่อ้างถึง หารหัสที่ถูกต้อง แล้วแก้ค่า (ระวังเลข 0 นำหน้าหาย) หากเป็นรหัสใหม่ ให้ปรับปรุงชุดข้อมูลที่อ้างถึงก่อน",
        Bad: """
            (แบบฟอร์ม 2: province_code อ้างถึงชุดข้อมูล provinces)
            province_code,count
            50,120
            999,80
            """,
        Good: """
            (แบบฟอร์ม 2: province_code อ้างถึงชุดข้อมูล provinces)
            province_code,count
            50,120
            55,80
            """),
    english: new RuleText(
        Title: "Reference to nothing",
        Message: "Row {row}, column \"{header}\": \"{value}\" is no key of dataset {dataset}",
        Why: "Form 2 says that this value points into another published dataset. When it is not there, the two cannot be joined.",
        Fix: "Open the dataset that is referred to, find the right code and correct the value (mind lost leading zeros). If the code is new, update that dataset first.",
        Bad: """
            (Form 2: province_code refers to the dataset provinces)
            province_code,count
            50,120
            999,80
            """,
        Good: """
            (Form 2: province_code refers to the dataset provinces)
            province_code,count
            50,120
            55,80
            """))
{
    /// <inheritdoc/>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        // A reference of several columns is proved by the last of them alone only where it is the only one; such references are checked in the store.
        if (ReferenceOf(column, inspection) is not { } reference || inspection.Submission.References?.KeysOf(reference) is not { } keys)
        {
            return null;
        }

        var lookup = keys as HashSet<string> ?? [.. keys];
        return KnownGood.Remember((ReadOnlySpan<byte> cell, in CellReading _) => !lookup.Contains(Encoding.UTF8.GetString(WhiteSpace.Trim(cell))));
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally], _ => [Fact.Of("dataset", ReferenceOf(column, inspection)!.Dataset)]);
            }
        }
    }

    private static Reference? ReferenceOf(ColumnProfile column, Inspection inspection) =>
        inspection.Submission.Dictionary?.References.FirstOrDefault(r => r.Columns.Count == 1 && r.Columns[0] == column.Dictionary?.Name);
}
