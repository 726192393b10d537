namespace OpenData.Store.Search;

/// <summary>
/// The search of a catalog over the index of any engine: the engine finds words, and what is known of each dataset lies in memory, where filters,
/// facets and orders of ten thousand datasets take less than a statement would.
/// </summary>
internal sealed class CatalogSearch(ISearchIndex index) : ISearchStore, IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly FacetNumbers numbers = new();
    private SearchSnapshot snapshot = new(0, [], [.. FacetNumbers.Facets.Select(_ => Array.Empty<string>())]);

    /// <inheritdoc/>
    public async Task<DatasetSearchPage> SearchAsync(DatasetSearch search, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        var now = await SnapshotAsync(cancellation);
        IReadOnlyList<string> words = [.. FoldedText.Words(search.Text).Take(SearchLimits.Words)];
        return search.Audience.IsPublic && search.Limit <= SearchLimits.KeptHits
            ? await now.Words.PageAsync(Identity(search, words), () => SearchAsync(now, search, words))
            : await SearchAsync(now, search, words);
    }

    private async Task<DatasetSearchPage> SearchAsync(SearchSnapshot now, DatasetSearch search, IReadOnlyList<string> words)
    {
        var scores = await ScoresAsync(now, words);
        var page = new SearchPass(now, search, scores).Page(words);
        if (scores is null || !search.Forgiving || Hits(now, scores, search.Audience) is var hits && hits > SearchLimits.FewHits)
        {
            return page;
        }

        var meant = await MeantAsync(now, words, search.Audience);
        if (await ScoresAsync(now, meant) is not { } better || Hits(now, better, search.Audience) <= hits)
        {
            return page;
        }

        var suggestion = Text(meant);
        return hits > 0
            ? page with { Suggestion = suggestion }
            : new SearchPass(now, search, better).Page(meant) with { Suggestion = suggestion, Corrected = true };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FoundDataset>> FindAsync(string? text, SearchAudience audience, CancellationToken cancellation = default)
    {
        var page = await SearchAsync(new DatasetSearch { Text = text, Audience = audience, Limit = int.MaxValue, Forgiving = false }, cancellation);
        return [.. page.Hits.Select(h => h.Dataset)];
    }

    public void Dispose() => loading.Dispose();

    /// <summary>The documents as they are now: those that have changed are read anew.</summary>
    private async Task<SearchSnapshot> SnapshotAsync(CancellationToken cancellation)
    {
        if (await index.StampAsync(cancellation) == snapshot.Stamp)
        {
            return snapshot;
        }

        await loading.WaitAsync(cancellation);
        try
        {
            var (stamp, changed) = await index.ChangesAsync(snapshot.Stamp, cancellation);
            if (stamp != snapshot.Stamp)
            {
                changed.ToList().ForEach(numbers.Number);
                var gone = changed.Select(c => c.Number).ToHashSet();
                snapshot = new SearchSnapshot(stamp, [.. snapshot.Entries.Where(e => !gone.Contains(e.Number)), .. changed], numbers.Values());
            }

            return snapshot;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>How well each document fits the words, less than 0 where one is missing; null where there are none.</summary>
    private async Task<int[]?> ScoresAsync(SearchSnapshot now, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var fields = new List<(byte[] Published, byte[] Drafts)>();
        foreach (var word in words)
        {
            fields.Add((await FieldsAsync(now, word, published: true), await FieldsAsync(now, word, published: false)));
        }

        var scores = new int[now.Entries.Count];
        for (var place = 0; place < scores.Length; place++)
        {
            scores[place] = Score(now.Entries[place], fields, words);
        }

        return scores;
    }

    /// <summary>The sum of the weights of the fields that contain each word; a title that begins with the words, or is just them, is worth more than any number of hits.</summary>
    private static int Score(SearchEntry entry, List<(byte[] Published, byte[] Drafts)> fields, IReadOnlyList<string> words)
    {
        const int Title = 1 << (int)SearchField.Title;
        var (score, inTitle) = (0, Title);
        foreach (var (published, drafts) in fields)
        {
            int found = (entry.Found.IsPublic ? published : drafts)[entry.Number];
            if (found == 0)
            {
                return -1;
            }

            score += found;
            inTitle &= found;
        }

        var line = inTitle == 0 ? "" : string.Join(' ', words);
        return score + (2 * Title * words.Count * (inTitle == 0 ? 0 : entry.Titles.Contains(line) ? 2 : entry.Titles.Any(t => t.StartsWith(line, StringComparison.Ordinal)) ? 1 : 0));
    }

    /// <summary>For each document's number the fields that contain a word. What one asks for is kept for all, so nobody's cancellation ends it.</summary>
    private Task<byte[]> FieldsAsync(SearchSnapshot now, string word, bool published) => now.Words.FieldsAsync(word, published, async () =>
    {
        var fields = new byte[now.Numbers];
        foreach (var (number, field) in await index.MatchAsync(word, published, CancellationToken.None))
        {
            if (number < fields.Length)
            {
                fields[number] |= (byte)(1 << (int)field);
            }
        }

        return fields;
    });

    private static int Hits(SearchSnapshot now, int[] scores, SearchAudience audience)
    {
        var hits = 0;
        for (var place = 0; place < scores.Length; place++)
        {
            var found = now.Entries[place].Found;
            hits += scores[place] >= 0 && (found.IsPublic || audience.SeesAll || audience.Organizations.Contains(found.Organization)) ? 1 : 0;
        }

        return hits;
    }

    /// <summary>The words, those that are hardly found replaced by what they may have been meant for.</summary>
    private async Task<IReadOnlyList<string>> MeantAsync(SearchSnapshot now, IReadOnlyList<string> words, SearchAudience audience)
    {
        var meant = new List<string>();
        foreach (var word in words)
        {
            var rare = Hits(now, (await ScoresAsync(now, [word]))!, audience) <= SearchLimits.FewHits && NearWord.Slips(word) > 0;
            meant.Add(rare ? await now.Words.MeantAsync(word, async () => NearWord.Find(word, await index.NearAsync(word, CancellationToken.None))) ?? word : word);
        }

        return meant;
    }

    /// <summary>Everything that decides what a search finds for everybody.</summary>
    private static string Identity(DatasetSearch search, IReadOnlyList<string> words) => System.Text.Json.JsonSerializer.Serialize(new
    {
        words,
        search.Filters,
        search.ModifiedFrom,
        search.ModifiedTo,
        search.Sort,
        search.Descending,
        search.After,
        search.Skip,
        search.Limit,
        search.Facets,
        search.Forgiving,
        search.Language,
    });

    /// <summary>Words as a text that is searched for, with sara am in the spelling that people type.</summary>
    private static string Text(IReadOnlyList<string> words) =>
        string.Join(' ', words.Select(w => w.Contains(' ', StringComparison.Ordinal) ? $"\"{w}\"" : w)).Replace("\u0E4D\u0E32", "\u0E33", StringComparison.Ordinal);
}
