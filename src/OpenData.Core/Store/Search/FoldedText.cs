using System.Globalization;
using System.Text;
using OpenData.Schemas.Values;

namespace OpenData.Store.Search;

/// <summary>
/// Texts as searches compare them: without case, every letter in one spelling, Thai digits as Arabic ones, any white space one space.
/// </summary>
public static class FoldedText
{
    /// <summary>
    /// Compatibility forms are made one (NFKC), which takes sara am (ำ) apart into nikhahit and sara aa. A tone mark stands before that
    /// nikhahit or, in text taken from PDF files, behind it: it is moved before.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // Half a surrogate pair has no normal form: through UTF-8 it becomes the replacement character.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', ' ');
        var folded = new StringBuilder(ThaiDigits.ToArabic(whole.Normalize(NormalizationForm.FormKC).ToLowerInvariant()));
        for (var tone = '\u0E48'; tone <= '\u0E4B'; tone++)
        {
            folded.Replace($"\u0E4D{tone}", $"{tone}\u0E4D");
        }

        return folded.ToString();
    }

    /// <summary>The text folded and on one line: runs of white space are one space, none at the ends.</summary>
    public static string Line(string? text) =>
        string.Join(' ', Fold(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of a search, each once and folded: what white space separates, and what stands in double quotes as one.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var words = new List<string>();
        var parts = (text ?? "").Replace('“', '"').Replace('”', '"').Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            // Every second part stands between quotes; a quote that is never closed is none.
            var phrase = i % 2 == 1 && i < parts.Length - 1;
            var line = Line(parts[i]);
            words.AddRange(phrase && line.Length > 0 ? [line] : line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return [.. words.Distinct(StringComparer.Ordinal).Take(SearchLimits.Words)];
    }

    /// <summary>Where words stand in a text: parts of it, in order, that do not touch each other. Letters with their marks are never parted.</summary>
    public static IReadOnlyList<(int Start, int Length)> Find(string text, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (folded, starts) = Map(text);
        var marked = new bool[text.Length];
        foreach (var word in words.Where(w => w.Length > 0))
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                Array.Fill(marked, true, starts[at], EndOf(starts[at + word.Length - 1], starts, text.Length) - starts[at]);
            }
        }

        return Runs(marked);
    }

    /// <summary>The text folded letter by letter, and for each character of that the place of the letter it comes from.</summary>
    private static (string Folded, List<int> Starts) Map(string text)
    {
        var folded = new StringBuilder();
        var starts = new List<int>();
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            var letter = Fold(letters.GetTextElement());
            letter = string.IsNullOrWhiteSpace(letter) ? " " : letter;
            if (letter == " " && (folded.Length == 0 || folded[^1] == ' '))
            {
                continue;
            }

            folded.Append(letter);
            starts.AddRange(Enumerable.Repeat(letters.ElementIndex, letter.Length));
        }

        return (folded.ToString(), starts);
    }

    /// <summary>The place where the letter that begins at <paramref name="start"/> ends.</summary>
    private static int EndOf(int start, List<int> starts, int end)
    {
        var next = starts.BinarySearch(start + 1);
        next = next < 0 ? ~next : next;
        return next < starts.Count ? starts[next] : end;
    }

    private static List<(int Start, int Length)> Runs(bool[] marked)
    {
        var runs = new List<(int, int)>();
        for (var i = 0; i < marked.Length; i++)
        {
            var start = i;
            while (i < marked.Length && marked[i])
            {
                i++;
            }

            if (i > start)
            {
                runs.Add((start, i - start));
            }
        }

        return runs;
    }
}
