namespace OpenData.Store.Search;

/// <summary>
/// How many letters inserted, removed, replaced or swapped with a neighbour part a word from the nearest part of a line: the least value of the last
/// row of Sellers' table, in which a machine word holds the differences of a column (Myers 1999; with swaps, Hyyrö 2003).
/// </summary>
internal sealed class NearDistance
{
    private const int MostLetters = 64;
    private readonly Dictionary<char, ulong> places = [];
    private readonly int length;

    public NearDistance(string word)
    {
        length = word.Length;
        for (var i = 0; i < Math.Min(length, MostLetters); i++)
        {
            places[word[i]] = places.GetValueOrDefault(word[i]) | (1UL << i);
        }
    }

    /// <summary>False of a word that is too long.</summary>
    public bool CanMeasure => length is > 0 and <= MostLetters;

    public int To(string line)
    {
        var last = 1UL << (length - 1);
        var (up, down, diagonal, before) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        var (cost, least) = (length, length);
        foreach (var letter in line)
        {
            var same = places.GetValueOrDefault(letter);
            var swapped = ((~diagonal & same) << 1) & before;
            diagonal = swapped | (((same & up) + up) ^ up) | same | down;
            var higher = down | ~(diagonal | up);
            var lower = diagonal & up;
            cost += (higher & last) != 0 ? 1 : (lower & last) != 0 ? -1 : 0;
            least = Math.Min(least, cost);
            (higher, lower, before) = (higher << 1, lower << 1, same);
            (up, down) = (lower | ~(diagonal | higher), higher & diagonal);
        }

        return least;
    }
}
