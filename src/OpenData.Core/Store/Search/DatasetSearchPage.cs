using System.Globalization;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Store.Search;

/// <summary>What a search knows of a dataset. Of a published one it is what everybody sees.</summary>
public sealed record FoundDataset
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Organization { get; init; }
    public required DatasetState State { get; init; }
    public required LocalText Title { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Modified { get; init; }
    public string? Type { get; init; }
    public string? Category { get; init; }
    public string? License { get; init; }

    /// <summary>Whether all that is published of it complies; null where nothing is.</summary>
    public bool? Complies { get; init; }

    /// <summary>Its organization, and those above it.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Another number after each change of the dataset: what was made of it before may be old.</summary>
    public long Change { get; init; }

    /// <summary>True where everybody sees it.</summary>
    public bool IsPublic => State == DatasetState.Published;

    /// <summary>A name for it as it stands now, another after each change of it.</summary>
    public string Edition => string.Create(CultureInfo.InvariantCulture, $"{Id:N} {Change}");

    /// <summary>True where everybody is told that it was there.</summary>
    public bool IsWithdrawn => State == DatasetState.Withdrawn;

    /// <summary>Its values of a facet, each once.</summary>
    public IEnumerable<string> Values(DatasetFacet facet) => (facet switch
    {
        DatasetFacet.Organization => [Organization],
        DatasetFacet.Group => Groups,
        DatasetFacet.Tag => Tags,
        DatasetFacet.Category => One(Category),
        DatasetFacet.Format => Formats,
        DatasetFacet.License => One(License),
        DatasetFacet.Type => One(Type),
        _ => One(Complies switch { true => "true", false => "false", _ => null }),
    }).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal);

    private static IReadOnlyList<string> One(string? value) => value is null ? [] : [value];
}

/// <summary>A value of a facet.</summary>
/// <param name="Value">The value, as a filter takes it.</param>
/// <param name="Number">A number that this value of the facet has and no other one, the same for as long as the store is open; -1 where no dataset ever had it.</param>
/// <param name="Count">How many datasets have it.</param>
public readonly record struct FacetCount(string Value, int Number, int Count);

/// <summary>A dataset on a page.</summary>
/// <param name="Dataset">What the search knows of it.</param>
/// <param name="Score">How well it fits the words: greater is better.</param>
public readonly record struct SearchHit(FoundDataset Dataset, int Score);

/// <summary>A page of a search.</summary>
public sealed record DatasetSearchPage
{
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>How many match, on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>The place after which to go on; null where no more follow.</summary>
    public SearchPosition? Next { get; init; }

    /// <summary>
    /// For each facet asked for its values, the most frequent first: how many datasets would match if the facet's own filters were not there, so that
    /// another value of it can be chosen.
    /// </summary>
    public required IReadOnlyDictionary<DatasetFacet, IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>The text that may have been meant, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>True where the text as it was written finds nothing and this answers the <see cref="Suggestion"/>.</summary>
    public bool Corrected { get; init; }

    /// <summary>Another number after each change of a dataset: of what is made of the page nothing is old while this is the same.</summary>
    public long Stamp { get; init; }

    /// <summary>True where whoever asks for the same is given this very page, so that what is made of it may be kept beside it.</summary>
    public bool IsKept { get; init; }

    /// <summary>The words that were looked for, as texts are compared; for highlighting.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}
