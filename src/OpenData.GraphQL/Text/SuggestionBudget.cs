namespace OpenData.GraphQL.Text;

/// <summary>"Did you mean …?": the known names nearest to an unknown one, as long as the comparisons of one request are affordable.</summary>
/// <remarks>A schema of ten thousand root fields and a document of a hundred unknown ones would otherwise cost a second.</remarks>
public sealed class SuggestionBudget(int comparisons)
{
    const int MaxShown = 5;

    /// <summary>For documents of the program itself.</summary>
    public static SuggestionBudget Unlimited => new(int.MaxValue);

    /// <summary>Says nothing; for schemas whose names are not to be guessed.</summary>
    public static SuggestionBudget None => new(0);

    /// <summary>The sentence to add to a message; empty when no name is near.</summary>
    public string DidYouMean(string unknown, IEnumerable<string> known, string? what = null) => Sentence(Nearest(unknown, known), what);

    internal static string Sentence(IReadOnlyList<string> names, string? what = null)
    {
        if (names.Count == 0) return "";
        var quoted = names.Take(MaxShown).Select(n => $"\"{n}\"").ToArray();
        var list = quoted.Length switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, or {quoted[^1]}",
        };
        return $" Did you mean {(what is null ? "" : what + " ")}{list}?";
    }

    internal IReadOnlyList<string> Nearest(string unknown, IEnumerable<string> known)
    {
        if (comparisons <= 0) return [];
        var distance = new LexicalDistance(unknown);
        var threshold = (int)Math.Floor(unknown.Length * 0.4) + 1;
        var near = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in known)
        {
            if (--comparisons < 0) return [];
            if (distance.Measure(name, threshold) is { } far) near[name] = far;
        }
        return near.OrderBy(p => p.Value).ThenBy(p => p.Key, NaturalOrder.Instance).Select(p => p.Key).ToArray();
    }

    internal bool CanAfford(int more) => comparisons >= more;
}
