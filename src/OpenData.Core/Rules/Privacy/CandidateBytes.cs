using System.Numerics;
using System.Runtime.Intrinsics;

namespace OpenData.Rules.Privacy;

/// <summary>Tells from a cell's bytes alone that it can hold no number of a person and no address; nearly every cell ends here.</summary>
internal static class CandidateBytes
{
    /// <summary>The fewest digits of a telephone number; everything else has more.</summary>
    private const int FewestDigits = 9;

    /// <summary>True where a cell has an at sign or digits enough, Arabic and Thai together.</summary>
    public static bool MayHold(ReadOnlySpan<byte> cell)
    {
        if (cell.Length < FewestDigits)
        {
            return cell.Contains((byte)'@');
        }

        if (cell[0] == '@')
        {
            return true;
        }

        var digits = (uint)(cell[0] - '0') <= 9 ? 1 : 0;
        var at = 1;
        for (; at + Vector128<byte>.Count <= cell.Length; at += Vector128<byte>.Count)
        {
            // A Thai digit ends in 90–99 after B9, so the same bytes are read from one place earlier, too.
            var bytes = Vector128.Create(cell.Slice(at, Vector128<byte>.Count));
            var previous = Vector128.Create(cell.Slice(at - 1, Vector128<byte>.Count));
            if (Vector128.EqualsAny(bytes, Vector128.Create((byte)'@')))
            {
                return true;
            }

            var arabic = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
            var thai = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)0x90), Vector128.Create((byte)9)) & Vector128.Equals(previous, Vector128.Create((byte)0xB9));
            digits += BitOperations.PopCount((arabic | thai).ExtractMostSignificantBits());
        }

        for (; at < cell.Length; at++)
        {
            var sign = cell[at];
            if (sign == '@')
            {
                return true;
            }

            digits += (uint)(sign - '0') <= 9 || (sign is >= 0x90 and <= 0x99 && cell[at - 1] == 0xB9) ? 1 : 0;
        }

        return digits >= FewestDigits;
    }

    /// <summary>True where a cell begins as a title does: น… or เ… or ด… in Thai, M in English.</summary>
    public static bool MayBeTitled(ReadOnlySpan<byte> cell) => cell switch
    {
        [(byte)'M', (byte)'r' or (byte)'R' or (byte)'s' or (byte)'i' or (byte)'I', ..] => true,
        [0xE0, 0xB8, 0x99, 0xE0, 0xB8, 0xB2, ..] => true,
        [0xE0, 0xB8, 0x99 or 0x94, (byte)'.', ..] => true,
        [0xE0, 0xB9, 0x80, 0xE0, 0xB8, 0x94, 0xE0, 0xB9, 0x87, ..] => true,
        _ => false,
    };
}
