namespace OpenData.Publishing.Repair;

/// <summary>One thing that was changed, and where it stood in the file as it came.</summary>
/// <param name="Row">1-based row as a spreadsheet shows it; null where the whole file was changed.</param>
/// <param name="Line">1-based physical line, or null.</param>
/// <param name="Column">1-based column; null where a whole row was changed.</param>
/// <param name="Header">The header of that column, as it stood.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Old">The text before: a cell, a row, or a property of the file.</param>
/// <param name="New">The text after; null where it was removed.</param>
public sealed record RepairChange(long? Row, long? Line, int? Column, string? Header, RepairKind Kind, string? Old, string? New);

/// <summary>How often a kind of change was made, and the first few of them.</summary>
public sealed record RepairCount(long Count, IReadOnlyList<RepairChange> First);

/// <summary>Counts changes exactly, keeps the first of each kind, and hands every one on.</summary>
/// <param name="log">Takes each change as it is made, or null.</param>
public sealed class RepairTally(Action<RepairChange>? log)
{
    private readonly SortedDictionary<RepairKind, List<RepairChange>> first = [];
    private readonly Dictionary<RepairKind, long> counts = [];

    /// <summary>The kinds of change that were made.</summary>
    public IEnumerable<(RepairKind Kind, RepairCount Changes)> Kinds => first.Select(f => (f.Key, new RepairCount(counts[f.Key], f.Value)));

    /// <summary>How many changes were made in all.</summary>
    public long Count => counts.Values.Sum();

    /// <summary>How many changes of a kind were made.</summary>
    public long CountOf(RepairKind kind) => counts.GetValueOrDefault(kind);

    internal void Add(RepairChange change)
    {
        counts[change.Kind] = CountOf(change.Kind) + 1;
        if (!first.TryGetValue(change.Kind, out var kept))
        {
            first.Add(change.Kind, kept = []);
        }

        if (kept.Count < RepairLimits.Keep)
        {
            kept.Add(change);
        }

        log?.Invoke(change);
    }
}
