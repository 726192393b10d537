using System.Buffers;

namespace OpenData.Store.Search;

/// <summary>Folds texts of ASCII and Thai as <see cref="FoldedText"/> does, letter by letter: most texts are nothing else, and whole pages of them are folded for each search.</summary>
internal static class PlainText
{
    private const char Nikhahit = '\u0E4D';
    private const char SaraAm = '\u0E33';

    /// <summary>A folded letter has two at most.</summary>
    private const int MostLetters = 2;

    /// <summary>Whether a text contains one of the words; null where it has letters of other scripts, or marks in an order that is not the usual one.</summary>
    public static bool? Contains(string text, IReadOnlyList<string> words)
    {
        var folded = ArrayPool<char>.Shared.Rent(text.Length * MostLetters);
        try
        {
            if (Fold(text, folded, []) is not (>= 0 and var length))
            {
                return null;
            }

            foreach (var word in words)
            {
                if (folded.AsSpan(0, length).IndexOf(word, StringComparison.Ordinal) >= 0)
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(folded);
        }
    }

    /// <summary>The text folded, with the place where the letter begins that each character comes from; null as above.</summary>
    public static (string Folded, int[] Starts)? Map(string text)
    {
        var (folded, starts) = (new char[text.Length * MostLetters], new int[text.Length * MostLetters]);
        return Fold(text, folded, starts) is >= 0 and var length ? (new string(folded, 0, length), starts[..length]) : null;
    }

    private static int Fold(string text, Span<char> folded, Span<int> starts)
    {
        var (length, start) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (!IsPlain(letter) || (at > 0 && IsUnusual(text[at - 1], letter)))
            {
                return -1;
            }

            start = IsMark(letter) ? start : at;
            if (letter is ' ' or '\n' && (length == 0 || folded[length - 1] == ' '))
            {
                continue;
            }

            if (letter == SaraAm)
            {
                Put(Nikhahit, folded, starts, length++, start);
            }

            Put(Folded(letter), folded, starts, length++, start);
        }

        return length;
    }

    private static void Put(char letter, Span<char> folded, Span<int> starts, int at, int start)
    {
        folded[at] = letter;
        if (starts.Length > 0)
        {
            starts[at] = start;
        }
    }

    private static char Folded(char letter) => letter switch
    {
        '\n' => ' ',
        >= 'A' and <= 'Z' => (char)(letter | 0x20),
        >= '\u0E50' and <= '\u0E59' => (char)('0' + letter - '\u0E50'),
        SaraAm => '\u0E32',
        _ => letter,
    };

    private static bool IsPlain(char letter) => letter is '\n' or (>= ' ' and <= '~') or (>= '\u0E01' and <= '\u0E3A') or (>= '\u0E3F' and <= '\u0E5B' and not Nikhahit);

    /// <summary>True of what belongs to the letter before it: vowels above and below, tone marks and signs, and sara am.</summary>
    private static bool IsMark(char letter) => letter is '\u0E31' or (>= SaraAm and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');

    /// <summary>True of marks that a normal form puts in another order, and of one on which a mark stands that has no letter.</summary>
    private static bool IsUnusual(char before, char letter) =>
        (letter is '\u0E38' or '\u0E39' or '\u0E3A' && before is (>= '\u0E48' and <= '\u0E4B') or '\u0E38' or '\u0E39' or '\u0E3A') || (IsMark(letter) && before is ' ' or '\n');
}
