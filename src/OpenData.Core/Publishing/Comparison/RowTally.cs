namespace OpenData.Publishing.Comparison;

/// <summary>Counts the rows that differ and keeps the first of them.</summary>
internal sealed class RowTally
{
    private readonly List<RowDifference> shown = [];

    public long Added { get; private set; }
    public long Removed { get; private set; }
    public long Changed { get; private set; }
    public IReadOnlyList<RowDifference> Shown => shown;

    /// <summary>True while a row that differs is to be shown.</summary>
    public bool HasRoom => shown.Count < ComparisonLimits.Rows;

    /// <summary>Counts a row that differs; <paramref name="describe"/> is asked only where it is to be shown.</summary>
    public void Add(RowChange change, Func<RowDifference> describe)
    {
        Count(change);
        if (HasRoom)
        {
            shown.Add(describe());
        }
    }

    public void Count(RowChange change)
    {
        Added += change == RowChange.Added ? 1 : 0;
        Removed += change == RowChange.Removed ? 1 : 0;
        Changed += change == RowChange.Changed ? 1 : 0;
    }

    public void Show(RowDifference difference) => shown.Add(difference);
}
