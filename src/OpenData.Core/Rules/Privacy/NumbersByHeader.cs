namespace OpenData.Rules.Privacy;

/// <summary>Numbers that only their column's header can tell: passports, bank accounts, cards.</summary>
internal static class NumbersByHeader
{
    /// <summary>A passport number: one or two capitals and six or seven digits.</summary>
    public static bool IsPassport(ReadOnlySpan<char> text)
    {
        var letters = text.Length > 1 && char.IsAsciiLetter(text[1]) ? 2 : 1;
        return text.Length - letters is 6 or 7 && !text[..letters].ContainsAnyExceptInRange('A', 'Z') && !text[letters..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>A bank account: 10 to 12 digits, hyphens between them allowed (123-4-56789-0).</summary>
    public static bool IsBankAccount(ReadOnlySpan<char> text) => Digits(text, stackalloc char[24]) is >= 10 and <= 12;

    /// <summary>A card: 13 to 19 digits whose last is right by the Luhn sum.</summary>
    public static bool IsCard(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[24];
        var count = Digits(text, digits);
        if (count is < 13 or > 19)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            var digit = digits[count - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0 && digits[..count].ContainsAnyExcept('0');
    }

    /// <summary>How many digits a text has that has nothing but digits, hyphens and spaces; -1 for others and for more than fit.</summary>
    private static int Digits(ReadOnlySpan<char> text, Span<char> digits)
    {
        var count = 0;
        foreach (var sign in text)
        {
            if (char.IsAsciiDigit(sign) && count < digits.Length)
            {
                digits[count++] = sign;
            }
            else if (sign is not ('-' or ' '))
            {
                return -1;
            }
        }

        return count;
    }
}
