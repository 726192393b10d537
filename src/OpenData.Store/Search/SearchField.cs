namespace OpenData.Store.Search;

/// <summary>The parts of a dataset that are searched. A part's bit is its weight: a hit in a better part outweighs hits in all lesser ones.</summary>
internal enum SearchField
{
    /// <summary>Names, headers, labels and descriptions of columns, and names of resources.</summary>
    Columns,
    Notes,

    /// <summary>The owner's slug and titles.</summary>
    Organization,
    Tags,

    /// <summary>Titles and the dataset's name.</summary>
    Title,
}
