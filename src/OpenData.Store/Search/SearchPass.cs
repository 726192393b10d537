using System.Buffers;

namespace OpenData.Store.Search;

/// <summary>One look at the documents of a snapshot: which match, and how they are spread over the facets.</summary>
internal sealed class SearchPass : IDisposable
{
    private readonly SearchSnapshot snapshot;
    private readonly DatasetSearch search;
    private readonly ScoredPlaces? found;
    private readonly FacetCondition[] conditions;
    private readonly HashSet<string> organizations;

    /// <summary>What matches; null where all do that everybody sees.</summary>
    private readonly SearchRoom? room;

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
            return;
        }

        room = snapshot.TakeRoom();
        var many = found?.Places.Length ?? snapshot.Entries.Count;
        for (var i = 0; i < many; i++)
        {
            if (conditions.Length > 0 && i + Ahead.Steps < many)
            {
                snapshot.FetchValues(PlaceOf(i + Ahead.Steps));
            }

            LookAt(PlaceOf(i));
        }
    }

    /// <summary>The page asked for, without a word on spelling.</summary>
    public DatasetSearchPage Page(IReadOnlyList<string> words)
    {
        var (hits, more) = found is null ? Walk() : Rank(found);
        return new DatasetSearchPage
        {
            Hits = hits,
            Total = room?.Total ?? snapshot.PublicTotal,
            Next = more ? Position(hits[^1]) : null,
            Facets = search.Facets.Distinct().ToDictionary(f => f, Counted),
            Words = words,
            Stamp = snapshot.Stamp,
        };
    }

    /// <summary>Gives the room back. What everybody sees of all documents is the snapshot's own.</summary>
    public void Dispose()
    {
        if (room is not null)
        {
            snapshot.GiveRoom(room);
        }
    }

    private int PlaceOf(int i) => found is null ? i : found.Places[i];

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
            room!.Add(place);
        }
        else
        {
            room!.AddBut(place, failed);
        }
    }

    private bool IsVisible(int place) =>
        snapshot.IsPublic(place) || search.Audience.SeesAll || (organizations.Count > 0 && organizations.Contains(snapshot.Entries[place].Found.Organization));

    private bool IsInTime(int place) =>
        (search.ModifiedFrom is not { } from || snapshot.Entries[place].Found.Modified >= from) && (search.ModifiedTo is not { } to || snapshot.Entries[place].Found.Modified <= to);

    private SearchOrder Order() => snapshot.Order(search.Sort, search.Sort == SearchSort.Relevance || search.Descending, search.Language);

    /// <summary>Where no words are, the order says it all: as much of it is gone through as the page needs.</summary>
    private (IReadOnlyList<SearchHit> Hits, bool More) Walk()
    {
        var order = Order();
        var hits = new List<SearchHit>();
        var skipped = 0;
        for (var rank = search.After is { } after && !IsBefore(after) ? order.RankAfter(after) : 0; rank < order.Sorted.Length; rank++)
        {
            var place = order.Sorted[rank];
            if (!(room?.Matches(place) ?? snapshot.IsPublic(place)) || skipped++ < search.Skip)
            {
                continue;
            }

            if (hits.Count == search.Limit)
            {
                // A page of none has no place after which to go on.
                return (hits, hits.Count > 0);
            }

            hits.Add(new SearchHit(snapshot.Entries[place].Found, 0));
        }

        return (hits, false);
    }

    /// <summary>True where a cursor is one of words that fitted, before all that fit nothing.</summary>
    private bool IsBefore(SearchPosition after) => search.Sort == SearchSort.Relevance && after.Score > 0;

    /// <summary>The best of what was found after the cursor.</summary>
    private (IReadOnlyList<SearchHit> Hits, bool More) Rank(ScoredPlaces scored)
    {
        var (order, byScore) = (Order(), search.Sort == SearchSort.Relevance);
        var from = search.After is { } after ? Least.KeyOf(byScore ? after.Score : 0, order.RankAfter(after)) : long.MinValue;
        var rented = ArrayPool<long>.Shared.Rent(scored.Places.Length);
        var count = 0;
        for (var i = 0; i < scored.Places.Length; i++)
        {
            rented[count] = Least.KeyOf(byScore ? scored.Scores[i] : 0, order.Rank[scored.Places[i]]);
            count += room!.Matches(scored.Places[i]) && rented[count] >= from ? 1 : 0;
        }

        var start = Math.Min(search.Skip, count);
        var taken = Math.Min(search.Limit, count - start);
        var best = Least.Of(rented.AsSpan(0, count), start + taken);
        ArrayPool<long>.Shared.Return(rented);
        var places = best.Skip(start).Select(key => order.At(Least.RankOf(key)));
        return ([.. places.Select(place => new SearchHit(snapshot.Entries[place].Found, scored.ScoreOf(place)))], taken > 0 && count - start > taken);
    }

    private SearchPosition Position(SearchHit hit) =>
        new(search.Sort == SearchSort.Relevance ? hit.Score : 0, SearchOrder.Key(hit.Dataset, search.Sort, search.Language), hit.Dataset.Name);

    private IReadOnlyList<FacetCount> Counted(DatasetFacet facet)
    {
        if (room is null || (room.Total == snapshot.PublicTotal && conditions.Length == 0 && search.Audience.IsPublic))
        {
            return snapshot.PublicValues(facet);
        }

        var counts = room.Count((int)facet);
        var given = snapshot.Values[(int)facet].MostFrequent(counts);
        foreach (var value in search.Filters.Where(f => f.Facet == facet).SelectMany(f => f.Values).Distinct(StringComparer.Ordinal).Where(c => !given.Exists(g => g.Value == c)))
        {
            // What was chosen is always there, so that it can be taken back.
            var number = snapshot.NumberOf(facet, value);
            given.Add(new FacetCount(value, number, counts.Of(number)));
        }

        return given;
    }
}
