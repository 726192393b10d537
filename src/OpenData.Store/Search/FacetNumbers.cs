namespace OpenData.Store.Search;

/// <summary>Numbers for the values of facets, so that counting thousands of datasets compares no texts. Values are only added.</summary>
internal sealed class FacetNumbers
{
    public static readonly IReadOnlyList<DatasetFacet> Facets = Enum.GetValues<DatasetFacet>();

    private readonly Dictionary<string, int>[] numbers = [.. Facets.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
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
    public string[][] Values() => [.. values.Select(v => v.ToArray())];

    private int Number(DatasetFacet facet, string value)
    {
        if (!numbers[(int)facet].TryGetValue(value, out var number))
        {
            number = values[(int)facet].Count;
            numbers[(int)facet].Add(value, number);
            values[(int)facet].Add(value);
        }

        return number;
    }
}
