namespace OpenData.Store.Search;

/// <summary>The documents that contain all words of a search, by their places in the snapshot, which ascend.</summary>
/// <param name="Places">The places.</param>
/// <param name="Scores">How well each fits.</param>
internal sealed record ScoredPlaces(List<int> Places, List<int> Scores)
{
    private const int Title = 1 << (int)SearchField.Title;

    /// <summary>
    /// Those in which each word was found. A score is the sum of the weights of the fields that contain each word; a title that begins with the words,
    /// or is just them, is worth more than any number of hits.
    /// </summary>
    public static ScoredPlaces Of(SearchSnapshot snapshot, IReadOnlyList<string> words, IReadOnlyList<FoundPlaces> found)
    {
        var line = string.Join(' ', words);
        var fewest = found.MinBy(f => f.Places.Length)!;
        var others = found.Where(f => f != fewest).ToArray();
        var at = new int[others.Length];
        var (places, scores) = (new List<int>(), new List<int>());
        for (var i = 0; i < fewest.Places.Length; i++)
        {
            var place = fewest.Places[i];
            int score = fewest.Fields[i], inTitle = fewest.Fields[i] & Title;
            var everywhere = true;
            for (var other = 0; other < others.Length && everywhere; other++)
            {
                at[other] = Advance(others[other].Places, at[other], place);
                everywhere = at[other] < others[other].Places.Length && others[other].Places[at[other]] == place;
                score += everywhere ? others[other].Fields[at[other]] : 0;
                inTitle &= everywhere ? others[other].Fields[at[other]] : 0;
            }

            if (everywhere)
            {
                places.Add(place);
                scores.Add(score + (inTitle == 0 ? 0 : 2 * Title * words.Count * Fit(snapshot.Entries[place], line)));
            }
        }

        return new ScoredPlaces(places, scores);
    }

    /// <summary>How well the document at one of the places fits.</summary>
    public int ScoreOf(int place) => Scores[Places.BinarySearch(place)];

    /// <summary>Both, which have no place in common.</summary>
    public ScoredPlaces With(ScoredPlaces other)
    {
        var all = Places.Zip(Scores).Concat(other.Places.Zip(other.Scores)).OrderBy(p => p.First).ToList();
        return other.Places.Count == 0 ? this : new ScoredPlaces(all.ConvertAll(p => p.First), all.ConvertAll(p => p.Second));
    }

    /// <summary>2 where a title is just the line, 1 where one begins with it.</summary>
    private static int Fit(SearchEntry entry, string line)
    {
        var fit = 0;
        foreach (var title in entry.Titles)
        {
            fit = title.StartsWith(line, StringComparison.Ordinal) ? Math.Max(fit, title.Length == line.Length ? 2 : 1) : fit;
        }

        return fit;
    }

    /// <summary>The first place from one on that is not less than another: by strides that double, for most lists are much longer than what is looked for in them.</summary>
    private static int Advance(int[] places, int from, int place)
    {
        var stride = 1;
        while (from + stride < places.Length && places[from + stride] < place)
        {
            from += stride;
            stride *= 2;
        }

        var end = Math.Min(places.Length, from + stride + 1);
        var found = Array.BinarySearch(places, from, end - from, place);
        return found < 0 ? ~found : found;
    }
}
