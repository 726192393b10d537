using OpenData.Schemas;

namespace OpenData.Store.Search;

/// <summary>By what the datasets of an answer are counted and filtered.</summary>
public enum DatasetFacet
{
    /// <summary>The owner's slug.</summary>
    Organization,

    /// <summary>An organization with all that belong to it: the owner's slug, and those of the organizations above it.</summary>
    Group,

    /// <summary>A keyword as the form writes it.</summary>
    Tag,

    /// <summary>A code of <c>data_category</c>.</summary>
    Category,

    /// <summary>A code of <c>data_format</c>.</summary>
    Format,

    /// <summary>A code of <c>license_id</c>.</summary>
    License,

    /// <summary>A code of <c>data_type</c>.</summary>
    Type,

    /// <summary>Whether all that is published complies: <c>true</c> or <c>false</c>; a dataset without releases has no value.</summary>
    Complies,
}

/// <summary>What datasets are ordered by; those that are equal in it are ordered by name.</summary>
public enum SearchSort
{
    /// <summary>How well the words fit, best first; where they fit equally, the newest first.</summary>
    Relevance,
    Name,

    /// <summary>The title in the language asked for, as its dictionaries sort it.</summary>
    Title,
    Modified,
    Created,
    Id,
}

/// <summary>One condition: a dataset has one of the values, or none of them.</summary>
/// <param name="Facet">What is looked at.</param>
/// <param name="Values">The values, as the facet counts them.</param>
/// <param name="Negated">True where datasets with any of the values are left out.</param>
public sealed record SearchFilter(DatasetFacet Facet, IReadOnlyList<string> Values, bool Negated = false);

/// <summary>Who is answered: nothing that is not published is looked at for others.</summary>
/// <param name="SeesAll">True for whoever sees the drafts of every organization.</param>
/// <param name="Organizations">The organizations whose drafts are seen.</param>
public sealed record SearchAudience(bool SeesAll, IReadOnlyCollection<string> Organizations)
{
    /// <summary>Everybody.</summary>
    public static SearchAudience Public { get; } = new(false, []);

    /// <summary>True where only what is published is seen.</summary>
    public bool IsPublic => !SeesAll && Organizations.Count == 0;
}

/// <summary>A place in an order, after which a next page begins; it stays what it is when datasets come and go.</summary>
/// <param name="Score">How well the dataset fitted; 0 in any other order than relevance.</param>
/// <param name="Key">What it was ordered by, written as text; the modification time in the order of relevance.</param>
/// <param name="Name">Its name.</param>
public sealed record SearchPosition(int Score, string Key, string Name);

/// <summary>A search of the catalog.</summary>
public sealed record DatasetSearch
{
    /// <summary>Words that a dataset contains, each of them, in title, tags, organization, description or columns; a phrase stands in double quotes. Null or empty finds all.</summary>
    public string? Text { get; init; }

    /// <summary>Conditions; all of them hold.</summary>
    public IReadOnlyList<SearchFilter> Filters { get; init; } = [];

    /// <summary>The earliest modification, or null.</summary>
    public DateTimeOffset? ModifiedFrom { get; init; }

    /// <summary>The latest modification, or null.</summary>
    public DateTimeOffset? ModifiedTo { get; init; }

    public SearchSort Sort { get; init; } = SearchSort.Name;

    /// <summary>True from the greatest to the least; relevance knows no other way than the best first.</summary>
    public bool Descending { get; init; }

    /// <summary>The place after which to go on, or null.</summary>
    public SearchPosition? After { get; init; }

    /// <summary>How many to pass over, from there.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give at most.</summary>
    public required int Limit { get; init; }

    /// <summary>The facets to count.</summary>
    public IReadOnlyList<DatasetFacet> Facets { get; init; } = [];

    /// <summary>True where a text that finds nothing is searched once more as it may have been meant.</summary>
    public bool Forgiving { get; init; } = true;

    /// <summary>The language by whose titles to order.</summary>
    public Language Language { get; init; }

    public SearchAudience Audience { get; init; } = SearchAudience.Public;
}
