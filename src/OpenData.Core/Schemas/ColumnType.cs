namespace OpenData.Schemas;

/// <summary>The types of a data dictionary (Form 2), by the names of <c>dictionary.schema.json</c>.</summary>
public enum ColumnType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number that fits in 64 bits.</summary>
    Integer,

    /// <summary>A number, kept as a 64-bit float.</summary>
    Number,

    /// <summary>A decimal number, kept digit for digit.</summary>
    Decimal,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A calendar date, ISO 8601 <c>YYYY-MM-DD</c>.</summary>
    Date,

    /// <summary>A date and time, ISO 8601, with or without an offset.</summary>
    DateTime,

    /// <summary>A time of day, <c>HH:MM</c> or <c>HH:MM:SS</c>.</summary>
    Time,

    /// <summary>A year of four digits.</summary>
    Year,

    /// <summary>A code: text that names a thing, such as <c>01</c>.</summary>
    Code,
}

/// <summary>The calendar in which a column's dates and years are written.</summary>
public enum Calendar
{
    /// <summary>Years of the Christian (common) era.</summary>
    Gregorian,

    /// <summary>Years of the Buddhist era: C.E. + 543.</summary>
    Buddhist,
}

/// <summary>What a column is in a statistical table (SDMX).</summary>
public enum ColumnRole
{
    /// <summary>Not said.</summary>
    None,
    Dimension,
    Time,
    Measure,
    Attribute,
}
