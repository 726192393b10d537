using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Schemas;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>The rule <c>type-error</c>.</summary>
public sealed class TypeErrorRule() : Rule(
    "type-error",
    Clause.ConsistentTypes,
    Severity.Error,
    thai: new RuleText(
        Title: "",
        Message: "",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""),
    english: new RuleText(
        Title: "",
        Message: "Row {row}, column \"{header}\": \"{value}\" is not of type {type}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => !c.Type.IsTextual() && !c.Type.IsCalendar()))
        {
            var faulty = column.Tallies().Where(t => !ColumnTypes.Accepts(column.Type, column.Calendar, new CellReading(t.Shape, t.Marks, 0, 0)) && IsOwn(column.Type, t.Shape, t.Marks)).Select(t => t.Tally);
            findings.AddCells(this, column, faulty.Concat(column.ResultOf(this) is { } outside ? [outside] : []), _ => [Fact.Of("type", ColumnTypes.NameOf(column.Type))]);
        }
    }

    /// <summary>Years and booleans written as numbers must also be in range, which a shape does not tell.</summary>
    public override CellTest? TestFor(ColumnProfile column, Inspection inspection) => column.Dictionary?.Type switch
    {
        ColumnType.Year => static (ReadOnlySpan<byte> _, in CellReading reading) => reading is { Shape: Shape.Integer, Mantissa: < 1000 or > 2999 },
        ColumnType.Boolean => static (ReadOnlySpan<byte> _, in CellReading reading) => reading is { Shape: Shape.Integer, Mantissa: not (0 or 1) },
        _ => null,
    };

    /// <summary>Leaves to other rules what they tell better: blanks, placeholders, separators, units, Thai digits; and numbers to the test above.</summary>
    private static bool IsOwn(ColumnType type, Shape shape, ShapeMarks marks)
    {
        if (shape.IsMissing() || marks.HasFlag(ShapeMarks.ThaiDigits) || (shape == Shape.Integer && type is ColumnType.Year or ColumnType.Boolean))
        {
            return false;
        }

        return !(type.IsNumeric() && shape is Shape.Thousands or Shape.WithUnit);
    }
}
