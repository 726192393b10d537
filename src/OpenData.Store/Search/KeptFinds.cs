using System.Collections.Concurrent;

namespace OpenData.Store.Search;

/// <summary>
/// What was found, kept once it was asked for several times: most is asked once, and would only be in the way. Where it is too much, the keeping
/// starts anew.
/// </summary>
/// <param name="from">The time from which on it is kept, three at most.</param>
/// <param name="remembered">How many questions it is remembered of that they were asked: who asks again after so many others is taken for the first.</param>
/// <param name="most">Answers at most.</param>
/// <param name="mostWeight">What they may weigh together.</param>
/// <param name="weight">What one weighs.</param>
internal sealed class KeptFinds<TKey, T>(int from, int remembered, int most, int mostWeight, Func<T, int> weight)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<T>>> kept = new();

    /// <summary>Bits that tell how often it was asked.</summary>
    private const int Times = 3;

    /// <summary>The hash of what was asked for last of all that has the same place, the last bits replaced by how often it was.</summary>
    private readonly int[] asked = new int[remembered];
    private int count;
    private int weighed;

    /// <summary>What is kept, or what is found now; those who ask again at once are answered together.</summary>
    /// <param name="key">What is asked for.</param>
    /// <param name="find">Finds it.</param>
    /// <param name="findToKeep">Finds it as it is kept, where that is not the same.</param>
    public async Task<T> FindAsync(TKey key, Func<Task<T>> find, Func<Task<T>>? findToKeep = null)
    {
        if (kept.TryGetValue(key, out var known))
        {
            return await known.Value;
        }

        if (Asked(key) < from)
        {
            return await find();
        }

        var finding = kept.GetOrAdd(key, _ => new Lazy<Task<T>>(findToKeep ?? find));
        try
        {
            var found = await finding.Value;
            if (Interlocked.Increment(ref count) > most || Interlocked.Add(ref weighed, weight(found)) > mostWeight)
            {
                kept.Clear();
                (count, weighed) = (0, 0);
            }

            return found;
        }
        catch
        {
            // A failure is not kept: whoever asks next tries anew.
            kept.TryRemove(KeyValuePair.Create(key, finding));
            throw;
        }
    }

    /// <summary>Remembers what is asked for, and how often it was by now; in rare cases it was something else.</summary>
    private int Asked(TKey key)
    {
        var hash = key.GetHashCode();
        ref var known = ref asked[(uint)hash % (uint)asked.Length];
        var times = ((hash ^ known) & ~Times) == 0 ? Math.Min((known & Times) + 1, Times) : 1;
        known = (hash & ~Times) | times;
        return times;
    }
}
