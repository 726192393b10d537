namespace OpenData.Store.Search;

/// <summary>What an engine finds for the search: the documents that have changed, and which of them contain a text.</summary>
/// <remarks>Documents of what is published and of drafts are looked through apart, so that what is hidden costs readers nothing, not even time.</remarks>
internal interface ISearchIndex
{
    /// <summary>A number that is greater after each change of a document.</summary>
    ValueTask<long> StampAsync(CancellationToken cancellation);

    /// <summary>The documents that have changed after <paramref name="stamp"/>, and the stamp they are of.</summary>
    Task<(long Stamp, IReadOnlyList<SearchEntry> Changed)> ChangesAsync(long stamp, CancellationToken cancellation);

    /// <summary>The fields that contain <paramref name="word"/>, which is folded, each with the number of its document.</summary>
    Task<IReadOnlyList<(int Number, SearchField Field)>> MatchAsync(string word, bool published, CancellationToken cancellation);

    /// <summary>Texts of published titles, tags, organizations and columns that share the most with <paramref name="word"/>, the nearest first; for a look at each.</summary>
    Task<IReadOnlyList<string>> NearAsync(string word, CancellationToken cancellation);
}

/// <summary>A document by its number, with what was made of it once.</summary>
internal sealed class SearchEntry(int number, FoundDataset found)
{
    public int Number => number;
    public FoundDataset Found => found;

    /// <summary>Its titles and its name, folded.</summary>
    public string[] Titles { get; } = [.. new[] { found.Name, found.Title.Th, found.Title.En }.Select(FoldedText.Line).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Its values by facet, as the numbers that <see cref="FacetNumbers"/> gives them.</summary>
    public int[][] Values { get; } = new int[FacetNumbers.Facets.Count][];
}
