namespace OpenData.Schemas;

/// <summary>Finds the name that somebody may have meant.</summary>
internal static class Nearest
{
    /// <summary>The name nearest to <paramref name="given"/>, or null where none is near enough to be a slip.</summary>
    public static string? Of(string given, IEnumerable<string> names)
    {
        if (given.Length > DocumentLimits.MaxQuotedValue)
        {
            return null;
        }

        // A third of the letters wrong is still a slip; more is another word.
        var plain = Plain(given);
        var most = Math.Max(1, plain.Length / 3);
        return names
            .Select(n => (Name: n, Distance: Distance(plain, Plain(n))))
            .Where(n => n.Distance <= most)
            .OrderBy(n => n.Distance)
            .Select(n => n.Name)
            .FirstOrDefault();
    }

    private static string Plain(string name) =>
        name.Trim().ToLowerInvariant().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    /// <summary>Letters to insert, remove, replace or swap (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                var replaced = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var least = Math.Min(replaced, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                cost[i, j] = swapped ? Math.Min(least, cost[i - 2, j - 2] + 1) : least;
            }
        }

        return cost[a.Length, b.Length];
    }
}
