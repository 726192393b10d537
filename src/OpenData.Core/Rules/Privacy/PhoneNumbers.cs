namespace OpenData.Rules.Privacy;

/// <summary>Thai telephone numbers: mobile 06, 08, 09 with ten digits; landline 02 to 05 and 07 with nine; each also from +66.</summary>
internal static class PhoneNumbers
{
    private static readonly string[] Words = ["โทร", "มือถือ", "เบอร์", "ติดต่อ", "ไลน์", "tel", "phone", "mobile", "cell", "call"];

    /// <summary>How far before a number a word may stand that says what it is.</summary>
    private const int WordReach = 24;

    /// <summary>Reads a number at a place of a text.</summary>
    /// <param name="text">The text, its digits Arabic.</param>
    /// <param name="at">Where its 0 or its + is.</param>
    /// <param name="phone">The number.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out Phone phone)
    {
        phone = default;
        Span<char> digits = stackalloc char[10];
        var (count, end, expected, isGrouped) = (0, at, 10, false);
        var isAbroad = text[at..].StartsWith("+66");
        if (isAbroad)
        {
            end = at + 3;
            end += text[end..].StartsWith("(0)") ? 3 : text[end..].StartsWith(" (0)") ? 4 : 0;
            digits[count++] = '0';
        }

        Span<int> groups = stackalloc int[6];
        var group = 0;
        while (end < text.Length && count < expected)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                if (isAbroad && count == 1 && text[end] == '0')
                {
                    end++;
                    continue;
                }

                digits[count++] = text[end];
                groups[group]++;
                expected = count == 2 ? Expected(digits[1]) : expected;
                if (expected == 0)
                {
                    return false;
                }
            }
            else if (text[end] is '-' or ' ' or '.' or '\u2011' or '\u2013' && group < 5 && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            {
                isGrouped |= groups[group] > 0;
                group += groups[group] > 0 ? 1 : 0;
            }
            else
            {
                return false;
            }

            end++;
        }

        if (count != expected || digits[0] != '0' || !(isAbroad || IsUsualGrouping(groups[..(group + 1)], count)))
        {
            return false;
        }

        phone = new Phone(at, end - at, count == 10, isGrouped || isAbroad, $"{digits[0]}{digits[1]}x-xxx-xx{digits[count - 2]}{digits[count - 1]}");
        return true;
    }

    /// <summary>True where a word shortly before says that a telephone number follows.</summary>
    public static bool IsAnnounced(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - WordReach)..at];
        foreach (var word in Words)
        {
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int Expected(char second) => second switch
    {
        '6' or '8' or '9' => 10,
        '2' or '3' or '4' or '5' or '7' => 9,
        _ => 0,
    };

    /// <summary>081-234-5678, 081-2345678, 08-1234-5678, 02-123-4567, 053-123-456: people group numbers in few ways; what is grouped otherwise is something else.</summary>
    private static bool IsUsualGrouping(ReadOnlySpan<int> groups, int count) => groups switch
    {
        [_] => true,
        [3, 3, 4] or [3, 7] or [2, 4, 4] or [2, 8] or [3, 4, 3] or [6, 4] => count == 10,
        [2, 3, 4] or [2, 7] or [3, 3, 3] or [3, 6] or [2, 4, 3] or [5, 4] => count == 9,
        _ => false,
    };
}

/// <summary>A telephone number in a text.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Length">How many characters it takes.</param>
/// <param name="IsMobile">A mobile number; else a landline.</param>
/// <param name="IsGrouped">Written in groups or from +66, as only telephone numbers are.</param>
/// <param name="Masked">As it may be shown: 08x-xxx-xx89.</param>
internal readonly record struct Phone(int At, int Length, bool IsMobile, bool IsGrouped, string Masked);
