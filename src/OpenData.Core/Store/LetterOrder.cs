namespace OpenData.Store;

/// <summary>
/// Tells the order of most texts by the first letters that differ, without asking ICU: digits, Thai consonants and letters A–Z without case are
/// each a letter of their own, in this order and that of their numbers, and a vowel written before its consonant comes after it.
/// </summary>
internal static class LetterOrder
{
    private const int Unknown = -1;
    private const int End = 0;
    private const int FirstDigit = 1;
    private const int FirstConsonant = FirstDigit + 10;
    private const int FirstLetter = FirstConsonant + 46;

    /// <summary>The order of two texts in UTF-8, or 0 where only their whole can tell it.</summary>
    /// <param name="left">The first text.</param>
    /// <param name="right">The second text.</param>
    /// <param name="common">How many bytes they begin with in common.</param>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int common)
    {
        while (common > 0 && (IsInside(left, common) || IsInside(right, common)))
        {
            common--;
        }

        // The consonant behind such a vowel comes before it.
        common = EndsInVowel(left[..common]) ? common - 3 : common;
        if (EndsInVowel(left[..common]))
        {
            return 0;
        }

        var (first, second) = (LetterAt(left[common..]), LetterAt(right[common..]));
        return first == Unknown || second == Unknown ? 0 : first - second;
    }

    /// <summary>True where a character goes on.</summary>
    private static bool IsInside(ReadOnlySpan<byte> text, int at) => at < text.Length && (text[at] & 0xC0) == 0x80;

    /// <summary>เ แ โ ใ ไ, U+0E40 to U+0E44.</summary>
    private static bool IsVowel(ReadOnlySpan<byte> text) => text is [0xE0, 0xB9, >= 0x80 and <= 0x84, ..];

    private static bool EndsInVowel(ReadOnlySpan<byte> text) => text.Length >= 3 && IsVowel(text[^3..]);

    private static int LetterAt(ReadOnlySpan<byte> text) => text switch
    {
        [] => End,
        [>= (byte)'0' and <= (byte)'9', ..] => FirstDigit + text[0] - '0',
        [>= (byte)'A' and <= (byte)'Z', ..] => FirstLetter + text[0] - 'A',
        [>= (byte)'a' and <= (byte)'z', ..] => FirstLetter + text[0] - 'a',
        _ => ConsonantAt(IsVowel(text) ? text[3..] : text),
    };

    /// <summary>ก to ฮ, U+0E01 to U+0E2E.</summary>
    private static int ConsonantAt(ReadOnlySpan<byte> text) => text is [0xE0, 0xB8, >= 0x81 and <= 0xAE, ..] ? FirstConsonant + text[2] - 0x81 : Unknown;
}
