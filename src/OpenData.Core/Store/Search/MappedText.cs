using System.Globalization;
using System.Text;

namespace OpenData.Store.Search;

/// <summary>A text with its folded form, so that the places of words are found in the text as it is written.</summary>
public sealed class MappedText
{
    private readonly string folded;

    /// <summary>For each character of the folded text, where the letter begins that it comes from.</summary>
    private readonly int[] starts;

    public MappedText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        (folded, starts) = PlainText.Map(text) ?? Map(text);
    }

    /// <summary>The text as it is written.</summary>
    public string Text { get; }

    /// <summary>The text as it is compared, on one line.</summary>
    public string Folded => folded;

    /// <summary>The text as it is compared, on one line, and where the letter begins that each character comes from.</summary>
    internal (string Folded, IReadOnlyList<int> Starts) Mapping => (folded, starts);

    /// <summary>True where the folded text alone tells from where each character of it comes: then <see cref="FindStraight"/> needs nothing else.</summary>
    public bool IsStraight
    {
        get
        {
            var (place, start) = (0, 0);
            for (var i = 0; i < folded.Length; i++)
            {
                start = PlainText.Begins(folded, i) ? place : start;
                if (starts[i] != start)
                {
                    return false;
                }

                place += PlainText.IsWritten(folded[i]) ? 1 : 0;
            }

            return place == Text.Length;
        }
    }

    /// <summary>As <see cref="Find(string, IReadOnlyList{string})"/>, of the folded form of a text that is straight.</summary>
    public static IReadOnlyList<(int Start, int Length)> FindStraight(ReadOnlySpan<char> folded, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Find(folded, [], folded.Length, words);
    }

    /// <summary>Where words stand in a text: parts, in order, that do not touch each other. Letters with their marks are never parted.</summary>
    public static IReadOnlyList<(int Start, int Length)> Find(string text, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        return PlainText.Find(text, words) ?? new MappedText(text).Find(words);
    }

    /// <summary>Where words stand in it.</summary>
    public IReadOnlyList<(int Start, int Length)> Find(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Find(folded, starts, Text.Length, words);
    }

    /// <summary>Where words stand in a text that is folded, with the places that its characters come from; none of one that is straight.</summary>
    internal static IReadOnlyList<(int Start, int Length)> Find(ReadOnlySpan<char> folded, ReadOnlySpan<int> starts, int length, IReadOnlyList<string> words)
    {
        List<(int Start, int Length)>? parts = null;

        // By number: a list that is looked through as an interface is asked for an object each time, and a page of hits asks a hundred times.
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            for (int at = 0, found; word.Length > 0 && (found = folded[at..].IndexOf(word)) >= 0; at += found + 1)
            {
                var (first, last) = (at + found, at + found + word.Length - 1);
                var (start, end) = starts.IsEmpty ? PlainText.PlacesOf(folded, first, last) : (starts[first], EndOf(starts, starts[last], length));
                (parts ??= []).Add((start, end - start));
            }
        }

        Join(parts);
        return parts ?? [];
    }

    /// <summary>As <see cref="PlainText.Map"/>, for any letters.</summary>
    internal static (string Folded, int[] Starts) Map(string text)
    {
        var written = new StringBuilder();
        var places = new List<int>();
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            var letter = FoldedText.Fold(letters.GetTextElement());
            letter = string.IsNullOrWhiteSpace(letter) ? " " : letter;
            if (letter != " " || (written.Length > 0 && written[^1] != ' '))
            {
                written.Append(letter);
                places.AddRange(Enumerable.Repeat(letters.ElementIndex, letter.Length));
            }
        }

        return (written.ToString(), [.. places]);
    }

    /// <summary>The place where the letter that begins at <paramref name="start"/> ends.</summary>
    private static int EndOf(ReadOnlySpan<int> starts, int start, int length)
    {
        var next = starts.BinarySearch(start + 1);
        next = next < 0 ? ~next : next;
        return next < starts.Length ? starts[next] : length;
    }

    /// <summary>Puts parts in order, those that touch each other as one.</summary>
    private static void Join(List<(int Start, int Length)>? parts)
    {
        if (parts is null or [_])
        {
            return;
        }

        parts.Sort(static (x, y) => x.Start.CompareTo(y.Start));
        var last = 0;
        for (var i = 1; i < parts.Count; i++)
        {
            var ((start, length), (next, ofNext)) = (parts[last], parts[i]);
            if (next <= start + length)
            {
                parts[last] = (start, Math.Max(length, next + ofNext - start));
            }
            else
            {
                parts[++last] = parts[i];
            }
        }

        parts.RemoveRange(last + 1, parts.Count - last - 1);
    }
}
