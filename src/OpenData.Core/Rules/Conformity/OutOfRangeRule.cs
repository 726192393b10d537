using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>out-of-range</c>.</summary>
public sealed class OutOfRangeRule() : Rule(
    "out-of-range",
    Clause.None,
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
        Message: "Row {row}, column \"{header}\": {value} is not between {minimum} and {maximum}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override CellTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        if (column.Dictionary is not { } dictionary || (dictionary.Minimum is null && dictionary.Maximum is null) || column.Type.IsTextual())
        {
            return null;
        }

        var least = Bound(dictionary.Minimum, double.NegativeInfinity);
        var greatest = Bound(dictionary.Maximum, double.PositiveInfinity);
        var (type, calendar) = (column.Type, column.Calendar);
        return (ReadOnlySpan<byte> cell, in CellReading reading) =>
            !reading.Shape.IsMissing() && ColumnTypes.Accepts(type, calendar, reading) && (reading.Number < least || reading.Number > greatest);
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

    private static double Bound(string? text, double none) => text is null ? none : CellReader.Read(System.Text.Encoding.UTF8.GetBytes(text)).Number;
}
