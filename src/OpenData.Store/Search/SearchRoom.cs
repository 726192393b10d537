using System.Runtime.InteropServices;

namespace OpenData.Store.Search;

/// <summary>
/// Room in which one search at a time counts documents and their values. Between searches it is clean, and only what was counted is taken back: a word is
/// found in few datasets, and there are thousands of tags.
/// </summary>
internal sealed class SearchRoom(int documents, FacetTable table, IReadOnlyList<int> values)
{
    private readonly bool[] matches = new bool[documents];
    private readonly List<int> matching = [];

    /// <summary>For each facet the documents that would match but for its own conditions.</summary>
    private readonly List<int>[] failing = [.. values.Select(_ => new List<int>())];
    private readonly FacetCounts[] counts = [.. values.Select(v => new FacetCounts(v))];
    private bool isCounted;

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
    public FacetCounts Count(int facet)
    {
        if (!isCounted)
        {
            table.Count(CollectionsMarshal.AsSpan(matching), counts);
            for (var other = 0; other < counts.Length; other++)
            {
                foreach (var place in failing[other])
                {
                    counts[other].Add(table.At(place, other));
                }
            }

            isCounted = true;
        }

        return counts[facet];
    }

    /// <summary>Takes everything back.</summary>
    public void Clear()
    {
        foreach (var place in matching)
        {
            matches[place] = false;
        }

        matching.Clear();
        isCounted = false;
        for (var facet = 0; facet < counts.Length; facet++)
        {
            counts[facet].Clear();
            failing[facet].Clear();
        }
    }
}
