namespace OpenData.Store.Search;

/// <summary>The nearest parts of a line.</summary>
/// <param name="Distance">How many letters part them from the word.</param>
/// <param name="First">Where the first of them ends.</param>
/// <param name="Last">Where the last of them ends.</param>
internal readonly record struct NearEnds(int Distance, int First, int Last);

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

    /// <summary>How near the nearest parts of a line are, and where they end.</summary>
    public NearEnds EndsIn(string line)
    {
        var column = new Column(length);
        foreach (var letter in line)
        {
            column.Step(PlaceOf(letter) is >= 0 and var place ? plain[place] : others.GetValueOrDefault(letter));
        }

        return column.Ends;
    }

    /// <summary>The same of a line in <see cref="LetterBytes"/> that has ASCII and Thai only.</summary>
    public NearEnds EndsIn(ReadOnlySpan<byte> line)
    {
        var column = new Column(length);
        foreach (var letter in line)
        {
            column.Step(plain[letter]);
        }

        return column.Ends;
    }

    /// <summary>The place of a letter of ASCII or Thai, which is its byte in <see cref="LetterBytes"/>, too.</summary>
    private static int PlaceOf(char letter) => letter < 128 ? letter : letter is >= '\u0E00' and < '\u0E80' ? letter - Thai : -1;

    /// <summary>A column of the table.</summary>
    private struct Column(int length)
    {
        private readonly ulong lowest = 1UL << (length - 1);
        private ulong up = ulong.MaxValue;
        private ulong down;
        private ulong diagonal;
        private ulong before;
        private int cost = length;
        private int least = length;
        private int letters;
        private int first;
        private int last;

        /// <summary>Where the parts end that are nearest so far.</summary>
        public readonly NearEnds Ends => new(least, first, last);

        /// <summary>Goes on to the column of a letter.</summary>
        /// <param name="same">The places at which the word has it.</param>
        public void Step(ulong same)
        {
            var swapped = ((~diagonal & same) << 1) & before;
            diagonal = swapped | (((same & up) + up) ^ up) | same | down;
            var higher = down | ~(diagonal | up);
            var lower = diagonal & up;
            cost += (higher & lowest) != 0 ? 1 : (lower & lowest) != 0 ? -1 : 0;
            letters++;
            if (cost <= least)
            {
                (least, first, last) = (cost, cost < least ? letters : first, letters);
            }

            (higher, lower, before) = (higher << 1, lower << 1, same);
            (up, down) = (lower | ~(diagonal | higher), higher & diagonal);
        }
    }
}
