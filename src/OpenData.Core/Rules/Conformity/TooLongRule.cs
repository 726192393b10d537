using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>too-long</c>.</summary>
public sealed class TooLongRule() : Rule(
    "too-long",
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
        Message: "Row {row}, column \"{header}\": \"{value}\" is not between {minimum} and {maximum} characters long",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override CellTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        if (column.Dictionary is not { } dictionary || (dictionary.MinLength is null && dictionary.MaxLength is null))
        {
            return null;
        }

        var (least, greatest) = (dictionary.MinLength ?? 0, dictionary.MaxLength ?? int.MaxValue);
        return (ReadOnlySpan<byte> cell, in CellReading reading) => reading.Shape != Shape.Empty && Characters(cell) is var length && (length < least || length > greatest);
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally], _ => [Fact.Of("minimum", column.Dictionary!.MinLength ?? 0), Fact.Of("maximum", column.Dictionary.MaxLength is { } longest ? longest.ToString(System.Globalization.CultureInfo.InvariantCulture) : "∞")]);
            }
        }
    }

    /// <summary>Unicode scalar values: every byte that begins one.</summary>
    private static int Characters(ReadOnlySpan<byte> cell)
    {
        var continuations = 0;
        foreach (var value in cell)
        {
            continuations += (value & 0xC0) == 0x80 ? 1 : 0;
        }

        return cell.Length - continuations;
    }
}
