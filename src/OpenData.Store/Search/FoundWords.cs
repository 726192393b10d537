using System.Collections.Concurrent;

namespace OpenData.Store.Search;

/// <summary>Where words were found, and the pages made of that, kept for those who ask for the same.</summary>
internal sealed class FoundWords
{
    private readonly ConcurrentDictionary<(string Word, bool Published), Lazy<Task<byte[]>>> words = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> meant = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<DatasetSearchPage>>> pages = new(StringComparer.Ordinal);

    /// <summary>For each document's number the fields that contain the word, a bit for each.</summary>
    public Task<byte[]> FieldsAsync(string word, bool published, Func<Task<byte[]>> find) => KeepAsync(words, StoreLimits.KeptWords, (word, published), find);

    /// <summary>The word that another may have been meant for, or null.</summary>
    public Task<string?> MeantAsync(string word, Func<Task<string?>> find) => KeepAsync(meant, StoreLimits.KeptWords, word, find);

    /// <summary>What everybody is answered to a search: the same page as long as nothing changes.</summary>
    public Task<DatasetSearchPage> PageAsync(string search, Func<Task<DatasetSearchPage>> find) => KeepAsync(pages, StoreLimits.KeptPages, search, find);

    private static async Task<T> KeepAsync<TKey, T>(ConcurrentDictionary<TKey, Lazy<Task<T>>> kept, int most, TKey key, Func<Task<T>> find)
        where TKey : notnull
    {
        if (kept.Count >= most)
        {
            kept.Clear();
        }

        var finding = kept.GetOrAdd(key, _ => new Lazy<Task<T>>(find));
        try
        {
            return await finding.Value;
        }
        catch
        {
            // A failure is not kept: whoever asks next tries anew.
            kept.TryRemove(KeyValuePair.Create(key, finding));
            throw;
        }
    }
}
