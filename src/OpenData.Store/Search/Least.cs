namespace OpenData.Store.Search;

/// <summary>The least of many, sorted, without sorting them all.</summary>
internal static class Least
{
    /// <summary>The least <paramref name="most"/> of some keys, ascending; the keys may be in another order then.</summary>
    public static IReadOnlyList<long> Of(Span<long> keys, int most)
    {
        // Half of them and more are sorted as fast as they are told apart.
        if (most > keys.Length / 2)
        {
            keys.Sort();
            return [.. keys[..Math.Min(most, keys.Length)]];
        }

        var greatestFirst = new PriorityQueue<long, long>(most + 1);
        foreach (var key in keys)
        {
            if (greatestFirst.Count < most)
            {
                greatestFirst.Enqueue(key, -key);
            }
            else if (most > 0 && key < greatestFirst.Peek())
            {
                greatestFirst.DequeueEnqueue(key, -key);
            }
        }

        var least = greatestFirst.UnorderedItems.Select(i => i.Element).ToList();
        least.Sort();
        return least;
    }
}

/// <summary>The values of a facet that are given.</summary>
internal static class FrequentValues
{
    /// <summary>The most frequent values with how often there are, those of which there is none left out; equally frequent ones by their letters.</summary>
    /// <param name="values">The values.</param>
    /// <param name="count">How often there is each.</param>
    /// <param name="counted">The numbers of those that are there, or null where all are looked at.</param>
    public static List<FacetCount> Of(string[] values, int[] count, List<int>? counted)
    {
        var rarestFirst = new PriorityQueue<int, int>(Comparer<int>.Create((x, y) => Compare(values, count, y, x)));
        foreach (var number in counted ?? Enumerable.Range(0, values.Length))
        {
            if (count[number] == 0)
            {
                continue;
            }

            if (rarestFirst.Count < SearchLimits.FacetValues)
            {
                rarestFirst.Enqueue(number, number);
            }
            else if (count[number] >= count[rarestFirst.Peek()] && Compare(values, count, number, rarestFirst.Peek()) < 0)
            {
                rarestFirst.DequeueEnqueue(number, number);
            }
        }

        var given = rarestFirst.UnorderedItems.Select(i => i.Element).ToList();
        given.Sort((x, y) => Compare(values, count, x, y));
        return given.ConvertAll(number => new FacetCount(values[number], count[number]));
    }

    /// <summary>Which of two values comes first.</summary>
    private static int Compare(string[] values, int[] count, int x, int y) =>
        count[y].CompareTo(count[x]) is var order and not 0 ? order : string.CompareOrdinal(values[x], values[y]);
}
