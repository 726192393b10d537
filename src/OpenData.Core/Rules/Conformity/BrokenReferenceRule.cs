using System.Text;
using OpenData.Rules.Privacy;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;
using OpenData.Tables;

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

        FinishRows(inspection, findings);
    }

    /// <summary>References of several columns. No cell proves them: the rows are read once more, and only where a dictionary has such references.</summary>
    private void FinishRows(Inspection inspection, Findings findings)
    {
        foreach (var reference in inspection.Submission.Dictionary?.References.Where(r => r.Columns.Count > 1) ?? [])
        {
            ColumnProfile?[] columns = [.. reference.Columns.Select(name => inspection.Columns.FirstOrDefault(c => c.Dictionary?.Name == name))];
            if (!columns.Contains(null) && inspection.Submission.References?.KeysOf(reference) is { } keys)
            {
                Inspector.Replay(inspection, (row, readings, marks) => CheckRow(row, readings, marks, columns!, keys, reference.Dataset, findings), progress: null, CancellationToken.None);
            }
        }
    }

    /// <summary>A reference that is blank in part refers to nothing, as in SQL.</summary>
    private void CheckRow(TableReader row, ReadOnlySpan<CellReading> readings, RowMarks marks, ColumnProfile[] columns, IReadOnlySet<string> keys, string dataset, Findings findings)
    {
        var parts = new string[columns.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if ((marks & (RowMarks.NoData | RowMarks.Long)) != 0 || readings[columns[i].Index].Shape == Shape.Empty)
            {
                return;
            }

            parts[i] = Encoding.UTF8.GetString(WhiteSpace.Trim(row.Field(columns[i].Index)));
        }

        if (!keys.Contains(string.Join('\u001F', parts)))
        {
            findings.CurrentCells = row.Current.Texts();
            findings.Add(this, Severity, row.Row, row.Line, null, string.Join(", ", columns.Select(c => c.Header)), string.Join(Masks.Bar, parts), Fact.Of("dataset", dataset));
            findings.CurrentCells = null;
        }
    }

    private static Reference? ReferenceOf(ColumnProfile column, Inspection inspection) =>
        inspection.Submission.Dictionary?.References.FirstOrDefault(r => r.Columns.Count == 1 && r.Columns[0] == column.Dictionary?.Name);
}
