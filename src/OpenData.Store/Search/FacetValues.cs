using System.Buffers;

namespace OpenData.Store.Search;

/// <summary>The values of a facet, by their numbers.</summary>
internal sealed class FacetValues
{
    private readonly Lazy<Ranking> order;

    public FacetValues(string[] texts)
    {
        Texts = texts;
        order = new(() => Ranking.Of(texts.Length, (x, y) => string.CompareOrdinal(texts[x], texts[y])));
    }

    /// <summary>The values.</summary>
    public string[] Texts { get; }

    /// <summary>The most frequent values with how often there are, those of which there is none left out; equally frequent ones by their letters.</summary>
    public List<FacetCount> MostFrequent(FacetCounts counts)
    {
        var (sorted, ranks) = order.Value;
        var keys = ArrayPool<long>.Shared.Rent(counts.There.Length);
        var count = 0;
        foreach (var number in counts.There)
        {
            keys[count++] = Least.KeyOf(counts.Of(number), ranks[number]);
        }

        var given = new List<FacetCount>(Math.Min(count, SearchLimits.FacetValues));
        foreach (var key in Least.Of(keys.AsSpan(0, count), SearchLimits.FacetValues))
        {
            var number = sorted[Least.RankOf(key)];
            given.Add(new FacetCount(Texts[number], number, counts.Of(number)));
        }

        ArrayPool<long>.Shared.Return(keys);
        return given;
    }
}
