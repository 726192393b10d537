using System.Buffers;

namespace OpenData.Store.Search;

/// <summary>Texts of documents in one block of memory, looked through for words; with lists of trigrams it looks only where a word may be. It never changes.</summary>
internal sealed class TextBlock
{
    /// <summary>Bytes of a text that are fetched ahead: as far as most words stand in it.</summary>
    private const int FetchedBytes = 512;

    private readonly byte[] letters;
    private readonly int[] numbers;

    /// <summary>For each document its first text, and the end of all.</summary>
    private readonly int[] firsts;

    /// <summary>For each text where it begins, and the end of all; a line end stands behind each.</summary>
    private readonly int[] starts;
    private readonly byte[] fields;
    private readonly TrigramLists? lists;

    /// <param name="documents">The documents.</param>
    /// <param name="indexed">True where lists of trigrams are made: they cost some twenty milliseconds for a thousand documents.</param>
    public TextBlock(IReadOnlyList<DocumentTexts> documents, bool indexed)
    {
        letters = new byte[documents.Sum(d => d.Bytes)];
        numbers = [.. documents.Select(d => d.Number)];
        firsts = new int[documents.Count + 1];
        starts = new int[documents.Sum(d => d.Texts.Count) + 1];
        fields = new byte[starts.Length - 1];
        var (text, at) = (0, 0);
        for (var i = 0; i < documents.Count; i++)
        {
            firsts[i] = text;
            foreach (var (field, part) in documents[i].Texts)
            {
                (starts[text], fields[text]) = (at, (byte)field);
                part.Span.CopyTo(letters.AsSpan(at));
                at += part.Length + 1;
                letters[at - 1] = LetterBytes.LineEnd;
                text++;
            }
        }

        (firsts[^1], starts[^1]) = (text, at);
        lists = indexed ? new TrigramLists(letters, fields.Length, i => (starts[i], starts[i + 1])) : null;
    }

    /// <summary>How many documents there are.</summary>
    public int Count => numbers.Length;

    /// <summary>Bytes of letters.</summary>
    public long Bytes => letters.Length;

    /// <summary>The documents as they came.</summary>
    public IEnumerable<DocumentTexts> Documents(bool published) => Enumerable.Range(0, Count).Select(i => new DocumentTexts(numbers[i], published, TextsOf(i)));

    /// <summary>The documents that contain a word, in the order in which they came.</summary>
    public IReadOnlyList<FoundDocument> Find(ReadOnlySpan<byte> word)
    {
        var rented = ArrayPool<int>.Shared.Rent(fields.Length);
        var isScanned = word.Length < TrigramLists.Length || lists is null;
        var texts = rented.AsSpan(0, isScanned ? Scan(word, rented) : lists!.Containing(word, rented));
        var found = new List<FoundDocument>(Math.Min(texts.Length, Count));
        var (document, bits) = (0, 0);
        for (var i = 0; i < Math.Min(Ahead.Steps, texts.Length); i++)
        {
            Fetch(texts[i]);
        }

        for (var i = 0; i < texts.Length; i++)
        {
            if (i + Ahead.Steps < texts.Length)
            {
                Fetch(texts[i + Ahead.Steps]);
            }

            var text = texts[i];
            if (firsts[document + 1] <= text)
            {
                Add(found, document, bits);
                bits = 0;
                document = DocumentOf(text, document);
            }

            bits |= BitsOf(text, word, isScanned || word.Length == TrigramLists.Length);
        }

        Add(found, document, bits);
        ArrayPool<int>.Shared.Return(rented);
        return found;
    }

    /// <summary>Looks at the texts, each of one line, that share the most trigrams with a mistyped word, until one further on cannot be nearer; without lists at all.</summary>
    public void LookAtNearest(NearestLines nearest)
    {
        if (lists is null)
        {
            for (var text = 0; text < fields.Length; text++)
            {
                nearest.Look(LettersOf(text).Span);
            }

            return;
        }

        Span<(int Text, int Slips)> sharing = stackalloc (int, int)[StoreLimits.NearTexts];
        sharing = sharing[..lists.Sharing(LetterBytes.Of(nearest.Word), sharing)];
        for (var i = 0; i < sharing.Length && !nearest.HaveEnough(sharing[i].Slips); i++)
        {
            if (i + Ahead.Steps < sharing.Length)
            {
                Fetch(sharing[i + Ahead.Steps].Text);
            }

            nearest.Look(LettersOf(sharing[i].Text).Span);
        }
    }

    /// <summary>The letters of a text, without the line end behind them.</summary>
    private ReadOnlyMemory<byte> LettersOf(int text) => new(letters, starts[text], starts[text + 1] - 1 - starts[text]);

    private IReadOnlyList<(SearchField Field, ReadOnlyMemory<byte> Letters)> TextsOf(int document) =>
        [.. Enumerable.Range(firsts[document], firsts[document + 1] - firsts[document]).Select(t => ((SearchField)fields[t], LettersOf(t)))];

    private void Fetch(int text) => Ahead.Fetch(LettersOf(text).Span, FetchedBytes);

    private void Add(List<FoundDocument> found, int document, int bits)
    {
        if (bits != 0)
        {
            found.Add(new FoundDocument(numbers[document], (byte)bits));
        }
    }

    /// <summary>The document of a text, which is not before another one.</summary>
    private int DocumentOf(int text, int document)
    {
        while (firsts[document + 1] <= text)
        {
            document++;
        }

        return document;
    }

    /// <summary>The bits of a text that contains a word; 0 of one that does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="word">The word.</param>
    /// <param name="isSure">True where it is known to contain the word.</param>
    private int BitsOf(int text, ReadOnlySpan<byte> word, bool isSure)
    {
        var all = letters.AsSpan(starts[text], starts[text + 1] - starts[text]);
        return !isSure && all.IndexOf(word) < 0 ? 0 : fields[text] == (byte)SearchField.Title ? FoundDocument.Title | BitsOfTitles(all, word) : 1 << fields[text];
    }

    /// <summary>Whether a title begins with a word, or is just the word; titles are lines of one text.</summary>
    private static int BitsOfTitles(ReadOnlySpan<byte> titles, ReadOnlySpan<byte> word)
    {
        var bits = 0;
        while (titles.Length > 0)
        {
            var end = titles.IndexOf(LetterBytes.LineEnd);
            if (titles.StartsWith(word))
            {
                bits |= FoundDocument.Begins | (end == word.Length ? FoundDocument.Whole : 0);
            }

            titles = titles[(end + 1)..];
        }

        return bits;
    }

    /// <summary>The texts that contain a word, in order: all are looked through in one go.</summary>
    private int Scan(ReadOnlySpan<byte> word, Span<int> found)
    {
        var count = 0;
        for (int at = 0, next; (next = letters.AsSpan(at).IndexOf(word)) >= 0;)
        {
            var text = Array.BinarySearch(starts, at + next);
            text = text < 0 ? ~text - 1 : text;
            found[count++] = text;
            at = starts[text + 1];
        }

        return count;
    }
}
