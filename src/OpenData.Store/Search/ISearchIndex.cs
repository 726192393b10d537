namespace OpenData.Store.Search;

/// <summary>What an engine finds for the search: the documents that have changed, and which of them contain a text.</summary>
/// <remarks>Documents of what is published and of drafts are looked through apart, so that what is hidden costs readers nothing, not even time.</remarks>
internal interface ISearchIndex
{
    /// <summary>A number that is greater after each change of a document.</summary>
    ValueTask<long> StampAsync(CancellationToken cancellation);

    /// <summary>The documents that have changed after <paramref name="stamp"/>, with their texts where they are asked for.</summary>
    Task<SearchChanges> ChangesAsync(long stamp, bool withTexts, CancellationToken cancellation);

    /// <summary>The fields that contain <paramref name="word"/>, which is folded, each with the number of its document.</summary>
    Task<IReadOnlyList<(int Number, SearchField Field)>> MatchAsync(string word, bool published, CancellationToken cancellation);

    /// <summary>Texts of published titles, tags, organizations and columns that share the most with <paramref name="word"/>, the nearest first; for a look at each.</summary>
    Task<IReadOnlyList<string>> NearAsync(string word, CancellationToken cancellation);
}

/// <summary>What has changed, all of one moment.</summary>
/// <param name="Stamp">The stamp of that moment.</param>
/// <param name="Entries">The documents.</param>
/// <param name="Texts">Their texts, or none where they were not asked for.</param>
internal sealed record SearchChanges(long Stamp, IReadOnlyList<SearchEntry> Entries, IReadOnlyList<DocumentTexts> Texts);
