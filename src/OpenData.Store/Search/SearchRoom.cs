using System.Runtime.InteropServices;

namespace OpenData.Store.Search;

/// <summary>
/// Room in which one search at a time counts documents and their values. Between searches it is clean, and only what was counted is taken back: a word is
/// found in few datasets, and there are thousands of tags.
/// </summary>
internal sealed class SearchRoom(int documents, FacetColumn[] columns, IReadOnlyList<int> values)
{
    private readonly bool[] matches = new bool[documents];
    private readonly List<int> matching = [];

    /// <summary>For each facet the documents that would match but for its own conditions.</summary>
    private readonly List<int>[] failing = [.. columns.Select(_ => new List<int>())];
    private readonly int[][] counts = [.. values.Select(v => new int[v])];

    /// <summary>For each facet the numbers of the values that are counted at all.</summary>
    private readonly List<int>[] counted = [.. columns.Select(_ => new List<int>())];

    /// <summary>How many documents match.</summary>
    public int Total => matching.Count;

    /// <summary>Whether the document at a place matches.</summary>
    public bool Matches(int place) => matches[place];

    /// <summary>A document matches.</summary>
    public void Add(int place)
    {
        matches[place] = true;
        matching.Add(place);
    }

    /// <summary>A document would match but for the conditions of one facet.</summary>
    public void AddBut(int place, int facet) => failing[facet].Add(place);

    /// <summary>For each value of a facet how many documents have it that match, or would but for conditions of that facet.</summary>
    /// <returns>The counts, and the numbers of the values that have one.</returns>
    public (int[] Counts, List<int> Counted) Count(int facet)
    {
        if (counted[facet].Count == 0)
        {
            columns[facet].Count(CollectionsMarshal.AsSpan(matching), counts[facet], counted[facet]);
            columns[facet].Count(CollectionsMarshal.AsSpan(failing[facet]), counts[facet], counted[facet]);
        }

        return (counts[facet], counted[facet]);
    }

    /// <summary>Takes everything back.</summary>
    public void Clear()
    {
        foreach (var place in matching)
        {
            matches[place] = false;
        }

        matching.Clear();
        for (var facet = 0; facet < counts.Length; facet++)
        {
            foreach (var value in counted[facet])
            {
                counts[facet][value] = 0;
            }

            counted[facet].Clear();
            failing[facet].Clear();
        }
    }
}
