namespace OpenData.Store.Search;

/// <summary>Counts the values of a facet, by their numbers; cleaned by what was counted, for there are thousands of tags and few in what is found.</summary>
/// <param name="values">How many values there are.</param>
internal sealed class FacetCounts(int values)
{
    private readonly int[] counts = new int[values];

    /// <summary>The numbers of the values that are there, and one that is there already.</summary>
    private readonly int[] there = new int[values + 1];
    private int different;

    /// <summary>The numbers of the values that are there, each once.</summary>
    public ReadOnlySpan<int> There => there.AsSpan(0, different);

    /// <summary>How often there is a value; 0 for a number that none has.</summary>
    public int Of(int number) => (uint)number < (uint)counts.Length ? counts[number] : 0;

    /// <summary>Counts each of some values once more.</summary>
    public void Add(ReadOnlySpan<int> numbers)
    {
        // Whether a value is new is as good as chance, which a branch would be told wrong of half of the time.
        var next = different;
        foreach (var number in numbers)
        {
            there[next] = number;
            next += counts[number]++ == 0 ? 1 : 0;
        }

        different = next;
    }

    /// <summary>Takes everything back.</summary>
    public void Clear()
    {
        foreach (var number in There)
        {
            counts[number] = 0;
        }

        different = 0;
    }
}
