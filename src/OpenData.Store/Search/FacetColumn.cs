namespace OpenData.Store.Search;

/// <summary>The values of one facet of all documents, one behind the other.</summary>
internal sealed class FacetColumn
{
    private readonly int[] starts;
    private readonly int[] numbers;

    public FacetColumn(IReadOnlyList<SearchEntry> entries, int facet)
    {
        starts = new int[entries.Count + 1];
        for (var i = 0; i < entries.Count; i++)
        {
            starts[i + 1] = starts[i] + entries[i].Values[facet].Length;
        }

        numbers = new int[starts[^1]];
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i].Values[facet].CopyTo(numbers.AsSpan(starts[i]));
        }
    }

    /// <summary>The numbers of the values of the document at a place.</summary>
    public ReadOnlySpan<int> At(int place) => numbers.AsSpan(starts[place]..starts[place + 1]);
}
