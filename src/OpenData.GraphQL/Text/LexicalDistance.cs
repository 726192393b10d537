namespace OpenData.GraphQL.Text;

/// <summary>The Damerau–Levenshtein distance from one word to others; words that differ in case only are 1 apart.</summary>
internal sealed class LexicalDistance(string input)
{
    readonly string lower = input.ToLowerInvariant();
    readonly int[][] rows = [new int[input.Length + 1], new int[input.Length + 1], new int[input.Length + 1]];

    /// <summary>The distance, or null when it is over the threshold.</summary>
    public int? Measure(string option, int threshold)
    {
        if (input == option) return 0;
        var optionLower = option.ToLowerInvariant();
        if (lower == optionLower) return 1;
        var (a, b) = optionLower.Length < lower.Length ? (lower, optionLower) : (optionLower, lower);
        if (a.Length - b.Length > threshold) return null;

        for (var j = 0; j <= b.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var up = rows[(i - 1) % 3];
            var row = rows[i % 3];
            var smallest = row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(up[j] + 1, row[j - 1] + 1), up[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cell = Math.Min(cell, rows[(i - 2) % 3][j - 2] + 1);
                smallest = Math.Min(smallest, cell);
                row[j] = cell;
            }
            if (smallest > threshold) return null;
        }
        var distance = rows[a.Length % 3][b.Length];
        return distance <= threshold ? distance : null;
    }
}

/// <summary>Orders names as people do: digits by their value, the rest by code.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        string a = x ?? "", b = y ?? "";
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var left = Number(a, ref i);
                var right = Number(b, ref j);
                if (left != right) return left.CompareTo(right);
            }
            else
            {
                if (a[i] != b[j]) return a[i].CompareTo(b[j]);
                i++;
                j++;
            }
        }
        return a.Length - b.Length;
    }

    static double Number(string text, ref int at)
    {
        double value = 0;
        do value = value * 10 + (text[at++] - '0');
        while (at < text.Length && char.IsAsciiDigit(text[at]) && value > 0);
        return value;
    }
}
