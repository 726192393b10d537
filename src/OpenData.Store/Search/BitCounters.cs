using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace OpenData.Store.Search;

/// <summary>
/// Counts how often each of many numbers is given, 64 of them at a time: the first bits of their counts lie in one row of machine words, the second bits
/// in the next one, and so on.
/// </summary>
internal sealed class BitCounters : IDisposable
{
    private readonly int width;
    private readonly int rows;

    /// <summary>The rows, and one for what is carried over.</summary>
    private readonly ulong[] counts;
    private int added;

    /// <param name="width">Machine words of a row: a 64th of the numbers there are.</param>
    /// <param name="most">The greatest count.</param>
    public BitCounters(int width, int most)
    {
        (this.width, rows) = (width, BitOperations.Log2((uint)Math.Max(1, most)) + 1);
        counts = ArrayPool<ulong>.Shared.Rent(width * (rows + 1));
        Array.Clear(counts, 0, width * rows);
    }

    /// <summary>Counts some numbers, each once.</summary>
    /// <param name="numbers">A bit for each number there is.</param>
    public void Add(ReadOnlySpan<ulong> numbers)
    {
        // No count is more than how often something was added, so what is carried over ends there.
        var carried = counts.AsSpan(rows * width, width);
        numbers.CopyTo(carried);
        added++;
        for (var row = 0; row <= BitOperations.Log2((uint)added); row++)
        {
            Add(counts.AsSpan(row * width, width), carried);
        }
    }

    /// <summary>Counts some numbers that ascend, each once.</summary>
    public void Add(ReadOnlySpan<int> numbers)
    {
        added++;
        foreach (var number in numbers)
        {
            var carried = 1UL << number;
            for (var at = number >> 6; carried != 0; at += width)
            {
                (counts[at], carried) = (counts[at] ^ carried, counts[at] & carried);
            }
        }
    }

    /// <summary>The numbers of a machine word that have a count, a bit for each. A count of 0 have also those of the last word that are no numbers.</summary>
    public ulong Having(int count, int word)
    {
        var having = ulong.MaxValue;
        for (var row = rows - 1; row >= 0 && having != 0; row--)
        {
            var bits = counts[(row * width) + word];
            having &= (count >> row & 1) == 0 ? ~bits : bits;
        }

        return having;
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(counts);

    /// <summary>Adds what is carried to a row, which leaves what is carried to the next one.</summary>
    private static void Add(Span<ulong> row, Span<ulong> carried)
    {
        var rows = MemoryMarshal.Cast<ulong, Vector<ulong>>(row);
        var carries = MemoryMarshal.Cast<ulong, Vector<ulong>>(carried);
        for (var i = 0; i < rows.Length; i++)
        {
            (rows[i], carries[i]) = (rows[i] ^ carries[i], rows[i] & carries[i]);
        }

        for (var i = rows.Length * Vector<ulong>.Count; i < row.Length; i++)
        {
            (row[i], carried[i]) = (row[i] ^ carried[i], row[i] & carried[i]);
        }
    }
}
