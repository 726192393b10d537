using System.Collections.Concurrent;

namespace OpenData.Store.Search;

/// <summary>Numbers for the values of facets, so that counting thousands of datasets compares no texts. Values are only added, by one thread at a time.</summary>
internal sealed class FacetNumbers
{
    public static readonly IReadOnlyList<DatasetFacet> Facets = Enum.GetValues<DatasetFacet>();

    private readonly ConcurrentDictionary<string, int>[] numbers = [.. Facets.Select(_ => new ConcurrentDictionary<string, int>(StringComparer.Ordinal))];
    private readonly List<string>[] values = [.. Facets.Select(_ => new List<string>())];

    /// <summary>Numbers the values of an entry.</summary>
    public void Number(SearchEntry entry)
    {
        foreach (var facet in Facets)
        {
            entry.Values[(int)facet] = [.. entry.Found.Values(facet).Select(v => Number(facet, v))];
        }
    }

    /// <summary>The values as they are now, by their numbers.</summary>
    public FacetValues[] Values() => [.. values.Select(v => new FacetValues([.. v]))];

    /// <summary>The number of a value, or -1 where it has none; for any thread.</summary>
    public int Find(DatasetFacet facet, string value) => numbers[(int)facet].TryGetValue(value, out var number) ? number : -1;

    private int Number(DatasetFacet facet, string value)
    {
        if (!numbers[(int)facet].TryGetValue(value, out var number))
        {
            number = values[(int)facet].Count;
            values[(int)facet].Add(value);
            numbers[(int)facet][value] = number;
        }

        return number;
    }
}
