using System.Buffers;
using System.Numerics;

namespace OpenData.Store.Search;

/// <summary>
/// Counts how often each of many numbers is given, 64 of them at a time: the first bits of their counts lie in one row of machine words, the second bits
/// in the next one, and so on.
/// </summary>
internal sealed class BitCounters : IDisposable
{
    private readonly int width;
    private readonly int rows;
    private readonly ulong[] counts;

    /// <param name="width">Machine words of a row: a 64th of the numbers there are.</param>
    /// <param name="most">The greatest count.</param>
    public BitCounters(int width, int most)
    {
        (this.width, rows) = (width, BitOperations.Log2((uint)Math.Max(1, most)) + 1);
        counts = ArrayPool<ulong>.Shared.Rent(width * rows);
        Array.Clear(counts, 0, width * rows);
    }

    /// <summary>Counts some of the 64 numbers of a machine word, a bit for each.</summary>
    public void Add(int word, ulong numbers)
    {
        for (var at = word; numbers != 0; at += width)
        {
            (counts[at], numbers) = (counts[at] ^ numbers, counts[at] & numbers);
        }
    }

    /// <summary>The numbers of a machine word that have a count, a bit for each. A count of 0 have also those of the last word that are no numbers.</summary>
    public ulong Having(int count, int word)
    {
        var having = ulong.MaxValue;
        for (var row = 0; row < rows && having != 0; row++)
        {
            var bits = counts[(row * width) + word];
            having &= (count >> row & 1) == 0 ? ~bits : bits;
        }

        return having;
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(counts);
}
