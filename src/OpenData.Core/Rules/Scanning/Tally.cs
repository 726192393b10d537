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

    internal void Add(long row, long line, ReadOnlySpan<byte> cell, int keep)
    {
        Count++;
        if (samples.Count < keep)
        {
            samples.Add(new CellSample(row, line, CellText.Of(cell)));
        }
    }
}
