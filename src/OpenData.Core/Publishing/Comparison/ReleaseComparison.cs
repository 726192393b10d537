using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Publishing.Comparison;

/// <summary>What differs between two releases of a resource.</summary>
public sealed record ReleaseComparison
{
    public required Release From { get; init; }
    public required Release To { get; init; }

    /// <summary>The columns by which rows were told apart; empty where whole rows were compared.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>How many rows only the newer one has.</summary>
    public required long Added { get; init; }

    /// <summary>How many rows only the older one has.</summary>
    public required long Removed { get; init; }

    /// <summary>How many rows have the same key and other values; 0 where whole rows were compared.</summary>
    public required long Changed { get; init; }

    /// <summary>How many rows are the same in the columns that both have.</summary>
    public required long Same { get; init; }

    /// <summary>The first rows that differ, at most <see cref="ComparisonLimits.Rows"/>.</summary>
    public required IReadOnlyList<RowDifference> Rows { get; init; }

    public required IReadOnlyList<string> ColumnsAdded { get; init; }
    public required IReadOnlyList<string> ColumnsRemoved { get; init; }
    public required IReadOnlyList<DictionaryDifference> Dictionary { get; init; }
    public required IReadOnlyList<FindingDifference> Findings { get; init; }
}

/// <summary>How a row differs.</summary>
public enum RowChange
{
    Added,
    Removed,
    Changed,
}

/// <summary>A row that differs.</summary>
/// <param name="Change">How.</param>
/// <param name="FromRow">Its number in the older release, or null.</param>
/// <param name="ToRow">Its number in the newer release, or null.</param>
/// <param name="Cells">The key's cells and those that differ; all cells of a row that is only in one.</param>
public sealed record RowDifference(RowChange Change, long? FromRow, long? ToRow, IReadOnlyList<CellDifference> Cells);

/// <summary>A cell of a row that differs; a key's cell has the same value twice.</summary>
public sealed record CellDifference(string Column, RowValue Before, RowValue After);

/// <summary>An item of the dictionary that differs; the column is null for those of the whole table.</summary>
public sealed record DictionaryDifference(string? Column, string Item, string? Before, string? After);

/// <summary>How often a finding is in each report.</summary>
public sealed record FindingDifference(string Code, long Before, long After);

/// <summary>The numbers of a comparison, each with its reason.</summary>
public static class ComparisonLimits
{
    /// <summary>Rows that are shown: enough to see what was done, few enough for a page. All are counted.</summary>
    public const int Rows = 100;

    /// <summary>Fingerprints of rows held at once, 32 bytes each with its place in the table: 64 MiB. Longer tables without a key are read several times.</summary>
    public const int Fingerprints = 1 << 20;
}
