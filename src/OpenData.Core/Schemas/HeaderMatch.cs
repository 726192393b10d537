using System.Globalization;
using System.Text;

namespace OpenData.Schemas;

/// <summary>Finds the dictionary's column for each header cell: by header, by name, by Thai or English label.</summary>
public static class HeaderMatch
{
    /// <summary>
    /// For each header cell the position of its column in the dictionary, or -1. A dictionary column is given once; compared
    /// after trimming, folding white space, Unicode NFC and case.
    /// </summary>
    public static int[] Match(IReadOnlyList<string> labels, DataDictionary dictionary)
    {
        var matches = new int[labels.Count];
        Array.Fill(matches, -1);
        var taken = new HashSet<int>();
        foreach (var read in new Func<DictionaryColumn, string?>[] { c => c.Header, c => c.Name, c => c.Label.Th, c => c.Label.En })
        {
            var positions = new Dictionary<string, int>();
            for (var i = 0; i < dictionary.Columns.Count; i++)
            {
                if (read(dictionary.Columns[i]) is { } text)
                {
                    positions.TryAdd(Fold(text), i);
                }
            }

            for (var i = 0; i < labels.Count; i++)
            {
                if (matches[i] < 0 && positions.TryGetValue(Fold(labels[i]), out var position) && taken.Add(position))
                {
                    matches[i] = position;
                }
            }
        }

        return matches;
    }

    /// <summary>A label as it is compared: NFC, one space for any white space, no zero-width characters, lower case.</summary>
    public static string Fold(string label)
    {
        var folded = new StringBuilder(label.Length);
        var normal = IsWellFormed(label) ? label.Normalize(NormalizationForm.FormC) : label;
        foreach (var c in normal)
        {
            if (c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u2060')
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                folded.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>Normalization throws on a lone surrogate; such a text is compared as it is.</summary>
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
