namespace OpenData.Store.Search;

/// <summary>
/// The texts of all documents in memory, so that a word is found without the engine. What has changed since the lists of trigrams were made lies
/// beside them, and they are made anew when that is much. It never changes: <see cref="With"/> gives another.
/// </summary>
internal sealed class KeptTexts
{
    private readonly TextBlock[] indexed;
    private readonly TextBlock[] recent;

    /// <summary>Numbers of the documents that have changed since the lists were made, with what they are now.</summary>
    private readonly Dictionary<int, DocumentTexts> changed;

    private readonly Lazy<TextBlock> lines;
    private readonly Lazy<TextBlock> recentLines;

    private KeptTexts(TextBlock[] indexed, Dictionary<int, DocumentTexts> changed)
    {
        (this.indexed, this.changed) = (indexed, changed);
        recent = [Block(changed.Values, false), Block(changed.Values, true)];
        lines = new(() => NearLines.Of(indexed[1]));
        recentLines = new(() => NearLines.Of(recent[1]));
    }

    private KeptTexts(KeptTexts before, Dictionary<int, DocumentTexts> changed)
        : this(before.indexed, changed) => lines = before.lines;

    /// <summary>No texts.</summary>
    public static KeptTexts None { get; } = new([new([], true), new([], true)], []);

    /// <summary>Bytes of letters.</summary>
    public long Bytes => indexed.Sum(b => b.Bytes) + recent.Sum(b => b.Bytes);

    /// <summary>These texts, with documents as they are now.</summary>
    public KeptTexts With(IReadOnlyList<DocumentTexts> documents)
    {
        var since = new Dictionary<int, DocumentTexts>(changed);
        foreach (var document in documents)
        {
            since[document.Number] = document;
        }

        if (since.Count <= StoreLimits.RecentTexts)
        {
            return new KeptTexts(this, since);
        }

        TextBlock[] made = [Indexed(false, since), Indexed(true, since)];
        return new KeptTexts(made, []);
    }

    /// <summary>The documents that contain a word, each once.</summary>
    /// <param name="word">The word, folded.</param>
    /// <param name="published">Whether what everybody sees is looked through, or the rest.</param>
    public IReadOnlyList<FoundDocument> Find(string word, bool published)
    {
        var letters = LetterBytes.Of(word);
        var kind = published ? 1 : 0;
        var found = indexed[kind].Find(letters);
        return changed.Count == 0 ? found : [.. found.Where(f => !changed.ContainsKey(f.Number)), .. recent[kind].Find(letters)];
    }

    /// <summary>Looks at the lines of published titles, tags, organizations and columns that share the most with a mistyped word.</summary>
    public void LookAtNearest(NearestLines nearest)
    {
        lines.Value.LookAtNearest(nearest);
        recentLines.Value.LookAtNearest(nearest);
    }

    private TextBlock Indexed(bool published, Dictionary<int, DocumentTexts> since) => new(
        [.. indexed[published ? 1 : 0].Documents(published).Where(d => !since.ContainsKey(d.Number)), .. since.Values.Where(d => d.IsPublic == published)], indexed: true);

    private static TextBlock Block(IEnumerable<DocumentTexts> documents, bool published) => new([.. documents.Where(d => d.IsPublic == published)], indexed: false);
}

/// <summary>The lines in which mistyped words are looked for, each once: thousands of datasets have the same tags and columns.</summary>
internal sealed class NearLines : IEqualityComparer<ReadOnlyMemory<byte>>
{
    /// <summary>The lines of texts, those of descriptions left out, the shortest first; indexed where the texts are many.</summary>
    public static TextBlock Of(TextBlock texts)
    {
        var lines = new HashSet<ReadOnlyMemory<byte>>(new NearLines());
        foreach (var (field, letters) in texts.Documents(published: true).SelectMany(d => d.Texts))
        {
            for (var rest = letters; field != SearchField.Notes && rest.Length > 0;)
            {
                var end = rest.Span.IndexOf(LetterBytes.LineEnd);
                lines.Add(end < 0 ? rest : rest[..end]);
                rest = end < 0 ? default : rest[(end + 1)..];
            }
        }

        return new TextBlock([.. lines.OrderBy(l => l.Length).Select((line, i) => new DocumentTexts(i, true, [(SearchField.Title, line)]))], texts.Count > StoreLimits.RecentTexts);
    }

    public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

    public int GetHashCode(ReadOnlyMemory<byte> obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj.Span);
        return hash.ToHashCode();
    }
}
