using System.Globalization;
using System.Text;
using OpenData.Rules.Scanning;
using OpenData.Rules.ValidDates;
using OpenData.Schemas;
using OpenData.Schemas.Values;
using Calendar = OpenData.Schemas.Calendar;

namespace OpenData.Publishing.Repair;

/// <summary>
/// Mends the cells of one column: only what the whole column proves, and nothing in a column of texts but the spaces behind them.
/// </summary>
/// <param name="column">The column, complete.</param>
/// <param name="evidence">How it writes its numbers.</param>
/// <param name="isMerged">True for the trace of merged cells, in which a blank means "as above": a sign for no value must not become one.</param>
/// <param name="repairs">False where sure dates of the common era are written as ISO 8601 and nothing else is touched.</param>
internal sealed class CellRepair(ColumnProfile column, ColumnEvidence evidence, bool isMerged, bool repairs)
{
    private readonly bool isTextual = column.Type.IsTextual();
    private readonly bool isCommaUnsure = evidence.IsCommaUnsure(column);
    private readonly bool isUnitSure = evidence.IsUnitSure(column);
    private readonly bool isMonthFirst = AmbiguousDateRule.IsMonthFirst(column);
    private readonly bool isOrderDecided = AmbiguousDateRule.IsDecided(column);

    // Dates that prove the day first beside dates that prove the month first: the proof must stay for whoever decides.
    private readonly bool isOrderContradicted = !AmbiguousDateRule.IsDecided(column) && column.CountOf(Shape.DateMdy) > 0;

    /// <summary>True for a cell that stays as it is; told from the reading alone, since that is nearly every cell.</summary>
    public bool Leaves(in CellReading reading) =>
        (reading.Marks & ~ShapeMarks.Sentinel) == ShapeMarks.None
        && (isTextual
            || reading.Shape is Shape.Empty or Shape.LeadingZero or Shape.BigInteger or Shape.Decimal or Shape.Exponent or Shape.Boolean or Shape.IsoDate or Shape.IsoDateTime or Shape.Time or Shape.Text
            || (reading.Shape == Shape.Integer && column.Type != ColumnType.Year));

    /// <summary>The cell as it should stand; each step that changes it is told to <paramref name="changed"/>.</summary>
    public string Mend(string cell, in CellReading reading, Action<RepairKind, string, string> changed)
    {
        if (!repairs)
        {
            return reading.Marks.HasFlag(ShapeMarks.ThaiDigits) ? cell : Step(cell, InIso(Text(WhiteSpace.Trim(Bytes(cell))), reading), changed);
        }

        if (!isTextual && reading.Shape is Shape.Placeholder or Shape.MissingWord)
        {
            return isMerged ? cell : Step(cell, (RepairKind.Placeholder, ""), changed);
        }

        cell = Step(cell, (RepairKind.TrailingSpaces, Trim(cell)), changed);
        if (isTextual)
        {
            return cell;
        }

        if (reading.Marks.HasFlag(ShapeMarks.ThaiDigits) && !(isOrderContradicted && IsNumericDate(reading.Shape)))
        {
            cell = Step(cell, (RepairKind.ThaiDigits, ThaiDigits.ToArabic(cell)), changed);
        }

        return column.Type switch
        {
            _ when cell.Length == 0 => cell,
            ColumnType.Date or ColumnType.DateTime => Step(cell, InIso(cell, Read(cell)), changed),
            ColumnType.Year => Step(cell, InCommonEra(Read(cell)), changed),
            _ when column.Type.IsNumeric() => Step(WithoutUnit(cell, changed), InPlainDigits, changed),
            _ => cell,
        };
    }

    private static string Step(string cell, (RepairKind Kind, string Text)? next, Action<RepairKind, string, string> changed)
    {
        if (next is not var (kind, text) || text == cell)
        {
            return cell;
        }

        changed(kind, cell, text);
        return text;
    }

    private static string Step(string cell, Func<string, (RepairKind, string)?> next, Action<RepairKind, string, string> changed) => Step(cell, next(cell), changed);

    /// <summary>Spaces before a text may tell its level in a list; those behind it tell nothing.</summary>
    private string Trim(string cell)
    {
        ReadOnlySpan<byte> text = Bytes(cell);
        var trimmed = WhiteSpace.Trim(text);
        var keepsIndent = column.Type == ColumnType.Text && !trimmed.IsEmpty;
        return Text(keepsIndent ? text[..(text.IndexOf(trimmed) + trimmed.Length)] : trimmed);
    }

    private string WithoutUnit(string cell, Action<RepairKind, string, string> changed) =>
        isUnitSure && Read(cell).Shape == Shape.WithUnit && UnitText.Split(cell) is var (number, _)
            ? Step(cell, (RepairKind.Unit, number), changed)
            : cell;

    private (RepairKind, string)? InPlainDigits(string cell)
    {
        var shape = Read(cell).Shape;
        if (shape is not (Shape.Thousands or Shape.DecimalComma) || (isCommaUnsure && cell.AsSpan().ContainsAny(',', '.')) || FormattedNumbers.Plain(cell) is not { } plain)
        {
            return null;
        }

        return (shape == Shape.Thousands ? RepairKind.ThousandsSeparator : RepairKind.DecimalComma, plain);
    }

    /// <summary>A year of the Buddhist era, where a dictionary says that the column's years are of the common era.</summary>
    private (RepairKind, string)? InCommonEra(in CellReading reading) =>
        column.Dictionary is { Calendar: Calendar.Gregorian } && reading is { Shape: Shape.Integer, Mantissa: >= IsoDates.FirstBuddhistYear and <= 2643 }
            ? (RepairKind.BuddhistEra, (reading.Mantissa - IsoDates.BuddhistOffset).ToString(CultureInfo.InvariantCulture))
            : null;

    /// <summary>The date as ISO 8601 in the column's calendar; null where there is nothing to change, or where it is not sure which day is meant.</summary>
    private (RepairKind, string)? InIso(string cell, in CellReading reading)
    {
        var isBuddhist = reading.Marks.HasFlag(ShapeMarks.Buddhist);
        var isForeignEra = isBuddhist != (column.Calendar == Calendar.Buddhist);
        if ((reading.Marks & (ShapeMarks.Impossible | ShapeMarks.TwoDigitYear)) != 0 || (isForeignEra && !(isBuddhist && repairs)))
        {
            return null;
        }

        var kind = isForeignEra ? RepairKind.BuddhistEra : RepairKind.IsoDate;
        var offset = column.Calendar == Calendar.Buddhist ? IsoDates.BuddhistOffset : 0;
        return (column.Type, reading.Shape) switch
        {
            (ColumnType.DateTime, Shape.IsoDateTime) => isForeignEra ? (kind, Year(reading.Date, 0) + cell[4..]) : null,
            (ColumnType.Date, Shape.IsoDate) => isForeignEra ? (kind, Iso(reading.Date, 0)) : null,
            (ColumnType.Date, _) when IsSure(reading.Shape) && !WrittenDates.HasClock(cell) =>
                (kind, Iso(reading.Shape == Shape.DateAmbiguous && isMonthFirst ? new DateOnly(reading.Date.Year, reading.Date.Day, reading.Date.Month) : reading.Date, offset)),
            _ => null,
        };
    }

    private bool IsSure(Shape shape) => shape switch
    {
        Shape.DateYmd or Shape.DateNamedMonth or Shape.DateThaiMonth => true,
        Shape.DateDmy or Shape.DateMdy => !isOrderContradicted,
        Shape.DateAmbiguous => isOrderDecided,
        _ => false,
    };

    private static bool IsNumericDate(Shape shape) => shape is Shape.DateDmy or Shape.DateMdy or Shape.DateAmbiguous;

    private static string Iso(DateOnly date, int offset) => Year(date, offset) + date.ToString("'-'MM'-'dd", CultureInfo.InvariantCulture);

    private static string Year(DateOnly date, int offset) => (date.Year + offset).ToString("D4", CultureInfo.InvariantCulture);

    private static CellReading Read(string cell) => CellReader.Read(Bytes(cell));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
