namespace OpenData.Rules.Privacy;

/// <summary>
/// E-mail addresses. Those under .go.th and .mi.th are an agency's own, and a mailbox called after an office (saraban@, info@) belongs
/// to no person; an agency publishes both so that people reach it.
/// </summary>
internal static class EmailAddresses
{
    private static readonly string[] Offices =
    [
        "info", "contact", "admin", "webmaster", "support", "office", "saraban", "service", "services", "help", "helpdesk", "sales", "hr", "pr", "mail", "email", "center", "centre",
        "callcenter", "enquiry", "inquiry", "noreply", "no-reply", "postmaster", "opendata", "data", "ict", "it",
    ];

    /// <summary>Reads the address around an at sign.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sign">Where the at sign is.</param>
    /// <param name="at">Where the address begins.</param>
    /// <param name="length">How many characters it takes.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int sign, out int at, out int length)
    {
        at = sign;
        while (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-' or '+' or '%'))
        {
            at--;
        }

        var end = sign + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        while (end > sign + 1 && text[end - 1] is '.' or '-')
        {
            end--;
        }

        length = end - at;
        var domain = text[(sign + 1)..end];
        var dot = domain.LastIndexOf('.');
        return sign > at && dot > 0 && domain.Length - dot > 2 && !domain[(dot + 1)..].ContainsAnyExceptInRange('A', 'z') && char.IsAsciiLetterOrDigit(domain[0]);
    }

    /// <summary>True for the address of an office, not of a person.</summary>
    public static bool IsOffice(ReadOnlySpan<char> address)
    {
        var sign = address.IndexOf('@');
        var mailbox = address[..sign];
        var domain = address[(sign + 1)..];
        if (domain.EndsWith(".go.th", StringComparison.OrdinalIgnoreCase) || domain.EndsWith(".mi.th", StringComparison.OrdinalIgnoreCase) || mailbox.StartsWith("saraban", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var office in Offices)
        {
            if (mailbox.Equals(office, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>s…@…: the first letter.</summary>
    public static string Mask(ReadOnlySpan<char> address) => $"{address[0]}…@…";
}
