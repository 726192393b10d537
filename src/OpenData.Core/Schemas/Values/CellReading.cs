namespace OpenData.Schemas.Values;

/// <summary>What a cell's text looks like, whatever its column says it should be.</summary>
public enum Shape : byte
{
    Empty,

    /// <summary>A sign that stands for "no value" in any column: <c>-</c>, <c>N/A</c>, <c>ไม่มีข้อมูล</c>.</summary>
    Placeholder,

    /// <summary>A word that stands for "no value" among numbers or dates and may be a word elsewhere: <c>nan</c>, <c>none</c>.</summary>
    MissingWord,
    Integer,

    /// <summary>Digits that start with a zero, such as <c>01</c>: a number, or a code.</summary>
    LeadingZero,

    /// <summary>A whole number that does not fit in 64 bits.</summary>
    BigInteger,
    Decimal,
    Exponent,

    /// <summary>Digits in groups of three: <c>1,234</c>, <c>1 234.50</c>.</summary>
    Thousands,

    /// <summary>A decimal comma: <c>1,5</c>.</summary>
    DecimalComma,

    /// <summary>A number in parentheses: <c>(1,234)</c>.</summary>
    Parenthesised,

    /// <summary>A number with a unit or a currency: <c>12 คน</c>, <c>45%</c>, <c>฿300</c>.</summary>
    WithUnit,
    Boolean,
    IsoDate,
    IsoDateTime,
    Time,

    /// <summary>Year, month, day in a form other than ISO 8601: <c>2024/1/31</c>.</summary>
    DateYmd,

    /// <summary>Day first, which the day itself proves: <c>31/1/2024</c>.</summary>
    DateDmy,

    /// <summary>Month first, which the day itself proves: <c>1/31/2024</c>.</summary>
    DateMdy,

    /// <summary>Day or month first, who knows: <c>3/4/2024</c>.</summary>
    DateAmbiguous,

    /// <summary>A date with the month's English name: <c>03-NOV-2010</c>.</summary>
    DateNamedMonth,

    /// <summary>A date with the month's Thai name: <c>6 ก.พ. 2567</c>.</summary>
    DateThaiMonth,
    Text,
}

/// <summary>What else is to be said of a cell, beside its shape.</summary>
[Flags]
public enum ShapeMarks : byte
{
    None = 0,

    /// <summary>The year is of the Buddhist era.</summary>
    Buddhist = 1,

    /// <summary>The year has two digits.</summary>
    TwoDigitYear = 2,

    /// <summary>No such day in the calendar.</summary>
    Impossible = 4,

    /// <summary>Written with Thai digits.</summary>
    ThaiDigits = 8,

    /// <summary>White space before or after the value.</summary>
    Spaces = 16,

    /// <summary>A number that stands for "no value" in many programs' files: <c>-999</c>, <c>-9999.00</c>. Among numbers like it, it is one of them.</summary>
    Sentinel = 32,
}

/// <summary>A cell as it was read: its shape, and its value where it has one.</summary>
/// <param name="Shape">What it looks like.</param>
/// <param name="Marks">What else is to be said.</param>
/// <param name="Mantissa">For numbers the digits without the point; for dates the day number of <see cref="DateOnly.DayNumber"/> (C.E.); for times the second of the day; for booleans 1 or 0.</param>
/// <param name="Scale">For numbers the digits after the point; for booleans which pair of words.</param>
public readonly record struct CellReading(Shape Shape, ShapeMarks Marks, long Mantissa, int Scale)
{
    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>The value of a plain number, correctly rounded up to 15 digits.</summary>
    public double Number => Scale == 0 ? Mantissa : Mantissa / Powers[Math.Min(Scale, 18)];

    /// <summary>The date (C.E.) of a date shape.</summary>
    public DateOnly Date => DateOnly.FromDayNumber((int)Mantissa);

    /// <inheritdoc/>
    public override string ToString() => $"{Shape} {Marks} {Mantissa} {Scale}";

    public CellReading With(ShapeMarks marks) => this with { Marks = Marks | marks };
}

/// <summary>Families of shapes.</summary>
public static class Shapes
{
    /// <summary>Number of shapes.</summary>
    public const int Count = (int)Shape.Text + 1;

    /// <summary>True for a number that a program reads as it stands.</summary>
    public static bool IsPlainNumber(this Shape shape) => shape is Shape.Integer or Shape.LeadingZero or Shape.BigInteger or Shape.Decimal or Shape.Exponent;

    /// <summary>True for what a person reads as a number.</summary>
    public static bool IsNumeric(this Shape shape) => shape is >= Shape.Integer and <= Shape.WithUnit;

    /// <summary>True for what a person reads as a date.</summary>
    public static bool IsDate(this Shape shape) => shape is Shape.IsoDate or (>= Shape.DateYmd and <= Shape.DateThaiMonth);

    /// <summary>True for a cell that holds no value.</summary>
    public static bool IsMissing(this Shape shape) => shape <= Shape.MissingWord;
}
