using System.Globalization;
using System.Text;
using OpenData.Schemas;

namespace OpenData.Store.Search;

/// <summary>Documents in an order, each with its rank in it.</summary>
internal sealed class SearchOrder
{
    private readonly SearchSort sort;
    private readonly bool descending;
    private readonly Language language;
    private readonly OrderKey[] keys;
    private readonly int[] sorted;

    public SearchOrder(IReadOnlyList<SearchEntry> entries, SearchSort sort, bool descending, Language language)
    {
        (this.sort, this.descending, this.language) = (sort, descending, language);
        keys = [.. entries.Select(KeyOf)];
        (sorted, Rank) = Ranking.Of(keys.Length, (x, y) => Compare(keys[x], keys[y]));
    }

    /// <summary>The rank of each document, by its place in the snapshot.</summary>
    public int[] Rank { get; }

    /// <summary>The places in the snapshot of what has a rank.</summary>
    public ReadOnlySpan<int> Sorted => sorted;

    /// <summary>The place in the snapshot of what has a rank.</summary>
    public int At(int rank) => sorted[rank];

    /// <summary>The text by which a dataset is ordered; for relevance its modification, which decides where words fit equally.</summary>
    public static string Key(FoundDataset found, SearchSort sort, Language language) => sort switch
    {
        SearchSort.Title => found.Title.In(language),
        SearchSort.Modified or SearchSort.Relevance => found.Modified.UtcTicks.ToString("D19", CultureInfo.InvariantCulture),
        SearchSort.Created => found.Created.UtcTicks.ToString("D19", CultureInfo.InvariantCulture),
        SearchSort.Id => found.Id.ToString(),
        _ => found.Name,
    };

    /// <summary>How many documents stand up to a place, which may be that of one that is gone.</summary>
    public int RankAfter(SearchPosition position)
    {
        var key = KeyOf(position);
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(keys[sorted[middle]], key) <= 0)
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

    private OrderKey KeyOf(SearchEntry entry) => sort switch
    {
        SearchSort.Title => new(0, entry.TitleKey(language), entry.Found.Name),
        SearchSort.Modified or SearchSort.Relevance => new(entry.Found.Modified.UtcTicks, [], entry.Found.Name),
        SearchSort.Created => new(entry.Found.Created.UtcTicks, [], entry.Found.Name),
        SearchSort.Id => new(0, Encoding.ASCII.GetBytes(entry.Found.Id.ToString()), entry.Found.Name),
        _ => new(0, [], entry.Found.Name),
    };

    private OrderKey KeyOf(SearchPosition position) => sort switch
    {
        SearchSort.Title => new(0, SearchEntry.TitleKey(position.Key, language), position.Name),
        SearchSort.Modified or SearchSort.Relevance or SearchSort.Created => new(long.TryParse(position.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0, [], position.Name),
        SearchSort.Id => new(0, Encoding.UTF8.GetBytes(position.Key), position.Name),
        _ => new(0, [], position.Name),
    };

    private int Compare(OrderKey x, OrderKey y)
    {
        var order = x.Number.CompareTo(y.Number);
        order = order != 0 ? order : x.Bytes.AsSpan().SequenceCompareTo(y.Bytes);
        return order != 0 ? (descending ? -order : order) : sort == SearchSort.Name && descending ? string.CompareOrdinal(y.Name, x.Name) : string.CompareOrdinal(x.Name, y.Name);
    }

    /// <summary>What a document is ordered by: a number, then bytes, then its name.</summary>
    private readonly record struct OrderKey(long Number, byte[] Bytes, string Name);
}
