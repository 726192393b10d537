namespace OpenData.Store.Search;

/// <summary>The search of the catalog. It is kept up to date in the transaction of each change.</summary>
public interface ISearchStore
{
    /// <summary>A page of what is found, with facets.</summary>
    Task<DatasetSearchPage> SearchAsync(DatasetSearch search, CancellationToken cancellation = default);

    /// <summary>Everything that contains each word of a text, by name and without a second guess; all where it has none.</summary>
    Task<IReadOnlyList<FoundDataset>> FindAsync(string? text, SearchAudience audience, CancellationToken cancellation = default);

    /// <summary>Every dataset as it stands now, those too that nobody else sees; in microseconds where nothing has changed.</summary>
    Task<CatalogContent> ReadAsync(CancellationToken cancellation = default);
}

/// <summary>The datasets of one moment. Who gives them to others looks at <see cref="FoundDataset.State"/>.</summary>
/// <param name="Stamp">Another number after each change of any of them.</param>
/// <param name="Datasets">All of them by name, whatever their state.</param>
public sealed record CatalogContent(long Stamp, IReadOnlyList<FoundDataset> Datasets);
