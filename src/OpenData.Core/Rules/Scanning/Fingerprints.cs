using System.Buffers.Binary;
using System.Numerics;

namespace OpenData.Rules.Scanning;

/// <summary>
/// A set of 64-bit fingerprints of bounded size. Two different texts of n have the same fingerprint with a chance of about n²/2⁶⁵:
/// one in sixteen million for a million and a half.
/// </summary>
internal sealed class Fingerprints(int limit)
{
    private const int LargeSet = 1 << 16;

    // Small, since every column has a set and a file may have thousands of columns.
    private ulong[] slots = new ulong[16];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>True once the set takes no more.</summary>
    public bool IsFull => Count >= limit;

    /// <summary>Adds a fingerprint; false where it is there already. A full set adds nothing and says true.</summary>
    public bool Add(ulong fingerprint)
    {
        var value = fingerprint == 0 ? 1 : fingerprint;
        var slot = Find(slots, value);
        if (slots[slot] == value)
        {
            return false;
        }

        if (IsFull)
        {
            return true;
        }

        slots[slot] = value;
        if (++Count * 4L > slots.Length * 3L)
        {
            Grow();
        }

        return true;
    }

    /// <summary>Adds every fingerprint of another set, as far as this one takes them.</summary>
    public void Add(Fingerprints other)
    {
        foreach (var fingerprint in other.slots)
        {
            if (fingerprint != 0)
            {
                Add(fingerprint);
            }
        }
    }

    /// <summary>The fingerprint of a text, to be carried on over several: <paramref name="seed"/> is that of what came before.</summary>
    public static ulong Of(ReadOnlySpan<byte> text, ulong seed = 0x9E3779B97F4A7C15)
    {
        var hash = seed ^ ((ulong)text.Length * 0xA0761D6478BD642F);
        while (text.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text), 0xE7037ED1A0B428DB);
            text = text[8..];
        }

        ulong rest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            rest |= (ulong)text[i] << (8 * i);
        }

        return Mix(Mix(hash ^ rest, 0x8EBC6AF09C88C6E3), 0x589965CC75374CC3);
    }

    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }

    private static int Find(ulong[] slots, ulong value)
    {
        var mask = slots.Length - 1;
        var slot = (int)value & mask;
        while (slots[slot] != 0 && slots[slot] != value)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        // A large set goes to its full size at once: doubling on the way there would leave as much garbage as it keeps.
        var larger = new ulong[slots.Length < LargeSet || limit < LargeSet ? slots.Length * 2 : (int)BitOperations.RoundUpToPowerOf2((uint)(limit / 3L * 4L))];
        foreach (var value in slots)
        {
            if (value != 0)
            {
                larger[Find(larger, value)] = value;
            }
        }

        slots = larger;
    }
}
