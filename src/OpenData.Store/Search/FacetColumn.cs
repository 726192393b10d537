namespace OpenData.Store.Search;

/// <summary>The values of one facet of all documents.</summary>
internal sealed class FacetColumn
{
    /// <summary>For each document the number of its value, or -1; null where one has several.</summary>
    private readonly int[]? only;

    /// <summary>Where the values of each document begin in <see cref="numbers"/>, and the end of all.</summary>
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

        only = entries.Any(e => e.Values[facet].Length > 1) ? null : [.. entries.Select(e => e.Values[facet] is [var number] ? number : -1)];
    }

    /// <summary>The numbers of the values of the document at a place.</summary>
    public ReadOnlySpan<int> At(int place) => numbers.AsSpan(starts[place], starts[place + 1] - starts[place]);

    /// <summary>Counts the values of documents.</summary>
    /// <param name="places">Where they are.</param>
    /// <param name="counts">For each value how often there is it.</param>
    /// <param name="counted">The numbers of the values that there are; those that there were not yet are added.</param>
    public void Count(ReadOnlySpan<int> places, int[] counts, List<int> counted)
    {
        if (only is null)
        {
            foreach (var place in places)
            {
                foreach (var value in At(place))
                {
                    Count(value, counts, counted);
                }
            }

            return;
        }

        foreach (var place in places)
        {
            if (only[place] is >= 0 and var value)
            {
                Count(value, counts, counted);
            }
        }
    }

    private static void Count(int value, int[] counts, List<int> counted)
    {
        if (counts[value]++ == 0)
        {
            counted.Add(value);
        }
    }
}
