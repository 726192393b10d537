using OpenData.Schemas.Values;

namespace OpenData.Rules.Privacy;

/// <summary>A piece of personal data in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Length">How many characters it takes.</param>
/// <param name="Masked">As it may be shown.</param>
/// <param name="Number">A national id's digits, else 0.</param>
internal readonly record struct PersonalPiece(PersonalKind Kind, int At, int Length, string Masked, long Number);

/// <summary>Finds personal data in free text, piece by piece. Addresses of pages are passed over: they hold numbers of every kind.</summary>
internal static class PersonalText
{
    private static readonly string[] AddressMarks = ["://", "www."];

    /// <summary>Every piece of a text, in order.</summary>
    /// <param name="original">The text; Thai digits count as digits.</param>
    /// <param name="isAboutPhones">True where the header says that the numbers are telephone numbers, so that plain digits are enough.</param>
    public static List<PersonalPiece> Find(string original, bool isAboutPhones = false)
    {
        var pieces = new List<PersonalPiece>();
        var text = ThaiDigits.Contains(original) ? ThaiDigits.ToArabic(original) : original;
        if (PersonNames.TryTitled(text, words: 2, out var named))
        {
            pieces.Add(new PersonalPiece(PersonalKind.PersonName, 0, named, PersonNames.Mask(text), 0));
        }

        var (token, isPage) = (-1, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (at >= token)
            {
                (token, isPage) = TokenAt(text, at);
            }

            if (text[at] == '@' && EmailAddresses.TryRead(text, at, out var begin, out var length))
            {
                if (!EmailAddresses.IsOffice(text.AsSpan(begin, length)))
                {
                    pieces.Add(new PersonalPiece(PersonalKind.Email, begin, length, EmailAddresses.Mask(text.AsSpan(begin, length)), 0));
                }

                at = begin + length - 1;
            }
            else if (char.IsAsciiDigit(text[at]) || text[at] == '+')
            {
                at = isPage || !BeginsNumber(text, at) ? EndOfDigits(text, at) : ReadNumber(text, at, isAboutPhones, pieces);
            }
        }

        return pieces;
    }

    /// <summary>Adds the number that begins here, if it is a person's; returns its last place.</summary>
    private static int ReadNumber(string text, int at, bool isAboutPhones, List<PersonalPiece> pieces)
    {
        if (NationalIds.TryRead(text, at, out var number, out var length) && EndsNumber(text, at + length))
        {
            pieces.Add(new PersonalPiece(PersonalKind.NationalId, at, length, NationalIds.Mask(number), number));
            return at + length - 1;
        }

        if (text[at] is '0' or '+' && PhoneNumbers.TryRead(text, at, out var phone) && (EndsNumber(text, at + phone.Length) || IsExtended(text, phone)))
        {
            var isSure = (phone.IsGrouped && phone.IsMobile) || isAboutPhones || PhoneNumbers.IsAnnounced(text, at);
            if (isSure)
            {
                pieces.Add(new PersonalPiece(phone.IsMobile ? PersonalKind.MobileNumber : PersonalKind.LandlineNumber, at, phone.Length, phone.Masked, 0));
            }

            return at + phone.Length - 1;
        }

        return EndOfDigits(text, at);
    }

    private static int EndOfDigits(string text, int at)
    {
        while (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
        }

        return at;
    }

    /// <summary>02-123-4567-8: a row of numbers of one switchboard.</summary>
    private static bool IsExtended(string text, in Phone phone) => !phone.IsMobile && phone.At + phone.Length < text.Length && text[phone.At + phone.Length] == '-';

    /// <summary>True where a number may begin: not inside a word, a longer number, a path or a code.</summary>
    private static bool BeginsNumber(string text, int at)
    {
        var before = at == 0 ? ' ' : text[at - 1];
        return before switch
        {
            '.' or '-' or '\u2013' or ',' => at < 2 || !char.IsAsciiLetterOrDigit(text[at - 2]) || (before == ',' && at > 4 && !IsGroupOfThree(text, at)),
            '_' or '=' or '%' or '#' or '&' or '+' => false,
            _ => !char.IsAsciiLetterOrDigit(before) || PhoneNumbers.IsAnnounced(text, at),
        };
    }

    /// <summary>A comma before three digits and no more is a thousands separator.</summary>
    private static bool IsGroupOfThree(string text, int at) => EndOfDigits(text, at) - at == 2;

    private static bool EndsNumber(string text, int end)
    {
        if (end >= text.Length)
        {
            return true;
        }

        return text[end] switch
        {
            '-' or '.' or '\u2013' => end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1]),
            '_' or '%' => false,
            var next => !char.IsAsciiLetterOrDigit(next),
        };
    }

    /// <summary>Where the run of characters without a space ends, and whether it is the address of a page.</summary>
    private static (int End, bool IsPage) TokenAt(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny(' ', '\n', '\t') is >= 0 and var length ? at + length : text.Length;
        var token = text.AsSpan(at, end - at);
        return (end + 1, token.Contains(AddressMarks[0], StringComparison.Ordinal) || token.Contains(AddressMarks[1], StringComparison.OrdinalIgnoreCase));
    }
}
