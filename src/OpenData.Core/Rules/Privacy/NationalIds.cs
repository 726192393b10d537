namespace OpenData.Rules.Privacy;

/// <summary>
/// Thai national ids: 13 digits of which the last checks the others. The first is 1 to 8; numbers that start with 0 are those of
/// companies and agencies, which are public and have the same check digit, and 9 is never given.
/// </summary>
internal static class NationalIds
{
    public const int Digits = 13;
    private const long Least = 1_000_000_000_000;
    private const long TooGreat = 9_000_000_000_000;

    /// <summary>True for 13 digits that start with 1 to 8.</summary>
    public static bool MayBe(long number) => (ulong)(number - Least) < TooGreat - Least;

    /// <summary>True where the last digit is the one that the first twelve ask for: (11 − Σ dᵢ·(14 − i) mod 11) mod 10.</summary>
    public static bool IsChecked(long number)
    {
        var last = (int)(number % 10);
        var sum = 0;
        var rest = number / 10;
        for (var weight = 2; weight <= Digits; weight++)
        {
            sum += (int)(rest % 10) * weight;
            rest /= 10;
        }

        return (11 - (sum % 11)) % 10 == last;
    }

    /// <summary>Reads 13 digits at a place of a text, plain or grouped as on the card: 1-2345-67890-12-1.</summary>
    /// <param name="text">The text, its digits Arabic.</param>
    /// <param name="at">Where the first digit is.</param>
    /// <param name="number">The digits.</param>
    /// <param name="length">How many characters they take.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out long number, out int length)
    {
        (number, length) = (0, 0);
        var (digits, end, groups) = (0, at, 0);
        var separator = '\0';
        while (end < text.Length && digits < Digits)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                number = (number * 10) + (text[end] - '0');
                digits++;
            }
            else if (text[end] is '-' or ' ' or '\u2011' or '\u2013' && (groups == 0 || text[end] == separator) && digits is 1 or 5 or 10 or 12 && groups < 4)
            {
                separator = text[end];
                groups++;
            }
            else
            {
                return false;
            }

            end++;
        }

        length = end - at;
        return digits == Digits && groups is 0 or 4 && MayBe(number);
    }

    /// <summary>1-xxxx-xxxxx-xx-1: the first digit and the last.</summary>
    public static string Mask(long number) => $"{number / Least}-xxxx-xxxxx-xx-{number % 10}";
}
