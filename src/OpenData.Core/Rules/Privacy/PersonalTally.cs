using OpenData.Rules.Scanning;

namespace OpenData.Rules.Privacy;

/// <summary>Counts cells with personal data of one kind, and keeps the first of them as they may be shown.</summary>
internal sealed class PersonalTally
{
    /// <summary>
    /// How many different numbers judge a column: one code repeated a thousand times is still one code. They are those with the least hashes, so that
    /// they are the same whichever thread met them first.
    /// </summary>
    private const int MostDistinct = 1000;

    private readonly List<CellSample> samples = [];
    private readonly SortedSet<(ulong Hash, long Number)> distinct = [];

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them, masked.</summary>
    public IReadOnlyList<CellSample> Samples => samples;

    /// <summary>How many different numbers were looked at, of <see cref="Distinct"/> how many have a right check digit.</summary>
    public int Distinct => distinct.Count;

    /// <inheritdoc cref="Distinct"/>
    public int DistinctRight => distinct.Count(d => NationalIds.IsChecked(d.Number));

    /// <summary>Adds what another thread has counted: the first cells of both are the first of all.</summary>
    public void Add(PersonalTally other, int keep)
    {
        Count += other.Count;
        samples.AddRange(other.samples);
        samples.Sort((a, b) => a.Row.CompareTo(b.Row));
        samples.RemoveRange(Math.Min(keep, samples.Count), Math.Max(0, samples.Count - keep));
        foreach (var (_, number) in other.distinct)
        {
            Remember(number);
        }
    }

    /// <summary>Counts a cell.</summary>
    public void Add(long row, long line, string masked, int keep)
    {
        Count++;
        if (samples.Count < keep)
        {
            samples.Add(new CellSample(row, line, masked));
        }
    }

    /// <summary>Counts a cell whose number has a right check digit, and remembers of one that has not that it was there.</summary>
    public void AddChecked(long row, long line, long number, int keep)
    {
        Remember(number);
        if (NationalIds.IsChecked(number))
        {
            Add(row, line, samples.Count < keep ? NationalIds.Mask(number) : "", keep);
        }
    }

    private void Remember(long number)
    {
        // The middle of a product by a large odd number: neighbours fall far apart.
        var hash = unchecked((ulong)number * 0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
        if (distinct.Count == MostDistinct && hash >= distinct.Max.Hash)
        {
            return;
        }

        if (distinct.Add((hash, number)) && distinct.Count > MostDistinct)
        {
            distinct.Remove(distinct.Max);
        }
    }
}
