namespace OpenData.Store.Search;

/// <summary>
/// The search of a catalog. What is known of each dataset lies in memory, where words, filters, facets and orders of ten thousand datasets take less
/// than a statement would; the index of the engine finds words where the texts are too many to be kept.
/// </summary>
internal sealed class CatalogSearch : ISearchStore, IDisposable
{
    private readonly ISearchIndex index;
    private readonly long keptTextBytes;
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly FacetNumbers numbers = new();
    private volatile SearchSnapshot snapshot;

    /// <param name="index">What the engine finds.</param>
    /// <param name="keptTextBytes">Bytes of texts up to which words are found in memory.</param>
    public CatalogSearch(ISearchIndex index, long keptTextBytes = StoreLimits.KeptTextBytes)
    {
        (this.index, this.keptTextBytes) = (index, keptTextBytes);
        snapshot = new SearchSnapshot(0, [], numbers, keptTextBytes > 0 ? KeptTexts.None : null);
    }

    /// <inheritdoc/>
    public async Task<DatasetSearchPage> SearchAsync(DatasetSearch search, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        var now = await SnapshotAsync(cancellation);
        IReadOnlyList<string> words = [.. FoldedText.Words(search.Text).Take(SearchLimits.Words)];
        return search.Audience.IsPublic && search.Limit <= SearchLimits.KeptHits
            ? await now.Words.PageAsync(SearchIdentity.Of(search, words), () => SearchAsync(now, search, words))
            : await SearchAsync(now, search, words);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FoundDataset>> FindAsync(string? text, SearchAudience audience, CancellationToken cancellation = default)
    {
        var page = await SearchAsync(new DatasetSearch { Text = text, Audience = audience, Limit = int.MaxValue, Forgiving = false }, cancellation);
        return [.. page.Hits.Select(h => h.Dataset)];
    }

    /// <inheritdoc/>
    public async Task<CatalogContent> ReadAsync(CancellationToken cancellation = default)
    {
        var now = await SnapshotAsync(cancellation);
        return new CatalogContent(now.Stamp, now.ByName);
    }

    public void Dispose() => loading.Dispose();

    private async Task<DatasetSearchPage> SearchAsync(SearchSnapshot now, DatasetSearch search, IReadOnlyList<string> words)
    {
        var known = new Dictionary<(string Word, bool Published), FoundPlaces>();
        var found = await FindAsync(now, words, search.Audience, known);
        if (found is null || !search.Forgiving || Hits(now, found, search.Audience) is var hits && hits > SearchLimits.FewHits)
        {
            return Page(now, search, found, words);
        }

        var meant = await MeantAsync(now, words, search.Audience, known);
        if (await FindAsync(now, meant, search.Audience, known) is not { } better || Hits(now, better, search.Audience) <= hits)
        {
            return Page(now, search, found, words);
        }

        return hits > 0
            ? Page(now, search, found, words) with { Suggestion = Text(meant) }
            : Page(now, search, better, meant) with { Suggestion = Text(meant), Corrected = true };
    }

    private static DatasetSearchPage Page(SearchSnapshot now, DatasetSearch search, ScoredPlaces? found, IReadOnlyList<string> words)
    {
        using var pass = new SearchPass(now, search, found);
        return pass.Page(words);
    }

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
            var known = snapshot;
            var changes = await index.ChangesAsync(known.Stamp, known.Texts is not null, cancellation);
            if (changes.Stamp != known.Stamp)
            {
                changes.Entries.ToList().ForEach(numbers.Number);
                var gone = changes.Entries.Select(c => c.Number).ToHashSet();
                var texts = known.Texts?.With(changes.Texts);
                snapshot = new SearchSnapshot(
                    changes.Stamp, [.. known.Entries.Where(e => !gone.Contains(e.Number)), .. changes.Entries], numbers, texts?.Bytes > keptTextBytes ? null : texts);
            }

            return snapshot;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>The documents that contain all words, as far as they concern the audience; null where there are no words.</summary>
    /// <param name="now">The documents.</param>
    /// <param name="words">The words.</param>
    /// <param name="audience">Who searches.</param>
    /// <param name="known">Where this search has found words already.</param>
    private async Task<ScoredPlaces?> FindAsync(
        SearchSnapshot now, IReadOnlyList<string> words, SearchAudience audience, Dictionary<(string Word, bool Published), FoundPlaces> known)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var published = await FindAsync(now, words, published: true, known);
        return audience.IsPublic ? published : published.With(await FindAsync(now, words, published: false, known));
    }

    private async Task<ScoredPlaces> FindAsync(SearchSnapshot now, IReadOnlyList<string> words, bool published, Dictionary<(string Word, bool Published), FoundPlaces> known)
    {
        var found = new List<FoundPlaces>();
        foreach (var word in words)
        {
            if (!known.TryGetValue((word, published), out var places))
            {
                known[(word, published)] = places = await PlacesAsync(now, word, published);
            }

            found.Add(places);
        }

        return ScoredPlaces.Of(now, words, found);
    }

    /// <summary>Where a word is found. What one asks for is kept for all, so nobody's cancellation ends it.</summary>
    private Task<FoundPlaces> PlacesAsync(SearchSnapshot now, string word, bool published) => now.Words.PlacesAsync(word, published, async () =>
    {
        var found = now.Texts?.Find(word, published) ?? (await index.MatchAsync(word, published, CancellationToken.None))
            .GroupBy(m => m.Number).Select(g => FoundDocument.Of(g.Key, g.Select(m => m.Field))).ToList();
        return Places(now, found, published);
    });

    /// <summary>Where documents are, those left out that are gone or of the other kind.</summary>
    private static FoundPlaces Places(SearchSnapshot now, IReadOnlyList<FoundDocument> found, bool published)
    {
        var (places, fields, count) = (new int[found.Count], new byte[found.Count], 0);
        foreach (var document in found)
        {
            if (now.PlaceOf(document.Number) is >= 0 and var place && now.IsPublic(place) == published)
            {
                (places[count], fields[count]) = (place, document.Fields);
                count++;
            }
        }

        var ordered = count == places.Length ? new FoundPlaces(places, fields) : new FoundPlaces(places[..count], fields[..count]);
        if (!ordered.Ascend)
        {
            Array.Sort(ordered.Places, ordered.Fields);
        }

        return ordered;
    }

    /// <summary>How many of them the audience sees, counted as far as it matters whether they are few.</summary>
    private static int Hits(SearchSnapshot now, ScoredPlaces found, SearchAudience audience) => found.Places
        .Where(place => now.IsPublic(place) || audience.SeesAll || audience.Organizations.Contains(now.Entries[place].Found.Organization))
        .Take(SearchLimits.FewHits + 1)
        .Count();

    /// <summary>The words, those that are hardly found replaced by what they may have been meant for.</summary>
    private async Task<IReadOnlyList<string>> MeantAsync(
        SearchSnapshot now, IReadOnlyList<string> words, SearchAudience audience, Dictionary<(string Word, bool Published), FoundPlaces> known)
    {
        var meant = new List<string>();
        foreach (var word in words)
        {
            var rare = NearWord.Slips(word) > 0 && Hits(now, (await FindAsync(now, [word], audience, known))!, audience) <= SearchLimits.FewHits;
            meant.Add(rare ? await now.Words.MeantAsync(word, () => NearAsync(now, word)) ?? word : word);
        }

        return meant;
    }

    private async Task<string?> NearAsync(SearchSnapshot now, string word)
    {
        var nearest = new NearestLines(word);
        if (now.Texts is { } texts)
        {
            texts.LookAtNearest(nearest);
        }
        else
        {
            (await index.NearAsync(word, CancellationToken.None)).ToList().ForEach(nearest.Look);
        }

        return NearWord.Find(nearest);
    }

    /// <summary>Words as a text that is searched for, with sara am in the spelling that people type.</summary>
    private static string Text(IReadOnlyList<string> words) =>
        string.Join(' ', words.Select(w => w.Contains(' ', StringComparison.Ordinal) ? $"\"{w}\"" : w)).Replace("\u0E4D\u0E32", "\u0E33", StringComparison.Ordinal);
}
