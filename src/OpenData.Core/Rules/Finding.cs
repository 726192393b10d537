namespace OpenData.Rules;

/// <summary>How much a fault weighs, by RFC 2119: MUST, SHOULD, MAY.</summary>
public enum Severity
{
    /// <summary>The file does not comply.</summary>
    Error,
    Warning,
    Info,
}

/// <summary>The six machine-readable clauses of indicator 2.5, level 3.1, and the chapters beside them.</summary>
public enum Clause
{
    /// <summary>Not a clause of the guideline: file, dictionary, privacy, metadata.</summary>
    None,

    /// <summary>1: every column has a name.</summary>
    HeaderNames,

    /// <summary>2: one header line per variable.</summary>
    SingleHeader,

    /// <summary>3: no merged cells.</summary>
    NoMergedCells,

    /// <summary>4: one type per column.</summary>
    ConsistentTypes,

    /// <summary>5: dates are dates.</summary>
    ValidDates,

    /// <summary>6: nothing but one table.</summary>
    SingleTable,
}

/// <summary>One fact of a finding, by name: a text or a whole number.</summary>
public readonly record struct Fact(string Name, string? Text, long? Number)
{
    public static Fact Of(string name, string text) => new(name, text, null);
    public static Fact Of(string name, long number) => new(name, null, number);

    /// <summary>The fact as it reads in a sentence.</summary>
    public override string ToString() => Text ?? Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

/// <summary>One fault in the data: facts only; sentences are made when a report is written.</summary>
public sealed record Finding
{
    /// <summary>The code of the rule that found it.</summary>
    public required string Code { get; init; }
    public required Severity Severity { get; init; }
    public required Clause Clause { get; init; }

    /// <summary>1-based row as a spreadsheet shows it; null where it is not about one row.</summary>
    public long? Row { get; init; }

    /// <summary>1-based physical line of the text file where that row starts.</summary>
    public long? Line { get; init; }

    /// <summary>1-based column; null where it is not about one column.</summary>
    public int? Column { get; init; }

    /// <summary>The header of that column.</summary>
    public string? Header { get; init; }

    /// <summary>The cell's text, cut at <see cref="CheckLimits.ValueLength"/> characters.</summary>
    public string? Value { get; init; }

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The cells of the row that was looked at, so that personal data among them can be hidden; never shown.</summary>
    internal IReadOnlyList<string>? Cells { get; init; }
}
