using System.Text;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.Conformity;

/// <summary>Finds a number or date outside the minimum and maximum of the data dictionary (Form 2).</summary>
public sealed class OutOfRangeRule() : Rule(
    "out-of-range",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ค่าอยู่นอกช่วง",
        Message: "แถวที่ {row} คอลัมน์ “{header}”: {value} ไม่อยู่ระหว่าง {minimum} ถึง {maximum}",
        Why: "แบบฟอร์ม 2 กำหนดค่าต่ำสุดและสูงสุดไว้ ค่านอกช่วงมักเกิดจากการพิมพ์ผิดหลักหรือผิดหน่วย",
        Fix: "ตรวจค่ากับเอกสารต้นเรื่องแล้วแก้ไข หากค่าถูกต้อง ให้แก้ค่าต่ำสุดหรือสูงสุดในแบบฟอร์ม 2",
        Bad: """
            (แบบฟอร์ม 2: percent อยู่ระหว่าง 0 ถึง 100)
            province,percent
            น่าน,87.5
            แพร่,875
            """,
        Good: """
            (แบบฟอร์ม 2: percent อยู่ระหว่าง 0 ถึง 100)
            province,percent
            น่าน,87.5
            แพร่,87.5
            """),
    english: new RuleText(
        Title: "Value out of range",
        Message: "Row {row}, column \"{header}\": {value} is not between {minimum} and {maximum}",
        Why: "Form 2 gives the least and the greatest value. One outside mostly comes from a slip of a digit or of the unit.",
        Fix: "Compare the value with the source and correct it. If it is right, change the minimum or maximum in Form 2.",
        Bad: """
            (Form 2: percent is between 0 and 100)
            province,percent
            น่าน,87.5
            แพร่,875
            """,
        Good: """
            (Form 2: percent is between 0 and 100)
            province,percent
            น่าน,87.5
            แพร่,87.5
            """))
{
    /// <inheritdoc/>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        if (column.Dictionary is not { } dictionary || (dictionary.Minimum is null && dictionary.Maximum is null) || column.Type.IsTextual())
        {
            return null;
        }

        if (column.Type == ColumnType.Time)
        {
            var (from, until) = (Encoding.UTF8.GetBytes(dictionary.Minimum ?? ""), Encoding.UTF8.GetBytes(dictionary.Maximum ?? "~"));
            return new ColumnTest(
                (ReadOnlySpan<byte> cell, in CellReading _) => WhiteSpace.Trim(cell) is var time && (time.SequenceCompareTo(from) < 0 || time.SequenceCompareTo(until) > 0),
                shape => shape == Shape.Time);
        }

        if (column.Type == ColumnType.DateTime)
        {
            // A day is not enough here: the hour may be past the bound.
            var (earliest, latest) = (Moment(dictionary.Minimum, column.Calendar), Moment(dictionary.Maximum, column.Calendar));
            return ColumnTest.OfValues((ReadOnlySpan<byte> cell, in CellReading reading) => ColumnTypes.Accepts(ColumnType.DateTime, dictionary.Calendar, reading)
                && Moment(Encoding.UTF8.GetString(WhiteSpace.Trim(cell)), dictionary.Calendar) is { } moment
                && (moment.CompareTo(earliest ?? moment) < 0 || moment.CompareTo(latest ?? moment) > 0));
        }

        var least = Bound(dictionary.Minimum, double.NegativeInfinity);
        var greatest = Bound(dictionary.Maximum, double.PositiveInfinity);
        var (type, calendar) = (column.Type, column.Calendar);
        return new ColumnTest(
            (ReadOnlySpan<byte> cell, in CellReading reading) => reading.Number is var number && (number < least || number > greatest) && ColumnTypes.Accepts(type, calendar, reading),
            shape => !shape.IsMissing()) { IsAboutSize = true };
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally], _ => [Fact.Of("minimum", column.Dictionary!.Minimum ?? "-∞"), Fact.Of("maximum", column.Dictionary.Maximum ?? "∞")]);
            }
        }
    }

    private static IComparable? Moment(string? text, Calendar calendar) => text is null ? null : ColumnBound.Read(text, ColumnType.DateTime, calendar);

    private static double Bound(string? text, double none) => text is null ? none : CellReader.Read(text).Number;
}
