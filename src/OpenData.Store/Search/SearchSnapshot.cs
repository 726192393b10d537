using System.Collections.Concurrent;
using System.Globalization;
using OpenData.Schemas;

namespace OpenData.Store.Search;

/// <summary>All documents as they were at one moment, and what was found in them: nothing of it ever changes.</summary>
internal sealed class SearchSnapshot(long stamp, IReadOnlyList<SearchEntry> entries, string[][] values)
{
    private readonly ConcurrentDictionary<(SearchSort, bool, Language), Lazy<SearchOrder>> orders = new();

    /// <summary>The change after which it was read.</summary>
    public long Stamp => stamp;

    /// <summary>The documents.</summary>
    public IReadOnlyList<SearchEntry> Entries { get; } = entries;

    /// <summary>The values of each facet, by their numbers.</summary>
    public string[][] Values => values;

    /// <summary>One more than the greatest number of a document.</summary>
    public int Numbers { get; } = entries.Count == 0 ? 0 : entries.Max(e => e.Number) + 1;

    /// <summary>Where the words found in it are kept, as long as it lives.</summary>
    public FoundWords Words { get; } = new();

    /// <summary>Its documents in an order; it is made when it is first asked for.</summary>
    public SearchOrder Order(SearchSort sort, bool descending, Language language) =>
        orders.GetOrAdd((sort, descending, sort == SearchSort.Title ? language : default), key => new(() => SearchOrder.Of(Entries, key.Item1, key.Item2, key.Item3))).Value;
}

/// <summary>Documents in an order, each with its rank in it.</summary>
internal sealed class SearchOrder
{
    private static readonly CompareInfo Thai = CultureInfo.GetCultureInfo("th-TH").CompareInfo;
    private static readonly CompareInfo English = CultureInfo.GetCultureInfo("en-US").CompareInfo;

    private readonly int[] sorted;
    private readonly IReadOnlyList<SearchEntry> entries;
    private readonly Func<FoundDataset, string> key;
    private readonly Comparison<(string Key, string Name)> compare;

    private SearchOrder(IReadOnlyList<SearchEntry> entries, Func<FoundDataset, string> key, Comparison<(string Key, string Name)> compare)
    {
        (this.entries, this.key, this.compare) = (entries, key, compare);
        var keys = entries.Select(e => (key(e.Found), e.Found.Name)).ToArray();
        sorted = [.. Enumerable.Range(0, entries.Count)];
        Array.Sort(sorted, (x, y) => compare(keys[x], keys[y]));
        Rank = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            Rank[sorted[i]] = i;
        }
    }

    /// <summary>The rank of each document, by its place in the snapshot.</summary>
    public int[] Rank { get; }

    public static SearchOrder Of(IReadOnlyList<SearchEntry> entries, SearchSort sort, bool descending, Language language)
    {
        var titles = language == Language.Thai ? Thai : English;
        Comparison<string> byKey = sort == SearchSort.Title ? (x, y) => titles.Compare(x, y, CompareOptions.IgnoreCase) : string.CompareOrdinal;
        return new SearchOrder(entries, f => Key(f, sort, language), (x, y) =>
            (descending ? byKey(y.Key, x.Key) : byKey(x.Key, y.Key)) is var by and not 0 ? by : string.CompareOrdinal(x.Name, y.Name));
    }

    /// <summary>The text by which a dataset is ordered; for relevance its modification, which decides where words fit equally.</summary>
    public static string Key(FoundDataset found, SearchSort sort, Language language) => sort switch
    {
        SearchSort.Title => found.Title.In(language),
        SearchSort.Modified or SearchSort.Relevance => found.Modified.UtcTicks.ToString("D19", CultureInfo.InvariantCulture),
        SearchSort.Created => found.Created.UtcTicks.ToString("D19", CultureInfo.InvariantCulture),
        SearchSort.Id => found.Id.ToString(),
        _ => found.Name,
    };

    /// <summary>The place in the snapshot of what has a rank.</summary>
    public int At(int rank) => sorted[rank];

    /// <summary>How many documents stand up to a place, which may be that of one that is gone.</summary>
    public int RankAfter(SearchPosition position)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var found = entries[sorted[middle]].Found;
            if (compare((key(found), found.Name), (position.Key, position.Name)) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
