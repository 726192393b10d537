using System.Globalization;

namespace OpenData.Store;

/// <summary>How a cell is kept.</summary>
public enum RowValueKind
{
    Null,

    /// <summary>64-bit integer: integer, year, boolean (0 or 1).</summary>
    Integer,

    /// <summary>64-bit float: number.</summary>
    Float,

    /// <summary>UTF-8 text: text, code, date, datetime, time, and decimal (its digits).</summary>
    Text,
}

/// <summary>One kept cell as a value of its own, for filters and cursors.</summary>
public readonly record struct RowValue
{
    private readonly long number;
    private readonly double real;
    private readonly string? text;

    private RowValue(RowValueKind kind, long number, double real, string? text)
    {
        Kind = kind;
        this.number = number;
        this.real = real;
        this.text = text;
    }

    public RowValueKind Kind { get; }
    public static RowValue Null => default;
    public static RowValue Of(long value) => new(RowValueKind.Integer, value, 0, null);
    public static RowValue Of(double value) => new(RowValueKind.Float, 0, value, null);
    public static RowValue Of(string value) => new(RowValueKind.Text, 0, 0, value);
    public static RowValue Of(bool value) => Of(value ? 1L : 0L);

    public long Integer => Kind == RowValueKind.Integer ? number : throw new InvalidOperationException($"A {Kind} value was read as an integer.");
    public double Float => Kind == RowValueKind.Float ? real : throw new InvalidOperationException($"A {Kind} value was read as a float.");
    public string Text => Kind == RowValueKind.Text ? text! : throw new InvalidOperationException($"A {Kind} value was read as text.");

    /// <summary>The value for a message; the record's own text would read the properties of the other kinds, and they throw.</summary>
    public override string ToString() => Kind switch
    {
        RowValueKind.Integer => number.ToString(CultureInfo.InvariantCulture),
        RowValueKind.Float => real.ToString(CultureInfo.InvariantCulture),
        RowValueKind.Text => $"'{text}'",
        _ => "null",
    };
}
