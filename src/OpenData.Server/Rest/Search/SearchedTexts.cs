using System.Globalization;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store.Search;

namespace OpenData.Server.Rest.Search;

/// <summary>A hit shown in its text: a piece of HTML, everything escaped but the marks around the words.</summary>
/// <param name="Where">The part of the dataset: <c>title</c>, <c>notes</c>, <c>tags</c> or <c>columns</c>.</param>
/// <param name="Language">The language of a text that there is in two, or null.</param>
/// <param name="Html">The text, or the piece of it around the first word, with <c>&lt;mark&gt;</c>.</param>
internal sealed record Highlight(string Where, string? Language, string Html);

/// <summary>The texts of a dataset in which hits are shown, ready to be looked through: folded, one behind the other, so that only those with a hit are read as they are written.</summary>
internal sealed class SearchedTexts
{
    /// <summary>Columns named for one hit at most.</summary>
    private const int Columns = 3;

    private readonly List<(string Where, string? Language, string Text)> texts = [];

    /// <summary>For each text whether its folded form tells where words stand in it.</summary>
    private readonly bool[] straight;

    /// <summary>All texts folded, each with a line end behind it, which no word contains.</summary>
    private readonly string folded;

    /// <summary>Where the line end behind each of them stands.</summary>
    private readonly int[] ends;

    public SearchedTexts(Dataset dataset)
    {
        Add("title", dataset.Form.Title);
        Add("notes", dataset.Form.Notes);
        texts.AddRange(dataset.Form.Tags.Select(t => ("tags", (string?)null, t)));
        texts.AddRange(dataset.Resources.SelectMany(r => Catalog.DictionaryOf(r)?.Columns ?? []).Select(Column).Distinct(StringComparer.Ordinal).Select(c => ("columns", (string?)null, c)));
        var lines = texts.ConvertAll(t => new MappedText(t.Text));
        straight = [.. lines.Select(l => l.IsStraight)];
        folded = string.Concat(lines.Select(l => l.Folded + '\n'));
        ends = new int[lines.Count];
        for (var (i, end) = (0, 0); i < ends.Length; i++)
        {
            end += lines[i].Folded.Length + 1;
            ends[i] = end - 1;
        }
    }

    /// <summary>About how much room they take.</summary>
    public long Bytes => texts.Sum(t => 44L + (2 * t.Text.Length)) + (2 * folded.Length);

    /// <summary>Where the words are found, part by part.</summary>
    public IReadOnlyList<Highlight> Find(IReadOnlyList<string> words)
    {
        var found = new List<Highlight>();
        var has = Containing(words);
        var columns = 0;
        for (var i = 0; i < has.Length; i++)
        {
            var (where, language, text) = texts[i];
            if (has[i] && (where != "columns" || columns++ < Columns))
            {
                found.Add(new Highlight(where, language, Html(text, Places(i, words), where == "notes")));
            }
        }

        return found;
    }

    private IReadOnlyList<(int Start, int Length)> Places(int text, IReadOnlyList<string> words)
    {
        var start = text == 0 ? 0 : ends[text - 1] + 1;
        return straight[text] ? MappedText.FindStraight(folded.AsSpan(start, ends[text] - start), words) : MappedText.Find(texts[text].Text, words);
    }

    /// <summary>For each text whether it contains one of the words.</summary>
    private bool[] Containing(IReadOnlyList<string> words)
    {
        var has = new bool[ends.Length];
        for (var word = 0; word < words.Count; word++)
        {
            for (int at = 0, next; words[word].Length > 0 && (next = folded.AsSpan(at).IndexOf(words[word])) >= 0;)
            {
                // No word begins at a line end, so the search gives the first one behind it.
                var text = ~Array.BinarySearch(ends, at + next);
                has[text] = true;
                at = ends[text] + 1;
            }
        }

        return has;
    }

    private void Add(string where, LocalText text)
    {
        foreach (var (language, written) in ((string, string?)[])[("th", text.Th), ("en", text.En)])
        {
            if (!string.IsNullOrEmpty(written) && (language == "th" || written != text.Th))
            {
                texts.Add((where, language, written));
            }
        }
    }

    private static string Column(DictionaryColumn column) =>
        string.Join(" – ", new[] { column.Name, column.Header, column.Label.Th, column.Label.En }.Where(t => !string.IsNullOrEmpty(t)).Distinct(StringComparer.Ordinal));

    /// <summary>The text with its marks; of a long description the piece around the first one.</summary>
    private static string Html(string text, IReadOnlyList<(int Start, int Length)> places, bool cut)
    {
        var (from, to) = cut ? Piece(text, places[0]) : (0, text.Length);
        using var html = new MarkedHtml(to - from, places.Count);
        html.Write(from > 0 ? "…" : "");
        var at = from;
        for (var i = 0; i < places.Count; i++)
        {
            var (start, length) = places[i];
            if (start + length <= to)
            {
                html.Encode(text.AsSpan(at, start - at));
                html.Write("<mark>");
                html.Encode(text.AsSpan(start, length));
                html.Write("</mark>");
                at = start + length;
            }
        }

        html.Encode(text.AsSpan(at, to - at));
        html.Write(to < text.Length ? "…" : "");
        return html.ToString();
    }

    /// <summary>A third of the piece stands before the word. It begins and ends where a letter does.</summary>
    private static (int From, int To) Piece(string text, (int Start, int Length) first)
    {
        if (text.Length <= SearchLimits.SnippetLength)
        {
            return (0, text.Length);
        }

        var from = Math.Max(0, first.Start - (SearchLimits.SnippetLength / 3));
        var to = Math.Min(text.Length, Math.Max(first.Start + first.Length, from + SearchLimits.SnippetLength));
        while (from > 0 && !BeginsLetter(text, from))
        {
            from--;
        }

        while (to < text.Length && !BeginsLetter(text, to))
        {
            to++;
        }

        return (from, to);
    }

    private static bool BeginsLetter(string text, int at) =>
        !char.IsLowSurrogate(text[at]) && char.GetUnicodeCategory(text[at]) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark)
        && text[at] != '\u0E33';
}
