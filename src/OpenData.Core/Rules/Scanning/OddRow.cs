using OpenData.Tables;

namespace OpenData.Rules.Scanning;

/// <summary>What sets a row apart from the rows of a plain table.</summary>
[Flags]
public enum RowMarks
{
    None = 0,

    /// <summary>No cell has a value.</summary>
    Blank = 1,

    /// <summary>Fewer fields than the header has.</summary>
    Short = 2,

    /// <summary>More fields than the header has.</summary>
    Long = 4,

    /// <summary>Bad quoting.</summary>
    Malformed = 8,

    /// <summary>A footnote, a source, a remark.</summary>
    Note = 16,

    /// <summary>A row whose numbers are sums of the rows above.</summary>
    Total = 32,

    /// <summary>The header again.</summary>
    RepeatedHeader = 64,

    /// <summary>Identical to a row above.</summary>
    Duplicate = 128,

    /// <summary>Its key is that of a row above.</summary>
    DuplicateKey = 256,

    /// <summary>Any of the marks of a row that is no row of data.</summary>
    NoData = Blank | Note | Total | RepeatedHeader,
}

/// <summary>A row that is not an ordinary one, given to the rules in order of row.</summary>
/// <param name="Marks">What sets it apart.</param>
/// <param name="Row">1-based row as a spreadsheet shows it.</param>
/// <param name="Line">1-based physical line.</param>
/// <param name="FieldCount">How many fields it has.</param>
/// <param name="Cells">Its cells, or empty for a blank row.</param>
/// <param name="Quoted">Which of its cells stand in quotes.</param>
/// <param name="Fault">What is wrong with its quoting.</param>
/// <param name="LastDataRow">The row of the last data row above it, 0 where there is none.</param>
public sealed record OddRow(RowMarks Marks, long Row, long Line, int FieldCount, IReadOnlyList<string> Cells, IReadOnlyList<bool> Quoted, RowFault Fault, long LastDataRow)
{
    public bool Is(RowMarks mark) => (Marks & mark) != 0;
}
