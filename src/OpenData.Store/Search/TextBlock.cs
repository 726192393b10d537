namespace OpenData.Store.Search;

/// <summary>Texts of documents in one block of memory, looked through for words; with lists of trigrams it looks only where a word may be. It never changes.</summary>
internal sealed class TextBlock
{
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
        lists = indexed ? new TrigramLists(letters, documents.Count, i => (starts[firsts[i]], starts[firsts[i + 1]])) : null;
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
        if (word.Length < TrigramLists.Length || lists is null)
        {
            return Scan(word);
        }

        var found = new List<FoundDocument>();
        foreach (var document in lists.Containing(word))
        {
            if (FieldsOf(document, word) is var bits and not 0)
            {
                found.Add(new FoundDocument(numbers[document], bits));
            }
        }

        return found;
    }

    /// <summary>The texts that share the most trigrams with a word, each of one document, the nearest first; of equally near ones the shortest.</summary>
    public IEnumerable<string> Nearest(ReadOnlySpan<byte> word, int most)
    {
        if (lists is null)
        {
            return Enumerable.Range(0, Count).Select(TextOf);
        }

        return lists.Sharing(word, most, document => starts[firsts[document + 1]] - starts[firsts[document]]).Select(TextOf);
    }

    private string TextOf(int document) => LetterBytes.Text(letters.AsSpan(starts[firsts[document]]..(starts[firsts[document] + 1] - 1)));

    private IReadOnlyList<(SearchField Field, ReadOnlyMemory<byte> Letters)> TextsOf(int document) =>
        [.. Enumerable.Range(firsts[document], firsts[document + 1] - firsts[document]).Select(t => ((SearchField)fields[t], new ReadOnlyMemory<byte>(letters, starts[t], starts[t + 1] - 1 - starts[t])))];

    private byte FieldsOf(int document, ReadOnlySpan<byte> word)
    {
        var bits = 0;
        for (var text = firsts[document]; text < firsts[document + 1]; text++)
        {
            if (letters.AsSpan(starts[text]..starts[text + 1]).IndexOf(word) >= 0)
            {
                bits |= 1 << fields[text];
            }
        }

        return (byte)bits;
    }

    /// <summary>Every text is looked at, all in one go.</summary>
    private List<FoundDocument> Scan(ReadOnlySpan<byte> word)
    {
        var found = new List<FoundDocument>();
        var document = 0;
        for (var at = 0; at < letters.Length;)
        {
            var next = letters.AsSpan(at).IndexOf(word);
            if (next < 0)
            {
                break;
            }

            var text = Array.BinarySearch(starts, at + next);
            text = text < 0 ? ~text - 1 : text;
            while (firsts[document + 1] <= text)
            {
                document++;
            }

            var bits = (byte)(1 << fields[text]);
            if (found.Count > 0 && found[^1].Number == numbers[document])
            {
                found[^1] = found[^1] with { Fields = (byte)(found[^1].Fields | bits) };
            }
            else
            {
                found.Add(new FoundDocument(numbers[document], bits));
            }

            at = starts[text + 1];
        }

        return found;
    }
}
