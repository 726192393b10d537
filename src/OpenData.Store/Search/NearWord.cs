using System.Globalization;

namespace OpenData.Store.Search;

/// <summary>Finds in texts what a mistyped word was meant for: a part of a text that differs by few letters, also inside Thai, which has no spaces.</summary>
internal static class NearWord
{
    /// <summary>Letters that a found part may be short of the whole word around it, to be given as that word.</summary>
    private const int Ending = 3;

    /// <summary>Rows of a table that are needed at one time.</summary>
    private const int Rows = 3;

    /// <summary>The part that is nearest, of those the most frequent; null where none is near enough, or where the word itself is there.</summary>
    public static string? Find(NearestLines nearest)
    {
        var longest = 0;
        foreach (var line in nearest.Lines)
        {
            longest = Math.Max(longest, line.To - line.From);
        }

        var rows = new (int Cost, int Start)[Rows * (1 + longest)];
        var near = new List<(string Part, int Distance, int Added)>(nearest.Lines.Count);
        foreach (var line in nearest.Lines)
        {
            if (Nearest(nearest.Word, line, nearest.Slips, rows) is { } part)
            {
                near.Add(part);
            }
        }

        return near.Exists(n => n.Distance == 0) ? null : near
            .GroupBy(n => n.Part, StringComparer.Ordinal)
            .OrderBy(g => g.Min(n => n.Distance)).ThenBy(g => g.Min(n => n.Added)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key)
            .FirstOrDefault();
    }

    /// <summary>How many slips a word is forgiven.</summary>
    public static int Slips(string word) =>
        word.Length < SearchLimits.ForgivenLetters ? 0 : Math.Min(1 + (word.Length / SearchLimits.LettersOfSlip), SearchLimits.Slips);

    /// <summary>
    /// The part of a line that takes the fewest letters inserted, removed, replaced or swapped with a neighbour to be the word (Sellers' algorithm,
    /// with the swap of optimal string alignment).
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="near">The line, and where the part is in it.</param>
    /// <param name="slips">The most letters.</param>
    /// <param name="rows">Room for the table.</param>
    private static (string Part, int Distance, int Added)? Nearest(string word, NearLine near, int slips, (int Cost, int Start)[] rows)
    {
        var letters = near.Line.AsSpan(near.From, near.To - near.From);

        // Rows of the letter before the last, of the last letter, and of this one. A part of no letters begins where it ends.
        var columns = letters.Length + 1;
        var older = rows.AsSpan(0, columns);
        var above = rows.AsSpan(columns, columns);
        var row = rows.AsSpan(2 * columns, columns);
        for (var j = 0; j <= letters.Length; j++)
        {
            above[j] = (0, j);
        }

        for (var i = 1; i <= word.Length; i++)
        {
            row[0] = (i, 0);
            for (var j = 1; j <= letters.Length; j++)
            {
                var best = above[j - 1] with { Cost = above[j - 1].Cost + (word[i - 1] == letters[j - 1] ? 0 : 1) };
                best = Lesser(best, row[j - 1]);
                best = Lesser(best, above[j]);
                row[j] = i > 1 && j > 1 && word[i - 1] == letters[j - 2] && word[i - 2] == letters[j - 1] ? Lesser(best, older[j - 2]) : best;
            }

            var next = older;
            older = above;
            above = row;
            row = next;
        }

        // Where several parts are equally near, the longest: nobody leaves out a letter and means the word without it.
        var end = 0;
        for (var j = 1; j <= letters.Length; j++)
        {
            end = (above[j].Cost, above[j].Start - j).CompareTo((above[end].Cost, above[end].Start - end)) < 0 ? j : end;
        }

        var (distance, start) = above[end];
        return distance > slips ? null : Whole(near.Line, near.From + start, near.From + end, distance);
    }

    /// <summary>One, or the other with one more letter changed where that is less.</summary>
    private static (int Cost, int Start) Lesser((int Cost, int Start) one, (int Cost, int Start) other) => other.Cost + 1 < one.Cost ? (other.Cost + 1, other.Start) : one;

    /// <summary>The part, or the word around it where spaces part words and little is missing; never half a Thai letter.</summary>
    private static (string Part, int Distance, int Added) Whole(string line, int start, int end, int distance)
    {
        while (end < line.Length && CharUnicodeInfo.GetUnicodeCategory(line[end]) == UnicodeCategory.NonSpacingMark)
        {
            end++;
        }

        var (first, last) = (start, end);
        while (first > 0 && first < last && IsOfWord(line[first - 1]) && IsOfWord(line[first]))
        {
            first--;
        }

        while (last < line.Length && last > first && IsOfWord(line[last]) && IsOfWord(line[last - 1]))
        {
            last++;
        }

        var added = start - first + last - end;
        return added <= Ending ? (line[first..last].Trim(), distance, added) : (line[start..end].Trim(), distance, added);
    }

    /// <summary>Letters and digits of scripts that put spaces between words.</summary>
    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) && letter is not (>= '\u0E00' and <= '\u0EFF');
}
