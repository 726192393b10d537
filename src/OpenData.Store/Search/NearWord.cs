using System.Globalization;

namespace OpenData.Store.Search;

/// <summary>Finds in texts what a mistyped word was meant for: a part of a text that differs by few letters, also inside Thai, which has no spaces.</summary>
internal static class NearWord
{
    /// <summary>Letters that a found part may be short of the whole word around it, to be given as that word.</summary>
    private const int Ending = 3;

    /// <summary>The part that is nearest, of those the most frequent; null where none is near enough, or where the word itself is there.</summary>
    public static string? Find(string word, IEnumerable<string> texts)
    {
        var slips = Slips(word);
        if (slips == 0)
        {
            return null;
        }

        var near = Candidates(word, texts.SelectMany(t => t.Split('\n')), slips).Select(line => Nearest(word, line, slips)).OfType<(string Part, int Distance, int Added)>().ToList();
        return near.Exists(n => n.Distance == 0) ? null : near
            .GroupBy(n => n.Part, StringComparer.Ordinal)
            .OrderBy(g => g.Min(n => n.Distance)).ThenBy(g => g.Min(n => n.Added)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key)
            .FirstOrDefault();
    }

    /// <summary>How many slips a word is forgiven.</summary>
    public static int Slips(string word) =>
        word.Length < SearchLimits.ForgivenLetters ? 0 : Math.Min(1 + (word.Length / SearchLimits.LettersOfSlip), SearchLimits.Slips);

    /// <summary>The lines whose nearest parts are nearest of all: where they stand is found out of those only.</summary>
    private static IEnumerable<string> Candidates(string word, IEnumerable<string> lines, int slips)
    {
        var distance = new NearDistance(word);
        if (!distance.CanMeasure)
        {
            return lines;
        }

        var measured = lines.Select(line => (Line: line, Distance: distance.To(line))).Where(m => m.Distance <= slips).ToList();
        var least = measured.Count == 0 ? 0 : measured.Min(m => m.Distance);
        return measured.Where(m => m.Distance == least).Take(StoreLimits.NearestLines).Select(m => m.Line);
    }

    /// <summary>
    /// The part of a line that takes the fewest letters inserted, removed, replaced or swapped with a neighbour to be the word (Sellers' algorithm,
    /// with the swap of optimal string alignment).
    /// </summary>
    private static (string Part, int Distance, int Added)? Nearest(string word, string line, int slips)
    {
        var cost = new int[word.Length + 1, line.Length + 1];
        var start = new int[word.Length + 1, line.Length + 1];
        for (var j = 0; j <= line.Length; j++)
        {
            start[0, j] = j;
        }

        for (var i = 1; i <= word.Length; i++)
        {
            (cost[i, 0], start[i, 0]) = (i, 0);
            for (var j = 1; j <= line.Length; j++)
            {
                (cost[i, j], start[i, j]) = Step(word, line, cost, start, i, j);
            }
        }

        // Where several parts are equally near, the longest: nobody leaves out a letter and means the word without it.
        var end = Enumerable.Range(0, line.Length + 1).MinBy(j => (cost[word.Length, j], start[word.Length, j] - j));
        var distance = cost[word.Length, end];
        return distance > slips ? null : Whole(line, start[word.Length, end], end, distance);
    }

    private static (int Cost, int Start) Step(string word, string line, int[,] cost, int[,] start, int i, int j)
    {
        var best = (Cost: cost[i - 1, j - 1] + (word[i - 1] == line[j - 1] ? 0 : 1), Start: start[i - 1, j - 1]);
        best = Lesser(best, (cost[i, j - 1] + 1, start[i, j - 1]));
        best = Lesser(best, (cost[i - 1, j] + 1, start[i - 1, j]));
        return i > 1 && j > 1 && word[i - 1] == line[j - 2] && word[i - 2] == line[j - 1]
            ? Lesser(best, (cost[i - 2, j - 2] + 1, start[i - 2, j - 2]))
            : best;
    }

    private static (int Cost, int Start) Lesser((int Cost, int Start) one, (int Cost, int Start) other) => other.Cost < one.Cost ? other : one;

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
