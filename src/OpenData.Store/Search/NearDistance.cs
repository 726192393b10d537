namespace OpenData.Store.Search;

/// <summary>The nearest parts of a line.</summary>
/// <param name="Distance">How many letters part them from the word.</param>
/// <param name="First">Where the first of them ends.</param>
/// <param name="Last">Where the last of them ends.</param>
internal readonly record struct NearEnds(int Distance, int First, int Last);

/// <summary>
/// How many letters inserted, removed, replaced or swapped with a neighbour part a word from the nearest part of a line: the least value of the last
/// row of Sellers' table, in which a machine word holds the differences of a column (Myers 1999; with swaps, Hyyrö 2003). For one thread.
/// </summary>
internal sealed class NearDistance
{
    private const int MostLetters = 64;
    private const int LettersOfLine = 256;
    private const int Plain = 256;
    private const int Thai = '\u0E00' - 128;

    /// <summary>For letters of ASCII and Thai the places at which the word has them, a bit for each.</summary>
    private readonly ulong[] plain = new ulong[Plain];
    private readonly Dictionary<char, ulong> others = [];
    private readonly int length;

    /// <summary>Room for the letters of a line.</summary>
    private ulong[] room = [];

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
        var same = Room(line.Length);
        for (var i = 0; i < same.Length; i++)
        {
            same[i] = PlaceOf(line[i]) is >= 0 and var place ? plain[place] : others.GetValueOrDefault(line[i]);
        }

        return Ends(same);
    }

    /// <summary>The same of a line in <see cref="LetterBytes"/> that has ASCII and Thai only.</summary>
    public NearEnds EndsIn(ReadOnlySpan<byte> line)
    {
        var same = Room(line.Length);
        for (var i = 0; i < same.Length; i++)
        {
            same[i] = plain[line[i]];
        }

        return Ends(same);
    }

    /// <summary>The place of a letter of ASCII or Thai, which is its byte in <see cref="LetterBytes"/>, too.</summary>
    private static int PlaceOf(char letter) => letter < 128 ? letter : letter is >= '\u0E00' and < '\u0E80' ? letter - Thai : -1;

    private Span<ulong> Room(int letters)
    {
        room = room.Length < letters ? new ulong[Math.Max(letters, LettersOfLine)] : room;
        return room.AsSpan(0, letters);
    }

    /// <summary>Goes through the columns of the table.</summary>
    /// <param name="line">For each letter of the line the places at which the word has it.</param>
    private NearEnds Ends(ReadOnlySpan<ulong> line)
    {
        var lowest = 1UL << (length - 1);
        var (up, down, diagonal, before) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        var (cost, least, first, last) = (length, length, 0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            var same = line[i];
            var swapped = ((~diagonal & same) << 1) & before;
            diagonal = swapped | (((same & up) + up) ^ up) | same | down;
            var higher = down | ~(diagonal | up);
            var lower = diagonal & up;
            cost += (higher & lowest) != 0 ? 1 : (lower & lowest) != 0 ? -1 : 0;
            if (cost <= least)
            {
                (least, first, last) = (cost, cost < least ? i + 1 : first, i + 1);
            }

            (higher, lower, before) = (higher << 1, lower << 1, same);
            (up, down) = (lower | ~(diagonal | higher), higher & diagonal);
        }

        return new NearEnds(least, first, last);
    }
}
