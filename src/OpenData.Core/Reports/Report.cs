using OpenData.Registry;
using OpenData.Rules;

namespace OpenData.Reports;

/// <summary>What a check found, in the form every face of the report is made from.</summary>
public sealed record Report
{
    /// <summary>The version of the report's format.</summary>
    public const int Version = 1;

    /// <summary>The version of the rule book that was used.</summary>
    public required string RuleBook { get; init; }
    public required ReportFile File { get; init; }
    public required ReportDictionary? Dictionary { get; init; }
    public required IReadOnlyList<ReportClause> Clauses { get; init; }
    public required FindingCounts Counts { get; init; }
    public required IReadOnlyList<ReportSummary> Summary { get; init; }
    public required IReadOnlyList<ReportColumn> Columns { get; init; }

    /// <summary>The first findings of each code and column, in order of row.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>True where no error was found.</summary>
    public bool Complies => Counts.Error == 0;
}

/// <summary>The file a report is about.</summary>
/// <param name="Name">The name it came under.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Kind">What it is: <c>csv</c>, <c>xlsx</c>, ….</param>
/// <param name="Encoding">Its encoding, or null where it is no text.</param>
/// <param name="Separator">The field separator, or null.</param>
/// <param name="LineEnding"><c>crlf</c>, <c>lf</c>, <c>cr</c> or <c>mixed</c>, or null.</param>
/// <param name="Sheet">The sheet of a workbook, or null.</param>
/// <param name="HeaderRow">The row of the header, 1 for the first; null where there is none.</param>
/// <param name="Rows">Number of data rows.</param>
/// <param name="Columns">Number of columns.</param>
public sealed record ReportFile(
    string Name,
    string Sha256,
    long Bytes,
    string Kind,
    string? Encoding,
    string? Separator,
    string? LineEnding,
    string? Sheet,
    long? HeaderRow,
    long Rows,
    int Columns);

/// <summary>The dictionary that was used.</summary>
public sealed record ReportDictionary(string Sha256, int Columns);

/// <summary>The verdict of one of the six clauses.</summary>
public sealed record ReportClause(Clause Clause, long Errors, long Warnings)
{
    public bool Met => Errors == 0;
}

/// <summary>How often a rule was broken, and how many of those findings the report holds.</summary>
public sealed record ReportSummary(string Code, Severity Severity, long Count, int Kept);

/// <summary>What a column holds.</summary>
/// <param name="Index">1-based position.</param>
/// <param name="Header">Its header cell.</param>
/// <param name="Name">Its identifier: the dictionary's, else one made from the header.</param>
/// <param name="Type">The dictionary's type, else the type its values have.</param>
/// <param name="Values">Number of cells with a value.</param>
/// <param name="Empty">Number of cells without.</param>
/// <param name="Min">The least value, as the file writes it; null for text.</param>
/// <param name="Max">The greatest value, as the file writes it; null for text.</param>
/// <param name="Distinct">Number of different values, or null past <see cref="CheckLimits.Distinct"/>.</param>
public sealed record ReportColumn(int Index, string Header, string Name, string Type, long Values, long Empty, string? Min, string? Max, long? Distinct);
