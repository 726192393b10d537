using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a value that occurs again in a column that the data dictionary (Form 2) calls unique.</summary>
public sealed class ValueNotUniqueRule() : Rule(
    "value-not-unique",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ค่าซ้ำในคอลัมน์ที่ห้ามซ้ำ",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: “{value}” ซ้ำกับแถวด้านบน",
        Why: "แบบฟอร์ม 2 ระบุว่าคอลัมน์นี้ห้ามซ้ำ เมื่อซ้ำจะอ้างถึงแถวใดแถวหนึ่งให้แน่ชัดไม่ได้",
        Fix: "เลือกคอลัมน์ แล้วเลือก หน้าแรก → การจัดรูปแบบตามเงื่อนไข → กฎการเน้นเซลล์ → ค่าที่ซ้ำกัน เพื่อหาค่าที่ซ้ำ แล้วแก้รหัสให้ถูกต้องหรือลบแถวที่เกิน",
        Bad: """
            (แบบฟอร์ม 2: province_code ห้ามซ้ำ)
            province_code,province
            55,น่าน
            55,แพร่
            """,
        Good: """
            (แบบฟอร์ม 2: province_code ห้ามซ้ำ)
            province_code,province
            55,น่าน
            54,แพร่
            """),
    english: new RuleText(
        Title: "Value not unique",
        Message: "Row {row}, column \"{header}\": \"{value}\" stands in a row above",
        Why: "Form 2 says that no value occurs twice here. When one does, a row can no longer be named for certain.",
        Fix: "Select the column, choose Home → Conditional Formatting → Highlight Cells Rules → Duplicate Values, and correct the value or delete the surplus row.",
        Bad: """
            (Form 2: province_code is unique)
            province_code,province
            55,น่าน
            55,แพร่
            """,
        Good: """
            (Form 2: province_code is unique)
            province_code,province
            55,น่าน
            54,แพร่
            """))
{
    /// <inheritdoc/>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        if (column.Dictionary is not { Unique: true } || !inspection.Options.Uniqueness)
        {
            return null;
        }

        var type = column.Type;
        var seen = new Fingerprints(CheckLimits.UniqueKeys);
        return ColumnTest.OfValues((ReadOnlySpan<byte> cell, in CellReading reading) => !seen.Add(KeyValues.FingerprintOf(cell, reading, type, 1))) with { Remembers = true };
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally]);
            }
        }
    }
}
