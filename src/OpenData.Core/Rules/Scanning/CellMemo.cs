using System.Buffers.Binary;
using System.Numerics;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Scanning;

/// <summary>
/// Cells of one column that were looked at in full and about which there is nothing to tell: where the same bytes come again they are only
/// counted. Most columns of a table have a few values many times over. A column that has not is soon left alone.
/// </summary>
/// <param name="limit">The greatest number of cells kept.</param>
internal sealed class CellMemo(int limit)
{
    /// <summary>Longer cells are hardly ever repeated, and would fill the memory.</summary>
    private const int LongestCell = 256;

    /// <summary>Bytes kept in all.</summary>
    private const int MostText = 1 << 16;

    /// <summary>Places looked at before a cell counts as not kept: texts made to meet in one place cost no more than this.</summary>
    private const int MostProbes = 8;

    private Entry[] entries = new Entry[16];

    /// <summary>A hash table: above the hash, below where in <see cref="entries"/>, from 1; 0 where a place is free.</summary>
    private ulong[] places = new ulong[32];
    private byte[] text = new byte[256];
    private int count;
    private int textLength;
    private int empty = -1;
    private long asked;
    private long found;

    /// <summary>False once it is full and most cells have not been in it.</summary>
    public bool IsUseful { get; private set; } = true;

    /// <summary>Where the cell is kept; negative where it is not, or where its column is not worth asking.</summary>
    public int Find(ReadOnlySpan<byte> cell)
    {
        if (!IsUseful || cell.Length > LongestCell)
        {
            return -1;
        }

        asked++;
        if (cell.IsEmpty && empty >= 0)
        {
            found++;
            return empty;
        }

        var hash = HashOf(cell);
        var mask = places.Length - 1;
        for (var probe = 0; probe < MostProbes; probe++)
        {
            var place = places[((int)hash + probe) & mask];
            if (place == 0)
            {
                return -1;
            }

            if ((uint)(place >> 32) == hash && IsAt((int)place - 1, cell))
            {
                found++;
                return (int)place - 1;
            }
        }

        return -1;
    }

    /// <summary>What the cell was read as.</summary>
    public ref readonly CellReading ReadingAt(int at) => ref entries[at].Reading;

    /// <summary>Counts a cell that is kept.</summary>
    public void Count(int at) => entries[at].Count++;

    /// <summary>Keeps a cell that is not kept yet, while there is room.</summary>
    public void Keep(ReadOnlySpan<byte> cell, in CellReading reading)
    {
        if (!IsUseful || cell.Length > LongestCell)
        {
            return;
        }

        if (count >= limit || textLength + cell.Length > MostText)
        {
            IsUseful = found * 2 >= asked;
            return;
        }

        if ((count + 1) * 2 > places.Length)
        {
            Grow();
        }

        if (Place(HashOf(cell), count))
        {
            empty = cell.IsEmpty ? count : empty;
            Room(cell.Length);
            cell.CopyTo(text.AsSpan(textLength));
            entries[count++] = new Entry { Hash = HashOf(cell), Start = textLength, Length = cell.Length, Reading = reading };
            textLength += cell.Length;
        }
    }

    /// <summary>Adds to the column all that was only counted.</summary>
    public void Settle(ColumnProfile column)
    {
        foreach (ref var entry in entries.AsSpan(0, count))
        {
            column.AddAgain(entry.Reading, entry.Count);
            entry.Count = 0;
        }
    }

    /// <summary>Beginning, middle and end: equal texts are compared in full anyway.</summary>
    private static uint HashOf(ReadOnlySpan<byte> cell)
    {
        var length = (ulong)cell.Length;
        var (first, last) = cell.Length switch
        {
            >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(cell), BinaryPrimitives.ReadUInt64LittleEndian(cell[^8..])),
            >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(cell), BinaryPrimitives.ReadUInt32LittleEndian(cell[^4..])),
            > 0 => (cell[0], (ulong)cell[^1] | ((ulong)cell[cell.Length / 2] << 8)),
            _ => (0UL, 0UL),
        };
        var middle = cell.Length >= 24 ? BinaryPrimitives.ReadUInt64LittleEndian(cell[(cell.Length / 2)..]) : length;
        var high = Math.BigMul(first ^ 0x9E3779B97F4A7C15 ^ (length << 56), last ^ 0xE7037ED1A0B428DB ^ BitOperations.RotateLeft(middle, 23), out var low);
        return (uint)(high ^ low) ^ (uint)((high ^ low) >> 32);
    }

    private bool IsAt(int at, ReadOnlySpan<byte> cell)
    {
        ref readonly var entry = ref entries[at];
        return cell.SequenceEqual(text.AsSpan(entry.Start, entry.Length));
    }

    private bool Place(uint hash, int at)
    {
        var mask = places.Length - 1;
        for (var probe = 0; probe < MostProbes; probe++)
        {
            ref var place = ref places[((int)hash + probe) & mask];
            if (place == 0)
            {
                place = ((ulong)hash << 32) | (uint)(at + 1);
                return true;
            }
        }

        return false;
    }

    private void Room(int length)
    {
        if (count == entries.Length)
        {
            Array.Resize(ref entries, entries.Length * 2);
        }

        if (textLength + length > text.Length)
        {
            Array.Resize(ref text, text.Length * 2 + length);
        }
    }

    private void Grow()
    {
        // One that finds no place any more stays counted, and is met as a new cell from now on.
        places = new ulong[places.Length * 2];
        for (var at = 0; at < count; at++)
        {
            Place(entries[at].Hash, at);
        }
    }

    private struct Entry
    {
        public uint Hash;
        public int Start;
        public int Length;
        public CellReading Reading;
        public long Count;
    }
}
