using System.Collections.Concurrent;

namespace OpenData.Store.Search;

/// <summary>
/// What was found, kept from the second time that it is asked for: most is asked once, and would only be in the way. Where it is too much, the keeping
/// starts anew.
/// </summary>
/// <param name="most">Answers at most.</param>
/// <param name="mostWeight">What they may weigh together.</param>
/// <param name="weight">What one weighs.</param>
internal sealed class KeptFinds<TKey, T>(int most, int mostWeight, Func<T, int> weight)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<T>>> kept = new();

    /// <summary>The hash of what was asked for last of all that has the same place.</summary>
    private readonly int[] asked = new int[StoreLimits.RememberedQuestions];
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

        if (!WasAsked(key))
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

    /// <summary>Remembers what is asked for. True where it was remembered already, or in rare cases something else in its place.</summary>
    private bool WasAsked(TKey key)
    {
        var hash = key.GetHashCode();
        return Interlocked.Exchange(ref asked[(uint)hash % (uint)asked.Length], hash) == hash;
    }
}
