using System.Numerics;

namespace OpenData.Store.Search;

/// <summary>For each three letters in a row the texts that have them: a list, or a bit for each text where that takes less room.</summary>
internal sealed class TrigramLists
{
    /// <summary>Letters of a trigram.</summary>
    public const int Length = 3;

    /// <summary>A list of so many texts takes as much room as a bit for each text.</summary>
    private const int BitsOfNumber = 32;

    /// <summary>Trigrams that one slip takes from a word at most: two letters swapped are in four.</summary>
    private const int LostBySlip = 4;

    /// <summary>The same where a letter may take five bytes.</summary>
    private const int LostByOddSlip = 12;

    /// <summary>Trigrams of a word that are looked up: so many of the rarest leave hardly a text that does not contain it.</summary>
    private const int RarestLooked = 8;

    private readonly int texts;
    private readonly int words;

    /// <summary>The trigrams there are, sorted; the arrays beside it are in the same order.</summary>
    private readonly int[] trigrams;

    /// <summary>How many texts have a trigram.</summary>
    private readonly int[] counts;

    /// <summary>Where a trigram's texts begin: in <see cref="lists"/>, or in <see cref="bits"/> where it is frequent.</summary>
    private readonly int[] begins;
    private readonly int[] lists;
    private readonly ulong[] bits;

    /// <param name="letters">All texts.</param>
    /// <param name="texts">How many texts there are.</param>
    /// <param name="place">The part of <paramref name="letters"/> that is a text's.</param>
    public TrigramLists(byte[] letters, int texts, Func<int, (int Start, int End)> place)
    {
        (this.texts, words) = (texts, (texts + 63) / 64);
        var passing = new TrigramPass(letters);
        var all = passing.Count(texts, place);
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
        passing.Visit(texts, place, (number, text) => Add(number, text, filled));
    }

    /// <summary>The texts, in order, that have the rarest trigrams of a word; hardly one of them does not contain it.</summary>
    /// <param name="word">The word.</param>
    /// <param name="found">Where they are put; it must have room for all texts.</param>
    /// <returns>How many there are.</returns>
    public int Containing(ReadOnlySpan<byte> word, Span<int> found)
    {
        var places = new int[word.Length - Length + 1];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Array.BinarySearch(trigrams, Of(word[i..]));
            if (places[i] < 0)
            {
                return 0;
            }
        }

        Array.Sort(places, (a, b) => counts[a].CompareTo(counts[b]));
        var rarest = places.AsSpan(0, Math.Min(places.Length, RarestLooked));
        return IsFrequent(rarest[0]) ? AllMarked(rarest, found) : Listed(rarest, found);
    }

    /// <summary>The texts that share the most trigrams with a word; those that share equally many in their order.</summary>
    /// <param name="word">The word.</param>
    /// <param name="found">Where they are put, each with the fewest slips that can have lost the trigrams it does not share: as many as there is room for.</param>
    /// <returns>How many there are.</returns>
    public int Sharing(ReadOnlySpan<byte> word, Span<(int Text, int Slips)> found)
    {
        var different = new HashSet<int>();
        for (var i = 0; i + Length <= word.Length && different.Count < byte.MaxValue; i++)
        {
            different.Add(Of(word[i..]));
        }

        using var shared = new BitCounters(words, different.Count);
        foreach (var place in different.Select(t => Array.BinarySearch(trigrams, t)).Where(p => p >= 0))
        {
            Count(place, shared);
        }

        var lost = LetterBytes.ArePlain(word) ? LostBySlip : LostByOddSlip;
        var count = 0;
        for (var share = different.Count; share > 0 && count < found.Length; share--)
        {
            for (var i = 0; i < words && count < found.Length; i++)
            {
                for (var rest = shared.Having(share, i); rest != 0 && count < found.Length; rest &= rest - 1)
                {
                    found[count++] = ((i << 6) + BitOperations.TrailingZeroCount(rest), (different.Count - share + lost - 1) / lost);
                }
            }
        }

        return count;
    }

    /// <summary>Three letters as one number, in their order.</summary>
    public static int Of(ReadOnlySpan<byte> letters) => (letters[0] << 16) | (letters[1] << 8) | letters[2];

    private bool IsFrequent(int place) => counts[place] > texts / BitsOfNumber;

    private void Add(int place, int text, int[] filled)
    {
        if (IsFrequent(place))
        {
            bits[begins[place] + (text >> 6)] |= 1UL << text;
        }
        else
        {
            lists[begins[place] + filled[place]++] = text;
        }
    }

    private int Listed(ReadOnlySpan<int> places, Span<int> found)
    {
        var count = counts[places[0]];
        lists.AsSpan(begins[places[0]], count).CopyTo(found);
        foreach (var place in places[1..])
        {
            count = IsFrequent(place) ? Marked(place, found[..count]) : Common(lists.AsSpan(begins[place], counts[place]), found[..count]);
        }

        return count;
    }

    /// <summary>Leaves those of some texts that a frequent trigram has.</summary>
    /// <returns>How many they are.</returns>
    private int Marked(int place, Span<int> found)
    {
        var marked = bits.AsSpan(begins[place], words);
        var count = 0;
        foreach (var text in found)
        {
            found[count] = text;
            count += (int)(marked[text >> 6] >> text & 1);
        }

        return count;
    }

    /// <summary>Leaves those of some texts that are in a list, too.</summary>
    /// <returns>How many they are.</returns>
    private static int Common(ReadOnlySpan<int> list, Span<int> found)
    {
        var (at, count) = (0, 0);
        foreach (var text in found)
        {
            at = Ascending.From(list, at, text);
            if (at == list.Length)
            {
                break;
            }

            found[count] = text;
            count += list[at] == text ? 1 : 0;
        }

        return count;
    }

    private int AllMarked(ReadOnlySpan<int> places, Span<int> found)
    {
        var count = 0;
        for (var i = 0; i < words; i++)
        {
            var common = ulong.MaxValue;
            foreach (var place in places)
            {
                common &= bits[begins[place] + i];
            }

            for (; common != 0; common &= common - 1)
            {
                found[count++] = (i << 6) + BitOperations.TrailingZeroCount(common);
            }
        }

        return count;
    }

    private void Count(int place, BitCounters shared)
    {
        if (IsFrequent(place))
        {
            shared.Add(bits.AsSpan(begins[place], words));
        }
        else
        {
            shared.Add(lists.AsSpan(begins[place], counts[place]));
        }
    }
}
