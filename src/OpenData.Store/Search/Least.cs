namespace OpenData.Store.Search;

/// <summary>The least of many, sorted, without sorting them all.</summary>
internal static class Least
{
    /// <summary>A key that is the lesser the greater the score and, of equal scores, the lesser the rank.</summary>
    public static long KeyOf(int score, int rank) => ((long)(int.MaxValue - score) << 32) | (uint)rank;

    /// <summary>The rank in a key.</summary>
    public static int RankOf(long key) => (int)(key & int.MaxValue);

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
