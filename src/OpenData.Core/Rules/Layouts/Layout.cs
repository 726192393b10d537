using OpenData.Tables;

namespace OpenData.Rules.Layouts;

/// <summary>A row of the first rows of a file, held in memory to find the header.</summary>
/// <param name="Row">1-based row.</param>
/// <param name="Line">1-based physical line.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Fault">What is wrong with its quoting.</param>
public sealed record HeadRow(long Row, long Line, IReadOnlyList<string> Cells, RowFault Fault = RowFault.None)
{
    /// <summary>How many cells have ink.</summary>
    public int Filled { get; } = Cells.Count(c => !string.IsNullOrWhiteSpace(c));
}

/// <summary>Where a file's header and rows are.</summary>
/// <param name="Labels">The header cells; for several header rows, their texts joined; empty texts where there is no header.</param>
/// <param name="Headers">The header rows, none where there is no header.</param>
/// <param name="Above">The rows above the header: titles, notes, blank rows.</param>
public sealed record Layout(IReadOnlyList<string> Labels, IReadOnlyList<HeadRow> Headers, IReadOnlyList<HeadRow> Above)
{
    /// <summary>The 1-based row of the header, or null where there is none.</summary>
    public long? HeaderRow => Headers.Count > 0 ? Headers[0].Row : null;

    /// <summary>The 1-based physical line of the header, or null where there is none.</summary>
    public long? HeaderLine => Headers.Count > 0 ? Headers[0].Line : null;

    /// <summary>The last row before the data.</summary>
    public long LastRowBeforeData => Headers.Count > 0 ? Headers[^1].Row : Above.Count > 0 ? Above[^1].Row : 0;
}
