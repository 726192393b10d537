using System.Text;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Publishing.Repair;

/// <summary>How a column writes its numbers, over all of its rows: what decides whether a repair of one cell is sure.</summary>
internal sealed class ColumnEvidence
{
    private long units;
    private bool unitsDiffer;
    private string? unit;

    /// <summary>True where a formatted number has a decimal point.</summary>
    private bool hasPoint;

    /// <summary>True where a number in groups by spaces has a decimal comma.</summary>
    private bool hasComma;

    /// <summary>True where a comma parts groups of three.</summary>
    private bool hasCommaGroups;

    /// <summary>True where a row that is too long for its columns has ink here, which no profile has seen.</summary>
    public bool HasInkInLongRow { get; set; }

    /// <summary>Looks at a number with groups or a unit.</summary>
    public void Add(Shape shape, ReadOnlySpan<byte> cell)
    {
        var text = ThaiDigits.ToArabic(Encoding.UTF8.GetString(WhiteSpace.Trim(cell)));
        if (shape == Shape.WithUnit)
        {
            units++;
            unitsDiffer |= UnitText.Split(text) is not { } parts || (unit ??= parts.Unit) != parts.Unit;
            hasCommaGroups |= text.Contains(',', StringComparison.Ordinal);
            hasPoint |= text.Contains('.', StringComparison.Ordinal);
            return;
        }

        var isGroupedByComma = text.All(c => char.IsAsciiDigit(c) || c is ',' or '.' or '+' or '-');
        hasCommaGroups |= isGroupedByComma;
        hasComma |= !isGroupedByComma && text.Contains(',', StringComparison.Ordinal);
        hasPoint |= text.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>True where a comma may part the decimals in one cell and the thousands in the next: then no comma is sure.</summary>
    public bool IsCommaUnsure(ColumnProfile column) =>
        (hasComma || column.CountOf(Shape.DecimalComma) > 0) && (hasPoint || hasCommaGroups || column.CountOf(Shape.Decimal) > 0);

    /// <summary>True where every value of the column has the same unit.</summary>
    public bool IsUnitSure(ColumnProfile column) =>
        units > 0 && !unitsDiffer && units == column.Values - column.CountOf(Shape.Placeholder) - column.CountOf(Shape.MissingWord);
}
