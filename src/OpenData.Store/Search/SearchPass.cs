namespace OpenData.Store.Search;

/// <summary>One look at every document of a snapshot: which match, and how they are spread over the facets.</summary>
internal sealed class SearchPass
{
    private readonly SearchSnapshot snapshot;
    private readonly DatasetSearch search;
    private readonly int[]? scores;
    private readonly (DatasetFacet Facet, (HashSet<int> Values, bool Negated)[] Filters)[] conditions;
    private readonly int[]?[] counts = new int[FacetNumbers.Facets.Count][];
    private readonly List<int> matching = [];

    /// <param name="snapshot">The documents.</param>
    /// <param name="search">What is asked for.</param>
    /// <param name="scores">How well each fits the words, or less than 0; null where there are no words.</param>
    public SearchPass(SearchSnapshot snapshot, DatasetSearch search, int[]? scores)
    {
        (this.snapshot, this.search, this.scores) = (snapshot, search, scores);
        conditions = [.. search.Filters.GroupBy(f => f.Facet).Select(g => (g.Key, g.Select(f => (Numbers(f), f.Negated)).ToArray()))];
        foreach (var facet in search.Facets)
        {
            counts[(int)facet] = new int[snapshot.Values[(int)facet].Length];
        }

        LookAtAll();
    }

    /// <summary>The page asked for, without a word on spelling.</summary>
    public DatasetSearchPage Page(IReadOnlyList<string> words)
    {
        var ranked = Ranked();
        var start = Math.Min(search.Skip, ranked.Count);
        var page = ranked.Slice(start, Math.Min(search.Limit, ranked.Count - start));
        return new DatasetSearchPage
        {
            Hits = [.. page.Select(place => Hit(snapshot.Entries[place].Found, scores?[place] ?? 0))],
            Total = matching.Count,
            More = ranked.Count - start > search.Limit,
            Facets = search.Facets.Distinct().ToDictionary(f => f, Counted),
            Words = words,
        };
    }

    private void LookAtAll()
    {
        var visible = Visible();
        for (var place = 0; place < snapshot.Entries.Count; place++)
        {
            var entry = snapshot.Entries[place];
            if ((scores is null || scores[place] >= 0) && visible(entry.Found) && IsInTime(entry.Found))
            {
                Count(place, entry);
            }
        }
    }

    /// <summary>A document that meets all conditions counts for each facet; one that fails only those of one facet counts for that.</summary>
    private void Count(int place, SearchEntry entry)
    {
        var failed = -1;
        foreach (var (facet, filters) in conditions)
        {
            if (!Holds(entry.Values[(int)facet], filters))
            {
                if (failed >= 0)
                {
                    return;
                }

                failed = (int)facet;
            }
        }

        if (failed < 0)
        {
            matching.Add(place);
        }

        for (var facet = 0; facet < counts.Length; facet++)
        {
            if (counts[facet] is { } count && (failed < 0 || failed == facet))
            {
                foreach (var value in entry.Values[facet])
                {
                    count[value]++;
                }
            }
        }
    }

    private static bool Holds(int[] values, (HashSet<int> Values, bool Negated)[] filters) =>
        Array.TrueForAll(filters, f => Array.Exists(values, f.Values.Contains) != f.Negated);

    private Func<FoundDataset, bool> Visible()
    {
        var audience = search.Audience;
        var organizations = audience.Organizations.ToHashSet(StringComparer.Ordinal);
        return audience.SeesAll ? _ => true : found => found.IsPublic || organizations.Contains(found.Organization);
    }

    private bool IsInTime(FoundDataset found) =>
        (search.ModifiedFrom is not { } from || found.Modified >= from) && (search.ModifiedTo is not { } to || found.Modified <= to);

    private HashSet<int> Numbers(SearchFilter filter)
    {
        var values = snapshot.Values[(int)filter.Facet];
        return [.. Enumerable.Range(0, values.Length).Where(number => filter.Values.Contains(values[number]))];
    }

    /// <summary>The places of what matches after the cursor, in the order asked for.</summary>
    private List<int> Ranked()
    {
        var byRelevance = search.Sort == SearchSort.Relevance;
        var order = snapshot.Order(search.Sort, byRelevance || search.Descending, search.Language);
        var keys = new List<long>(matching.Count);
        var from = search.After is { } after ? KeyOf(byRelevance ? after.Score : 0, order.RankAfter(after)) : long.MinValue;
        foreach (var place in matching)
        {
            var key = KeyOf(byRelevance ? scores?[place] ?? 0 : 0, order.Rank[place]);
            if (key >= from)
            {
                keys.Add(key);
            }
        }

        keys.Sort();
        return keys.ConvertAll(key => order.At((int)(key & int.MaxValue)));
    }

    /// <summary>The greater the score and the lesser the rank, the lesser the key.</summary>
    private static long KeyOf(int score, int rank) => ((long)(int.MaxValue - score) << 32) | (uint)rank;

    private SearchHit Hit(FoundDataset found, int score) =>
        new(found, score, new SearchPosition(search.Sort == SearchSort.Relevance ? score : 0, SearchOrder.Key(found, search.Sort, search.Language), found.Name));

    private IReadOnlyList<FacetCount> Counted(DatasetFacet facet)
    {
        var values = snapshot.Values[(int)facet];
        var count = counts[(int)facet]!;
        var chosen = search.Filters.Where(f => f.Facet == facet).SelectMany(f => f.Values).Distinct(StringComparer.Ordinal).ToList();
        var frequent = Enumerable.Range(0, values.Length)
            .Where(number => count[number] > 0)
            .Select(number => new FacetCount(values[number], count[number]))
            .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)
            .ToList();
        var given = frequent.Take(SearchLimits.FacetValues).ToList();
        foreach (var value in chosen.Where(c => !given.Exists(g => g.Value == c)))
        {
            // What was chosen is always there, so that it can be taken back.
            given.Add(frequent.Find(f => f.Value == value) ?? new FacetCount(value, 0));
        }

        return given;
    }
}
