namespace OpenData.Rules.Scanning;

/// <summary>A cell that was met, kept to be shown.</summary>
public readonly record struct CellSample(long Row, long Line, string Value);

/// <summary>Counts cells of one kind and keeps the first of them.</summary>
public sealed class Tally
{
    private readonly List<CellSample> samples = [];

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them, in order of row.</summary>
    public IReadOnlyList<CellSample> Samples => samples;

    /// <summary>Adds what another thread has counted: the first cells of both are the first of all.</summary>
    internal void Add(Tally other, int keep)
    {
        Count += other.Count;
        samples.AddRange(other.samples);
        samples.Sort((a, b) => a.Row.CompareTo(b.Row));
        samples.RemoveRange(Math.Min(keep, samples.Count), Math.Max(0, samples.Count - keep));
    }

    /// <summary>Counts a cell; true where it was also kept.</summary>
    internal bool Add(long row, long line, ReadOnlySpan<byte> cell, int keep)
    {
        if (Count++ >= keep)
        {
            return false;
        }

        samples.Add(new CellSample(row, line, CellText.Of(cell)));
        return true;
    }

    /// <summary>Counts cells of which none is kept any more.</summary>
    internal void Add(long cells) => Count += cells;
}
