namespace OpenData.Store.Search;

/// <summary>Documents in which something was found, by their places in the snapshot, which ascend.</summary>
/// <param name="Places">The places.</param>
/// <param name="Fields">For each the fields that contain the word, a bit for each.</param>
internal sealed record FoundPlaces(int[] Places, byte[] Fields)
{
    /// <summary>True where each place is behind the one before.</summary>
    public bool Ascend
    {
        get
        {
            for (var i = 1; i < Places.Length; i++)
            {
                if (Places[i] <= Places[i - 1])
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>Where words were found, and the pages made of that, kept for those who ask for the same.</summary>
internal sealed class FoundWords
{
    private readonly KeptFinds<(string Word, bool Published), FoundPlaces> words = new(StoreLimits.AskedThings, StoreLimits.RememberedWords, StoreLimits.KeptWords, StoreLimits.KeptFinds, found => found.Places.Length);
    private readonly KeptFinds<string, string?> meant = new(StoreLimits.AskedMeant, StoreLimits.RememberedWords, StoreLimits.KeptWords, StoreLimits.KeptWords, _ => 1);
    private readonly KeptFinds<string, DatasetSearchPage> pages = new(StoreLimits.AskedThings, StoreLimits.RememberedPages, StoreLimits.KeptPages, StoreLimits.KeptPages, _ => 1);

    /// <summary>Where a word is found.</summary>
    public Task<FoundPlaces> PlacesAsync(string word, bool published, Func<Task<FoundPlaces>> find) => words.FindAsync((word, published), find);

    /// <summary>The word that another may have been meant for, or null.</summary>
    public Task<string?> MeantAsync(string word, Func<Task<string?>> find) => meant.FindAsync(word, find);

    /// <summary>What everybody is answered to a search: the same page as long as nothing changes.</summary>
    public Task<DatasetSearchPage> PageAsync(string search, Func<Task<DatasetSearchPage>> find) =>
        pages.FindAsync(search, find, async () => await find() with { IsKept = true });
}
