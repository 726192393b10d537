using System.Numerics;

namespace OpenData.Store.Search;

/// <summary>For each three letters in a row the documents that have them: a list, or a bit for each document where that takes less room.</summary>
internal sealed class TrigramLists
{
    /// <summary>Letters of a trigram.</summary>
    public const int Length = 3;

    /// <summary>A list of so many documents takes as much room as a bit for each document.</summary>
    private const int BitsOfNumber = 32;

    private readonly int documents;
    private readonly int words;

    /// <summary>The trigrams there are, sorted; the arrays beside it are in the same order.</summary>
    private readonly int[] trigrams;

    /// <summary>How many documents have a trigram.</summary>
    private readonly int[] counts;

    /// <summary>Where a trigram's documents begin: in <see cref="lists"/>, or in <see cref="bits"/> where it is frequent.</summary>
    private readonly int[] begins;
    private readonly int[] lists;
    private readonly ulong[] bits;

    /// <param name="letters">All texts.</param>
    /// <param name="documents">How many documents there are.</param>
    /// <param name="place">The part of <paramref name="letters"/> that is a document's.</param>
    public TrigramLists(byte[] letters, int documents, Func<int, (int Start, int End)> place)
    {
        (this.documents, words) = (documents, (documents + 63) / 64);
        var passing = new TrigramPass(letters);
        var all = passing.Count(documents, place);
        trigrams = [.. all.Select(t => t.Trigram)];
        counts = [.. all.Select(t => t.Count)];
        begins = new int[trigrams.Length];
        var (listed, marked) = (0, 0);
        for (var i = 0; i < trigrams.Length; i++)
        {
            begins[i] = IsFrequent(i) ? marked : listed;
            (listed, marked) = IsFrequent(i) ? (listed, marked + words) : (listed + counts[i], marked);
        }

        (lists, bits) = (new int[listed], new ulong[marked]);
        var filled = new int[trigrams.Length];
        passing.Visit(documents, place, (number, document) => Add(number, document, filled));
    }

    /// <summary>The documents, in order, that have every trigram of a word; hardly one of them does not contain it.</summary>
    public IReadOnlyList<int> Containing(ReadOnlySpan<byte> word)
    {
        var places = new List<int>();
        for (var i = 0; i + Length <= word.Length; i++)
        {
            var place = Array.BinarySearch(trigrams, Of(word[i..]));
            if (place < 0)
            {
                return [];
            }

            places.Add(place);
        }

        places.Sort((a, b) => counts[a].CompareTo(counts[b]));
        return IsFrequent(places[0]) ? AllMarked(places) : Listed(places);
    }

    /// <summary>The documents that share the most trigrams with a word, at most so many; of those that share equally many the shortest first.</summary>
    public IEnumerable<int> Sharing(ReadOnlySpan<byte> word, int most, Func<int, int> length)
    {
        var shared = new byte[documents];
        var seen = new HashSet<int>();
        for (var i = 0; i + Length <= word.Length && seen.Count < byte.MaxValue; i++)
        {
            if (Array.BinarySearch(trigrams, Of(word[i..])) is var place and >= 0 && seen.Add(place))
            {
                CountOne(place, shared);
            }
        }

        var spread = new int[seen.Count + 1];
        foreach (var count in shared)
        {
            spread[count]++;
        }

        // The least that is shared by those that are given, of which there may be many.
        var (least, above) = (seen.Count, 0);
        while (least > 1 && above + spread[least] < most)
        {
            above += spread[least--];
        }

        var nearest = new List<int>(above + spread[least]);
        for (var document = 0; document < shared.Length; document++)
        {
            if (shared[document] > 0 && shared[document] >= least)
            {
                nearest.Add(document);
            }
        }

        return nearest.OrderByDescending(d => shared[d]).ThenBy(length).Take(most).ToList();
    }

    /// <summary>Three letters as one number, in their order.</summary>
    public static int Of(ReadOnlySpan<byte> letters) => (letters[0] << 16) | (letters[1] << 8) | letters[2];

    private bool IsFrequent(int place) => counts[place] > documents / BitsOfNumber;

    private void Add(int place, int document, int[] filled)
    {
        if (IsFrequent(place))
        {
            bits[begins[place] + (document >> 6)] |= 1UL << document;
        }
        else
        {
            lists[begins[place] + filled[place]++] = document;
        }
    }

    private bool Has(int place, int document) => IsFrequent(place)
        ? (bits[begins[place] + (document >> 6)] & (1UL << document)) != 0
        : Array.BinarySearch(lists, begins[place], counts[place], document) >= 0;

    private List<int> Listed(List<int> places)
    {
        var found = new List<int>();
        foreach (var document in lists.AsSpan(begins[places[0]], counts[places[0]]))
        {
            if (places.TrueForAll(p => Has(p, document)))
            {
                found.Add(document);
            }
        }

        return found;
    }

    private List<int> AllMarked(List<int> places)
    {
        var common = bits.AsSpan(begins[places[0]], words).ToArray();
        foreach (var place in places.Skip(1))
        {
            var other = bits.AsSpan(begins[place], words);
            for (var i = 0; i < common.Length; i++)
            {
                common[i] &= other[i];
            }
        }

        var found = new List<int>();
        for (var i = 0; i < common.Length; i++)
        {
            for (var rest = common[i]; rest != 0; rest &= rest - 1)
            {
                found.Add((i << 6) + BitOperations.TrailingZeroCount(rest));
            }
        }

        return found;
    }

    private void CountOne(int place, byte[] shared)
    {
        if (!IsFrequent(place))
        {
            foreach (var document in lists.AsSpan(begins[place], counts[place]))
            {
                shared[document]++;
            }

            return;
        }

        var marked = bits.AsSpan(begins[place], words);
        for (var i = 0; i < marked.Length; i++)
        {
            for (var rest = marked[i]; rest != 0; rest &= rest - 1)
            {
                shared[(i << 6) + BitOperations.TrailingZeroCount(rest)]++;
            }
        }
    }
}
