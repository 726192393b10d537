namespace OpenData.Schemas.Values;

/// <summary>Which readings each column type takes.</summary>
public static class ColumnTypes
{
    /// <summary>The type's name in a dictionary and in a report.</summary>
    public static string NameOf(ColumnType type) => type switch
    {
        ColumnType.Text => "text",
        ColumnType.Integer => "integer",
        ColumnType.Number => "number",
        ColumnType.Decimal => "decimal",
        ColumnType.Boolean => "boolean",
        ColumnType.Date => "date",
        ColumnType.DateTime => "datetime",
        ColumnType.Time => "time",
        ColumnType.Year => "year",
        _ => "code",
    };

    /// <summary>True for the types of which any text is a value.</summary>
    public static bool IsTextual(this ColumnType type) => type is ColumnType.Text or ColumnType.Code;

    /// <summary>True for the types whose values are added up.</summary>
    public static bool IsNumeric(this ColumnType type) => type is ColumnType.Integer or ColumnType.Number or ColumnType.Decimal;

    /// <summary>True for the types whose values are days.</summary>
    public static bool IsCalendar(this ColumnType type) => type is ColumnType.Date or ColumnType.DateTime;

    /// <summary>True for a year of four digits; in the Buddhist calendar for one of that era, since 2024 taken for B.E. 2024 would be C.E. 1481.</summary>
    public static bool IsYear(Calendar calendar, long year) => calendar == Calendar.Buddhist ? IsoDates.IsBuddhist(year) : year is >= 1000 and <= 2999;

    /// <summary>True where a cell that was read so is a value of the type; white space around it is forgiven.</summary>
    public static bool Accepts(ColumnType type, Calendar calendar, in CellReading reading)
    {
        if (type.IsTextual())
        {
            return true;
        }

        var marks = reading.Marks & ~(ShapeMarks.Spaces | ShapeMarks.Sentinel);
        var isWrittenPlainly = calendar == Calendar.Buddhist && type.IsCalendar() ? marks == ShapeMarks.Buddhist : marks == ShapeMarks.None;
        return isWrittenPlainly && type switch
        {
            ColumnType.Integer => reading.Shape is Shape.Integer or Shape.LeadingZero,
            ColumnType.Number => reading.Shape.IsPlainNumber(),
            ColumnType.Decimal => reading.Shape.IsPlainNumber() && reading.Shape != Shape.Exponent,
            ColumnType.Boolean => reading.Shape == Shape.Boolean || (reading.Shape == Shape.Integer && reading.Mantissa is 0 or 1),
            ColumnType.Date => reading.Shape == Shape.IsoDate,
            ColumnType.DateTime => reading.Shape == Shape.IsoDateTime,
            ColumnType.Time => reading.Shape == Shape.Time,
            ColumnType.Year => reading.Shape == Shape.Integer && IsYear(calendar, reading.Mantissa),
            _ => false,
        };
    }
}
