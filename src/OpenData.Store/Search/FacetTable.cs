namespace OpenData.Store.Search;

/// <summary>
/// The values of all documents by the numbers that <see cref="FacetNumbers"/> gives them, those of a document side by side: what is found lies far apart,
/// and each visit to memory takes longer than counting.
/// </summary>
internal sealed class FacetTable
{
    private const int FetchedBytes = 256;
    private static readonly int Facets = FacetNumbers.Facets.Count;

    /// <summary>Where the row of each document begins in <see cref="cells"/>, and the end of all.</summary>
    private readonly int[] rows;

    /// <summary>Rows: for each facet where its values end in the row, then the values.</summary>
    private readonly int[] cells;

    public FacetTable(IReadOnlyList<SearchEntry> entries)
    {
        rows = new int[entries.Count + 1];
        for (var i = 0; i < entries.Count; i++)
        {
            rows[i + 1] = rows[i] + Facets + entries[i].Values.Sum(v => v.Length);
        }

        cells = new int[rows[^1]];
        for (var i = 0; i < entries.Count; i++)
        {
            var row = cells.AsSpan(rows[i]);
            var end = Facets;
            for (var facet = 0; facet < Facets; facet++)
            {
                entries[i].Values[facet].CopyTo(row[end..]);
                row[facet] = end += entries[i].Values[facet].Length;
            }
        }
    }

    /// <summary>The values of a facet that the document at a place has.</summary>
    public ReadOnlySpan<int> At(int place, int facet)
    {
        var row = Row(place);
        return row[(facet == 0 ? Facets : row[facet - 1])..row[facet]];
    }

    /// <summary>Has the row of a document brought near that is looked at soon.</summary>
    public void Fetch(int place) => Ahead.Fetch(Row(place), FetchedBytes);

    /// <summary>Counts the values of the documents at some places.</summary>
    /// <param name="places">The places.</param>
    /// <param name="counts">The counts of each facet.</param>
    public void Count(ReadOnlySpan<int> places, FacetCounts[] counts)
    {
        for (var i = 0; i < places.Length; i++)
        {
            if (i + Ahead.Steps < places.Length)
            {
                Fetch(places[i + Ahead.Steps]);
            }

            var row = Row(places[i]);
            var from = Facets;
            for (var facet = 0; facet < counts.Length; facet++)
            {
                counts[facet].Add(row[from..row[facet]]);
                from = row[facet];
            }
        }
    }

    private ReadOnlySpan<int> Row(int place) => cells.AsSpan(rows[place], rows[place + 1] - rows[place]);
}
