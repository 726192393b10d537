namespace OpenData.Store.Search;

/// <summary>The documents that contain all words of a search, by their places in the snapshot, which ascend.</summary>
/// <param name="Places">The places.</param>
/// <param name="Scores">How well each fits.</param>
internal sealed record ScoredPlaces(int[] Places, int[] Scores)
{
    /// <summary>What a word of a title that begins with the words is worth: more than hits in all fields.</summary>
    private const int WeightOfFit = 2 * FoundDocument.Title;

    /// <summary>
    /// Those in which each word was found. A score is the sum of the weights of the fields that contain each word; a title that begins with the words,
    /// or is just them, is worth more than any number of hits.
    /// </summary>
    public static ScoredPlaces Of(SearchSnapshot snapshot, IReadOnlyList<string> words, IReadOnlyList<FoundPlaces> found) =>
        found is [var only] ? OfOne(snapshot, words[0], only) : OfAll(snapshot, words, found);

    /// <summary>How well the document at one of the places fits.</summary>
    public int ScoreOf(int place) => Scores[Array.BinarySearch(Places, place)];

    /// <summary>Both, which have no place in common.</summary>
    public ScoredPlaces With(ScoredPlaces other)
    {
        var all = Places.Zip(Scores).Concat(other.Places.Zip(other.Scores)).OrderBy(p => p.First).ToList();
        return other.Places.Length == 0 ? this : new ScoredPlaces([.. all.Select(p => p.First)], [.. all.Select(p => p.Second)]);
    }

    private static ScoredPlaces OfOne(SearchSnapshot snapshot, string word, FoundPlaces found)
    {
        var scores = new int[found.Places.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            int fields = found.Fields[i];
            scores[i] = (fields & FoundDocument.Weights) + ((fields & FoundDocument.Title) == 0 ? 0 : WeightOfFit * Fit(snapshot.Entries[found.Places[i]], word, fields, isAll: true));
        }

        return new ScoredPlaces(found.Places, scores);
    }

    private static ScoredPlaces OfAll(SearchSnapshot snapshot, IReadOnlyList<string> words, IReadOnlyList<FoundPlaces> found)
    {
        var line = string.Join(' ', words);
        var fewest = found.MinBy(f => f.Places.Length)!;
        var at = new int[found.Count];
        var (places, scores, count) = (new int[fewest.Places.Length], new int[fewest.Places.Length], 0);
        foreach (var place in fewest.Places)
        {
            var (score, inTitle, first, everywhere) = (0, (int)FoundDocument.Title, 0, true);
            for (var word = 0; word < at.Length && everywhere; word++)
            {
                at[word] = Ascending.From(found[word].Places, at[word], place);
                everywhere = at[word] < found[word].Places.Length && found[word].Places[at[word]] == place;
                var fields = everywhere ? found[word].Fields[at[word]] : 0;
                score += fields & FoundDocument.Weights;
                inTitle &= fields;
                first = word == 0 ? fields : first;
            }

            if (everywhere)
            {
                places[count] = place;
                scores[count++] = score + (inTitle == 0 ? 0 : WeightOfFit * words.Count * Fit(snapshot.Entries[place], line, first, isAll: false));
            }
        }

        return new ScoredPlaces(places[..count], scores[..count]);
    }

    /// <summary>2 where a title is just the line, 1 where one begins with it.</summary>
    /// <param name="entry">The document.</param>
    /// <param name="line">The words.</param>
    /// <param name="first">The fields in which the first word was found.</param>
    /// <param name="isAll">True where it is the only one.</param>
    private static int Fit(SearchEntry entry, string line, int first, bool isAll)
    {
        if ((first & FoundDocument.Unsure) == 0 && (isAll || (first & FoundDocument.Begins) == 0))
        {
            return (first & FoundDocument.Whole) != 0 ? 2 : (first & FoundDocument.Begins) != 0 ? 1 : 0;
        }

        var fit = 0;
        foreach (var title in entry.Titles)
        {
            fit = title.StartsWith(line, StringComparison.Ordinal) ? Math.Max(fit, title.Length == line.Length ? 2 : 1) : fit;
        }

        return fit;
    }
}
