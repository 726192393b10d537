using OpenData.Rules.Scanning;

namespace OpenData.Rules.Privacy;

/// <summary>Counts cells with personal data of one kind, and keeps the first of them as they may be shown.</summary>
internal sealed class PersonalTally
{
    /// <summary>How many different ids are looked at to judge a column: one code repeated a thousand times is still one code.</summary>
    private const int MostDistinct = 1000;

    private readonly List<CellSample> samples = [];
    private readonly HashSet<long> distinct = [];

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them, masked.</summary>
    public IReadOnlyList<CellSample> Samples => samples;

    /// <summary>How many different numbers were looked at, of <see cref="Distinct"/> how many have a right check digit.</summary>
    public int Distinct => distinct.Count;

    /// <inheritdoc cref="Distinct"/>
    public int DistinctRight { get; private set; }

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
        var isRight = NationalIds.IsChecked(number);
        if (distinct.Count < MostDistinct && distinct.Add(number))
        {
            DistinctRight += isRight ? 1 : 0;
        }

        if (isRight)
        {
            Add(row, line, samples.Count < keep ? NationalIds.Mask(number) : "", keep);
        }
    }
}
