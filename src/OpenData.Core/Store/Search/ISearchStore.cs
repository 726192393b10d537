namespace OpenData.Store.Search;

/// <summary>The search of the catalog. It is kept up to date in the transaction of each change.</summary>
public interface ISearchStore
{
    /// <summary>A page of what is found, with facets.</summary>
    Task<DatasetSearchPage> SearchAsync(DatasetSearch search, CancellationToken cancellation = default);

    /// <summary>Everything that contains each word of a text, by name and without a second guess; all where it has none.</summary>
    Task<IReadOnlyList<FoundDataset>> FindAsync(string? text, SearchAudience audience, CancellationToken cancellation = default);
}
