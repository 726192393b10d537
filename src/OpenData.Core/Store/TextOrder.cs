using System.Buffers;
using System.Globalization;
using System.Text;

namespace OpenData.Store;

/// <summary>
/// The order of texts: that of the Thai language as CLDR has it (ICU, locale th, default strength), and of code points where that tells no
/// difference. Without ICU (<c>DOTNET_SYSTEM_GLOBALIZATION_INVARIANT</c>) it is the order of code points alone.
/// </summary>
/// <remarks>
/// Digits come first, then Thai, then Latin and other scripts. เ แ โ ใ ไ stand by the consonant behind them. Tone marks, then case, count only where all else is equal; spaces and punctuation only where
/// nothing else differs. Two texts are equal only where they are the same, so what is found never depends on this order.
/// </remarks>
public static class TextOrder
{
    /// <summary>Texts of so many characters together are compared on the stack.</summary>
    private const int CharactersOnStack = 512;

    private static readonly CompareInfo? Thai = Find();
    private static readonly SearchValues<byte> Plain = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    /// <summary>True where the language's order is known; false for code points.</summary>
    public static bool IsThai => Thai is not null;

    /// <summary>Tells this order from that of another version of ICU: what was answered in another order is out of date.</summary>
    public static string Edition { get; } = Thai is null ? "code points" : $"th {Thai.Version.FullVersion} {Thai.Version.SortId}";

    /// <summary>The order for what sorts texts.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create((left, right) => Compare(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right)));

    /// <summary>True for a text of the digits 0–9 and the letters A–Z alone: among such texts the order is that of their bytes.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> utf8) => !utf8.ContainsAnyExcept(Plain);

    /// <summary>True for a text of the digits 0–9 and the letters A–Z alone.</summary>
    public static bool IsPlain(string text) => text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    /// <summary>Less than, equal to or greater than 0 as the first of two texts in UTF-8 stands before, at or behind the second.</summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var common = left.CommonPrefixLength(right);
        if (common == left.Length && common == right.Length)
        {
            return 0;
        }

        if (Thai is not null)
        {
            var order = LetterOrder.Compare(left, right, common);
            order = order != 0 ? order : CompareWhole(left, right);
            if (order != 0)
            {
                return order;
            }
        }

        return left.SequenceCompareTo(right);
    }

    private static int CompareWhole(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        // A byte is one character at most.
        var most = left.Length + right.Length;
        var rented = most > CharactersOnStack ? ArrayPool<char>.Shared.Rent(most) : null;
        var characters = rented ?? stackalloc char[CharactersOnStack];
        var first = Encoding.UTF8.GetChars(left, characters);
        var second = Encoding.UTF8.GetChars(right, characters[first..]);
        var order = Thai!.Compare(characters[..first], characters.Slice(first, second), CompareOptions.None);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return order;
    }

    private static CompareInfo? Find()
    {
        try
        {
            // Where languages are not known, this may be a culture all the same, that orders as every other does.
            var thai = CultureInfo.GetCultureInfo("th").CompareInfo;
            return thai.Compare("แก", "ข", CompareOptions.None) < 0 ? thai : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
