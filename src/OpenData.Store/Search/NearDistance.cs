namespace OpenData.Store.Search;

/// <summary>
/// How many letters inserted, removed, replaced or swapped with a neighbour part a word from the nearest part of a line: the least value of the last
/// row of Sellers' table, in which a machine word holds the differences of a column (Myers 1999; with swaps, Hyyrö 2003).
/// </summary>
internal sealed class NearDistance
{
    private const int MostLetters = 64;
    private const int Plain = 256;
    private const int Thai = '\u0E00' - 128;

    /// <summary>For letters of ASCII and Thai the places at which the word has them, a bit for each.</summary>
    private readonly ulong[] plain = new ulong[Plain];
    private readonly Dictionary<char, ulong> others = [];
    private readonly int length;

    public NearDistance(string word)
    {
        length = word.Length;
        for (var i = 0; i < Math.Min(length, MostLetters); i++)
        {
            if (PlaceOf(word[i]) is >= 0 and var place)
            {
                plain[place] |= 1UL << i;
            }
            else
            {
                others[word[i]] = others.GetValueOrDefault(word[i]) | (1UL << i);
            }
        }
    }

    /// <summary>False of a word that is too long.</summary>
    public bool CanMeasure => length is > 0 and <= MostLetters;

    public int To(string line)
    {
        var column = new Column(length);
        foreach (var letter in line)
        {
            column.Step(PlaceOf(letter) is >= 0 and var place ? plain[place] : others.GetValueOrDefault(letter));
        }

        return column.Least;
    }

    /// <summary>The same of a line of <see cref="LetterBytes"/> that has ASCII and Thai only.</summary>
    public int To(ReadOnlySpan<byte> line)
    {
        var column = new Column(length);
        foreach (var letter in line)
        {
            column.Step(plain[letter]);
        }

        return column.Least;
    }

    /// <summary>The place of a letter of ASCII or Thai, which is its byte in <see cref="LetterBytes"/>, too.</summary>
    private static int PlaceOf(char letter) => letter < 128 ? letter : letter is >= '\u0E00' and < '\u0E80' ? letter - Thai : -1;

    /// <summary>A column of the table.</summary>
    private struct Column(int length)
    {
        private readonly ulong last = 1UL << (length - 1);
        private ulong up = ulong.MaxValue;
        private ulong down;
        private ulong diagonal;
        private ulong before;
        private int cost = length;

        /// <summary>The least cost so far.</summary>
        public int Least { get; private set; } = length;

        /// <summary>Goes on to the column of a letter.</summary>
        /// <param name="same">The places at which the word has it.</param>
        public void Step(ulong same)
        {
            var swapped = ((~diagonal & same) << 1) & before;
            diagonal = swapped | (((same & up) + up) ^ up) | same | down;
            var higher = down | ~(diagonal | up);
            var lower = diagonal & up;
            cost += (higher & last) != 0 ? 1 : (lower & last) != 0 ? -1 : 0;
            Least = Math.Min(Least, cost);
            (higher, lower, before) = (higher << 1, lower << 1, same);
            (up, down) = (lower | ~(diagonal | higher), higher & diagonal);
        }
    }
}
