namespace OpenData.Server.Rest.Parameters;

/// <summary>Finds the known name that a mistyped one most likely stands for.</summary>
internal static class DidYouMean
{
    /// <summary>Longer names are not compared: nobody mistypes one by so much.</summary>
    private const int Longest = 64;

    /// <summary>The nearest of <paramref name="known"/>, or null where none is near.</summary>
    public static string? Nearest(string given, IEnumerable<string> known)
    {
        if (given.Length is 0 or > Longest)
        {
            return null;
        }

        var within = Math.Max(1, given.Length / 3);
        return known
            .Where(name => name.Length <= Longest)
            .Select(name => (Name: name, Distance: Distance(given.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(near => near.Distance <= within)
            .OrderBy(near => near.Distance)
            .Select(near => near.Name)
            .FirstOrDefault();
    }

    /// <summary>Levenshtein's distance: single characters put in, left out or changed.</summary>
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
