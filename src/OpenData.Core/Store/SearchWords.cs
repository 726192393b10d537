using System.Buffers;
using System.Text;

namespace OpenData.Store;

/// <summary>
/// Full text inside rows: a word is found wherever it stands, inside unspaced Thai too, in canonical composition (NFC), letters A–Z
/// without case. Every store finds the same.
/// </summary>
public static class SearchWords
{
    private const int OnStack = 512;

    /// <summary>The words of what somebody typed: split at white space, each once.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A text in canonical composition, letters A–Z in lower case.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var composed = text.Normalize(NormalizationForm.FormC);
        return string.Create(composed.Length, composed, static (lower, composed) =>
        {
            for (var i = 0; i < lower.Length; i++)
            {
                lower[i] = char.IsAsciiLetterUpper(composed[i]) ? (char)(composed[i] | 0x20) : composed[i];
            }
        });
    }

    /// <summary>True where a cell holds a word.</summary>
    /// <param name="cell">The cell, as UTF-8.</param>
    /// <param name="word">A word of <see cref="Of"/>, as UTF-8.</param>
    public static bool Holds(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> word)
    {
        if (!IsComposed(cell))
        {
            return Encoding.UTF8.GetBytes(Fold(Encoding.UTF8.GetString(cell))).AsSpan().IndexOf(word) >= 0;
        }

        return word.IndexOfAnyInRange((byte)'a', (byte)'z') < 0 ? cell.IndexOf(word) >= 0 : HoldsLetters(cell, word);
    }

    private static bool HoldsLetters(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> word)
    {
        var rented = cell.Length > OnStack ? ArrayPool<byte>.Shared.Rent(cell.Length) : null;
        var lower = rented is null ? stackalloc byte[cell.Length] : rented.AsSpan(0, cell.Length);
        for (var i = 0; i < cell.Length; i++)
        {
            lower[i] = cell[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(cell[i] | 0x20) : cell[i];
        }

        var holds = lower.IndexOf(word) >= 0;
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return holds;
    }

    /// <summary>
    /// True of a text that is in canonical composition for certain: ASCII, Latin letters up to U+02FF, and Thai whose marks stand in
    /// their order (UAX #15: by combining class, phinthu 9, sara u and uu 103, tone marks 107). Of any other it says nothing.
    /// </summary>
    private static bool IsComposed(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        while (at >= 0 && at < text.Length)
        {
            if (text[at] <= 0x7F)
            {
                at++;
            }
            else if (text[at] is >= 0xC2 and <= 0xCB)
            {
                at += 2;
            }
            else if (text[at] == 0xE0 && at + 2 < text.Length && text[at + 1] is 0xB8 or 0xB9 && !IsMisplaced(text, at))
            {
                at += 3;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where the Thai letter at a place is a mark that belongs before the mark in front of it.</summary>
    private static bool IsMisplaced(ReadOnlySpan<byte> text, int at)
    {
        var order = Order(text[at + 1], text[at + 2]);
        return order > 0 && at >= 3 && text[at - 3] == 0xE0 && Order(text[at - 2], text[at - 1]) > order;
    }

    private static int Order(byte second, byte third) => (second, third) switch
    {
        (0xB8, 0xBA) => 9,
        (0xB8, 0xB8 or 0xB9) => 103,
        (0xB9, >= 0x88 and <= 0x8B) => 107,
        _ => 0,
    };
}
