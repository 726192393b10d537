using System.Collections.Concurrent;
using OpenData.Schemas;

namespace OpenData.Store.Search;

/// <summary>All documents as they were at one moment, and what was found in them: nothing of it ever changes.</summary>
internal sealed class SearchSnapshot
{
    private readonly ConcurrentDictionary<(SearchSort, bool, Language), Lazy<SearchOrder>> orders = new();
    private readonly ConcurrentBag<SearchRoom> rooms = [];
    private readonly FacetNumbers numbers;
    private readonly FacetTable table;
    private readonly Lazy<IReadOnlyList<FacetCount>[]> publicValues;
    private readonly Lazy<IReadOnlyList<FoundDataset>> byName;
    private readonly int[] placeOf;
    private readonly bool[] isPublic;

    /// <param name="stamp">The change after which it was read.</param>
    /// <param name="entries">The documents.</param>
    /// <param name="numbers">The numbers of their values.</param>
    /// <param name="texts">Their texts; null where the engine looks for words.</param>
    public SearchSnapshot(long stamp, IReadOnlyList<SearchEntry> entries, FacetNumbers numbers, KeptTexts? texts)
    {
        (Stamp, Entries, this.numbers, Texts) = (stamp, entries, numbers, texts);
        Values = numbers.Values();
        table = new FacetTable(entries);
        publicValues = new(CountPublic);
        byName = new(() => [.. Order(SearchSort.Name, false, default).Sorted.ToArray().Select(place => entries[place].Found)]);
        isPublic = [.. entries.Select(e => e.Found.IsPublic)];
        PublicTotal = isPublic.Count(p => p);
        placeOf = new int[entries.Count == 0 ? 0 : entries.Max(e => e.Number) + 1];
        Array.Fill(placeOf, -1);
        for (var place = 0; place < entries.Count; place++)
        {
            placeOf[entries[place].Number] = place;
        }
    }

    /// <summary>The change after which it was read.</summary>
    public long Stamp { get; }

    /// <summary>The documents.</summary>
    public IReadOnlyList<SearchEntry> Entries { get; }

    /// <summary>Their texts; null where the engine looks for words.</summary>
    public KeptTexts? Texts { get; }

    /// <summary>The values of each facet, by their numbers.</summary>
    public FacetValues[] Values { get; }

    /// <summary>How many documents everybody sees.</summary>
    public int PublicTotal { get; }

    /// <summary>Every dataset, by name.</summary>
    public IReadOnlyList<FoundDataset> ByName => byName.Value;

    /// <summary>Where the words found in it are kept, as long as it lives.</summary>
    public FoundWords Words { get; } = new();

    /// <summary>Its documents in an order; it is made when it is first asked for.</summary>
    public SearchOrder Order(SearchSort sort, bool descending, Language language) =>
        orders.GetOrAdd((sort, descending, sort == SearchSort.Title ? language : default), key => new(() => new SearchOrder(Entries, key.Item1, key.Item2, key.Item3))).Value;

    /// <summary>Where the document of a number is; -1 where there is none.</summary>
    public int PlaceOf(int number) => number < placeOf.Length ? placeOf[number] : -1;

    /// <summary>True where everybody sees the document at a place.</summary>
    public bool IsPublic(int place) => isPublic[place];

    /// <summary>The values of a facet that the document at a place has, by their numbers.</summary>
    public ReadOnlySpan<int> ValuesAt(int place, DatasetFacet facet) => table.At(place, (int)facet);

    /// <summary>Has the values of the document at a place brought near that are looked at soon.</summary>
    public void FetchValues(int place) => table.Fetch(place);

    /// <summary>The number of a value, or -1 where no document ever had it.</summary>
    public int NumberOf(DatasetFacet facet, string value) => numbers.Find(facet, value);

    /// <summary>The most frequent values of a facet, of all that everybody sees.</summary>
    public IReadOnlyList<FacetCount> PublicValues(DatasetFacet facet) => publicValues.Value[(int)facet];

    /// <summary>Room to count in, clean.</summary>
    public SearchRoom TakeRoom() => rooms.TryTake(out var room) ? room : new SearchRoom(Entries.Count, table, [.. Values.Select(v => v.Texts.Length)]);

    /// <summary>Gives room back; what was counted in it is taken back.</summary>
    public void GiveRoom(SearchRoom room)
    {
        room.Clear();
        rooms.Add(room);
    }

    private IReadOnlyList<FacetCount>[] CountPublic()
    {
        var room = TakeRoom();
        foreach (var place in Enumerable.Range(0, Entries.Count).Where(IsPublic))
        {
            room.Add(place);
        }

        var values = new IReadOnlyList<FacetCount>[Values.Length];
        for (var facet = 0; facet < values.Length; facet++)
        {
            values[facet] = Values[facet].MostFrequent(room.Count(facet));
        }

        GiveRoom(room);
        return values;
    }
}
