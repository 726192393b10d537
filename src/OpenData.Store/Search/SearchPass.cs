using System.Buffers;

namespace OpenData.Store.Search;

/// <summary>One look at the documents of a snapshot: which match, and how they are spread over the facets.</summary>
internal sealed class SearchPass : IDisposable
{
    private readonly SearchSnapshot snapshot;
    private readonly DatasetSearch search;
    private readonly ScoredPlaces? found;
    private readonly FacetCondition[] conditions;
    private readonly int[]?[] counts = new int[FacetNumbers.Facets.Count][];

    /// <summary>The values that are counted at all: a word is found in few datasets, and there are thousands of tags.</summary>
    private readonly List<int>[] counted = [.. FacetNumbers.Facets.Select(_ => new List<int>())];
    private readonly HashSet<string> organizations;

    /// <summary>Whether each document matches; null where all do that everybody sees.</summary>
    private readonly bool[]? matches;
    private int total;

    /// <param name="snapshot">The documents.</param>
    /// <param name="search">What is asked for.</param>
    /// <param name="found">Those that contain the words, with how well they fit; null where there are no words.</param>
    public SearchPass(SearchSnapshot snapshot, DatasetSearch search, ScoredPlaces? found)
    {
        (this.snapshot, this.search, this.found) = (snapshot, search, found);
        organizations = search.Audience.Organizations.ToHashSet(StringComparer.Ordinal);
        conditions = [.. search.Filters.Select(f => new FacetCondition(snapshot, f))];
        if (found is null && conditions.Length == 0 && search.Audience.IsPublic && search.ModifiedFrom is null && search.ModifiedTo is null)
        {
            total = snapshot.PublicTotal;
            search.Facets.ToList().ForEach(f => counts[(int)f] = snapshot.PublicCounts(f));
            return;
        }

        search.Facets.ToList().ForEach(f => counts[(int)f] = Rented<int>(snapshot.Values[(int)f].Length));
        matches = Rented<bool>(snapshot.Entries.Count);
        var many = found?.Places.Count ?? snapshot.Entries.Count;
        for (var i = 0; i < many; i++)
        {
            LookAt(found is null ? i : found.Places[i]);
        }
    }

    /// <summary>The page asked for, without a word on spelling.</summary>
    public DatasetSearchPage Page(IReadOnlyList<string> words)
    {
        var (ranked, more) = found is null ? Walk() : Rank(found);
        return new DatasetSearchPage
        {
            Hits = [.. ranked.Select(r => Hit(snapshot.Entries[r.Place].Found, r.Score))],
            Total = total,
            More = more,
            Facets = search.Facets.Distinct().ToDictionary(f => f, Counted),
            Words = words,
            Stamp = snapshot.Stamp,
        };
    }

    /// <summary>Gives back what was rented. What everybody sees of all documents is the snapshot's own.</summary>
    public void Dispose()
    {
        if (matches is null)
        {
            return;
        }

        ArrayPool<bool>.Shared.Return(matches);
        foreach (var count in counts)
        {
            ArrayPool<int>.Shared.Return(count ?? []);
        }
    }

    private static T[] Rented<T>(int length)
    {
        var rented = ArrayPool<T>.Shared.Rent(length);
        Array.Clear(rented, 0, length);
        return rented;
    }

    /// <summary>A document that meets all conditions counts for each facet; one that fails only those of one facet counts for that.</summary>
    private void LookAt(int place)
    {
        if (!IsVisible(place) || !IsInTime(place))
        {
            return;
        }

        var failed = -1;
        foreach (var condition in conditions)
        {
            if (failed != (int)condition.Facet && !condition.Holds(place))
            {
                if (failed >= 0)
                {
                    return;
                }

                failed = (int)condition.Facet;
            }
        }

        if (failed < 0)
        {
            matches![place] = true;
            total++;
        }

        for (var facet = 0; facet < counts.Length; facet++)
        {
            if (counts[facet] is { } count && (failed < 0 || failed == facet))
            {
                foreach (var value in snapshot.Column((DatasetFacet)facet).At(place))
                {
                    if (count[value]++ == 0)
                    {
                        counted[facet].Add(value);
                    }
                }
            }
        }
    }

    private bool IsVisible(int place) =>
        snapshot.IsPublic(place) || search.Audience.SeesAll || (organizations.Count > 0 && organizations.Contains(snapshot.Entries[place].Found.Organization));

    private bool IsInTime(int place) =>
        (search.ModifiedFrom is not { } from || snapshot.Entries[place].Found.Modified >= from) && (search.ModifiedTo is not { } to || snapshot.Entries[place].Found.Modified <= to);

    private SearchOrder Order() => snapshot.Order(search.Sort, search.Sort == SearchSort.Relevance || search.Descending, search.Language);

    /// <summary>Where no words are, the order says it all: as much of it is gone through as the page needs.</summary>
    private (IReadOnlyList<(int Place, int Score)> Ranked, bool More) Walk()
    {
        var order = Order();
        var ranked = new List<(int, int)>();
        var skipped = 0;
        for (var rank = search.After is { } after && !IsBefore(after) ? order.RankAfter(after) : 0; rank < order.Sorted.Length; rank++)
        {
            var place = order.Sorted[rank];
            if (!(matches?[place] ?? snapshot.IsPublic(place)) || skipped++ < search.Skip)
            {
                continue;
            }

            if (ranked.Count == search.Limit)
            {
                return (ranked, true);
            }

            ranked.Add((place, 0));
        }

        return (ranked, false);
    }

    /// <summary>True where a cursor is one of words that fitted, before all that fit nothing.</summary>
    private bool IsBefore(SearchPosition after) => search.Sort == SearchSort.Relevance && after.Score > 0;

    /// <summary>The best of what was found after the cursor.</summary>
    private (IReadOnlyList<(int Place, int Score)> Ranked, bool More) Rank(ScoredPlaces scored)
    {
        var (order, byScore) = (Order(), search.Sort == SearchSort.Relevance);
        var from = search.After is { } after ? KeyOf(byScore ? after.Score : 0, order.RankAfter(after)) : long.MinValue;
        var rented = ArrayPool<long>.Shared.Rent(scored.Places.Count);
        var count = 0;
        for (var i = 0; i < scored.Places.Count; i++)
        {
            rented[count] = KeyOf(byScore ? scored.Scores[i] : 0, order.Rank[scored.Places[i]]);
            count += matches![scored.Places[i]] && rented[count] >= from ? 1 : 0;
        }

        var start = Math.Min(search.Skip, count);
        var taken = Math.Min(search.Limit, count - start);
        var best = Least.Of(rented.AsSpan(0, count), start + taken);
        ArrayPool<long>.Shared.Return(rented);
        var places = best.Skip(start).Select(key => order.At((int)(key & int.MaxValue)));
        return ([.. places.Select(place => (place, scored.ScoreOf(place)))], count - start > search.Limit);
    }

    /// <summary>The greater the score and the lesser the rank, the lesser the key.</summary>
    private static long KeyOf(int score, int rank) => ((long)(int.MaxValue - score) << 32) | (uint)rank;

    private SearchHit Hit(FoundDataset dataset, int score) =>
        new(dataset, score, new SearchPosition(search.Sort == SearchSort.Relevance ? score : 0, SearchOrder.Key(dataset, search.Sort, search.Language), dataset.Name));

    private IReadOnlyList<FacetCount> Counted(DatasetFacet facet)
    {
        var (values, count) = (snapshot.Values[(int)facet], counts[(int)facet]!);
        List<FacetCount> given = matches is null ? [.. snapshot.PublicValues(facet)] : FrequentValues.Of(values, count, counted[(int)facet]);
        foreach (var value in search.Filters.Where(f => f.Facet == facet).SelectMany(f => f.Values).Distinct(StringComparer.Ordinal).Where(c => !given.Exists(g => g.Value == c)))
        {
            // What was chosen is always there, so that it can be taken back.
            var number = snapshot.NumberOf(facet, value);
            given.Add(new FacetCount(value, number >= 0 && number < values.Length ? count[number] : 0));
        }

        return given;
    }
}
