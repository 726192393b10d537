using System.Buffers;

namespace OpenData.Store.Search;

/// <summary>The values of a facet, by their numbers.</summary>
internal sealed class FacetValues
{
    private readonly Lazy<(int[] Sorted, int[] Ranks)> order;

    public FacetValues(string[] texts)
    {
        Texts = texts;
        order = new(Order);
    }

    /// <summary>The values.</summary>
    public string[] Texts { get; }

    /// <summary>The most frequent values with how often there are, those of which there is none left out; equally frequent ones by their letters.</summary>
    /// <param name="counts">How often there is each.</param>
    /// <param name="counted">The numbers of those that are there, each once.</param>
    public List<FacetCount> MostFrequent(int[] counts, IReadOnlyCollection<int> counted)
    {
        var (sorted, ranks) = order.Value;
        var keys = ArrayPool<long>.Shared.Rent(counted.Count);
        var count = 0;
        foreach (var number in counted)
        {
            keys[count++] = ((long)(int.MaxValue - counts[number]) << 32) | (uint)ranks[number];
        }

        var given = new List<FacetCount>(Math.Min(count, SearchLimits.FacetValues));
        foreach (var key in Least.Of(keys.AsSpan(0, count), SearchLimits.FacetValues))
        {
            var number = sorted[(int)(key & int.MaxValue)];
            given.Add(new FacetCount(Texts[number], number, counts[number]));
        }

        ArrayPool<long>.Shared.Return(keys);
        return given;
    }

    private (int[] Sorted, int[] Ranks) Order()
    {
        int[] sorted = [.. Enumerable.Range(0, Texts.Length)];
        Array.Sort(sorted, (x, y) => string.CompareOrdinal(Texts[x], Texts[y]));
        var ranks = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            ranks[sorted[i]] = i;
        }

        return (sorted, ranks);
    }
}
