using System.Buffers;

namespace OpenData.Store.Search;

/// <summary>Folds texts of ASCII, Thai and typeset punctuation as <see cref="FoldedText"/> does, letter by letter: most texts are nothing else, and whole pages of them are folded for each search.</summary>
internal static class PlainText
{
    private const char Nikhahit = '\u0E4D';
    private const char SaraAa = '\u0E32';
    private const char SaraAm = '\u0E33';
    private const char End = '\u0E5C';

    /// <summary>A folded letter has two at most.</summary>
    private const int MostLetters = 2;

    /// <summary>What each letter is folded to; NUL for those of which more is to be known.</summary>
    private static readonly char[] Folded = [.. Enumerable.Range(0, End).Select(c => IsPlain((char)c) ? FoldedOf((char)c) : '\0')];

    /// <summary>True of what belongs to the letter before it: vowels above and below, tone marks and signs, and sara am.</summary>
    private static readonly bool[] Marks = [.. Enumerable.Range(0, End).Select(c => (char)c is '\u0E31' or (>= SaraAm and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E'))];

    /// <summary>Where words stand in a text; null where it has letters of other scripts, or marks in an order that is not the usual one.</summary>
    public static IReadOnlyList<(int Start, int Length)>? Find(string text, IReadOnlyList<string> words)
    {
        var folded = ArrayPool<char>.Shared.Rent(text.Length * MostLetters);
        var starts = ArrayPool<int>.Shared.Rent(text.Length * MostLetters);
        try
        {
            return Fold(text, folded, starts) is >= 0 and var length ? MappedText.Find(folded.AsSpan(0, length), starts.AsSpan(0, length), text.Length, words) : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(folded);
            ArrayPool<int>.Shared.Return(starts);
        }
    }

    /// <summary>The text folded, with the place where the letter begins that each character comes from; null as above.</summary>
    public static (string Folded, int[] Starts)? Map(string text)
    {
        var (folded, starts) = (new char[text.Length * MostLetters], new int[text.Length * MostLetters]);
        return Fold(text, folded, starts) is >= 0 and var length ? (new string(folded, 0, length), starts[..length]) : null;
    }

    /// <summary>True where a letter begins at a place of a folded text.</summary>
    public static bool Begins(ReadOnlySpan<char> folded, int at) => at == 0 || !(IsMark(folded[at]) || (folded[at] == SaraAa && folded[at - 1] == Nikhahit));

    /// <summary>True of a folded character that is one in the text as it is written, too: sara am is one, and two when it is folded.</summary>
    public static bool IsWritten(char letter) => letter != Nikhahit;

    /// <summary>Where letters stand in a text that is straight.</summary>
    /// <param name="folded">Its folded form.</param>
    /// <param name="first">A character of the first letter there.</param>
    /// <param name="last">A character of the last one.</param>
    public static (int Start, int End) PlacesOf(ReadOnlySpan<char> folded, int first, int last)
    {
        while (!Begins(folded, first))
        {
            first--;
        }

        var end = last + 1;
        while (end < folded.Length && !Begins(folded, end))
        {
            end++;
        }

        var start = first - folded[..first].Count(Nikhahit);
        return (start, start + end - first - folded[first..end].Count(Nikhahit));
    }

    private static int Fold(string text, Span<char> folded, Span<int> starts)
    {
        var (length, start) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            var becomes = letter < End ? Folded[letter] : IsPunctuation(letter) ? letter : '\0';
            var isMark = IsMark(letter);
            if (becomes == '\0' || (isMark && at > 0 && IsUnusual(text[at - 1], letter)))
            {
                return -1;
            }

            start = isMark ? start : at;
            if (becomes == ' ' && (length == 0 || folded[length - 1] == ' '))
            {
                continue;
            }

            if (letter == SaraAm)
            {
                (folded[length], starts[length]) = (Nikhahit, start);
                length++;
            }

            (folded[length], starts[length]) = (becomes, start);
            length++;
        }

        return length;
    }

    private static bool IsMark(char letter) => letter < End && Marks[letter];

    private static char FoldedOf(char letter) => letter switch
    {
        '\n' => ' ',
        >= 'A' and <= 'Z' => (char)(letter | 0x20),
        >= '\u0E50' and <= '\u0E59' => (char)('0' + letter - '\u0E50'),
        SaraAm => SaraAa,
        _ => letter,
    };

    private static bool IsPlain(char letter) => letter is '\n' or (>= ' ' and <= '~') or (>= '\u0E01' and <= '\u0E3A') or (>= '\u0E3F' and <= '\u0E5B' and not Nikhahit);

    /// <summary>Dashes, quotation marks and the bullet of typeset texts, which have no other spelling.</summary>
    private static bool IsPunctuation(char letter) => letter is '–' or '—' or '‘' or '’' or '“' or '”' or '•';

    /// <summary>True of marks that a normal form puts in another order, and of one that stands on white space.</summary>
    private static bool IsUnusual(char before, char letter) =>
        (letter is '\u0E38' or '\u0E39' or '\u0E3A' && before is (>= '\u0E48' and <= '\u0E4B') or '\u0E38' or '\u0E39' or '\u0E3A') || before is ' ' or '\n';
}
