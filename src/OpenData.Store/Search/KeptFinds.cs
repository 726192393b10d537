using System.Collections.Concurrent;

namespace OpenData.Store.Search;

/// <summary>What was found, kept for whoever asks for the same; where it is too much, the keeping starts anew.</summary>
/// <param name="most">Answers at most.</param>
/// <param name="mostWeight">What they may weigh together.</param>
/// <param name="weight">What one weighs.</param>
internal sealed class KeptFinds<TKey, T>(int most, int mostWeight, Func<T, int> weight)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<T>>> kept = new();
    private int count;
    private int weighed;

    /// <summary>What is kept, or what is found now; those who ask at once are answered together.</summary>
    public async Task<T> FindAsync(TKey key, Func<Task<T>> find)
    {
        if (kept.TryGetValue(key, out var known))
        {
            return await known.Value;
        }

        var finding = kept.GetOrAdd(key, _ => new Lazy<Task<T>>(find));
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
}
