using System.Text;

namespace OpenData.Server.Dcat.Rdf;

/// <summary>The object of a statement.</summary>
internal abstract record RdfTerm;

/// <summary>A thing by its address, absolute and free of what no notation of RDF can hold.</summary>
internal sealed record RdfAddress(string Address) : RdfTerm
{
    private const string Forbidden = "<>\"{}|^`\\";

    /// <summary>An address that people gave; null where it is none that a client could follow.</summary>
    public static RdfAddress? OfText(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "ftp" && address.Host.Length > 0 ? new(Escape(address.AbsoluteUri)) : null;

    /// <summary>The address of a mailbox (RFC 6068).</summary>
    public static RdfAddress OfMail(string mail) => new("mailto:" + Uri.EscapeDataString(RdfText.Clean(mail)).Replace("%40", "@", StringComparison.Ordinal));

    private static string Escape(string address)
    {
        var escaped = new StringBuilder(address.Length);
        foreach (var sign in address)
        {
            if (sign <= ' ' || Forbidden.Contains(sign, StringComparison.Ordinal))
            {
                escaped.Append(Uri.HexEscape(sign));
            }
            else
            {
                escaped.Append(sign);
            }
        }

        return RdfText.Clean(escaped.ToString());
    }
}

/// <summary>A value: in a language, or of a datatype (a prefixed name), or neither.</summary>
internal sealed record RdfValue(string Text, string? Language, string? Datatype) : RdfTerm;

/// <summary>What a text must be to come out of each notation as it went in.</summary>
internal static class RdfText
{
    /// <summary>The text with a replacement character for what XML 1.0 cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsFaulty(text, i))
            {
                return Replace(text);
            }

            i += char.IsHighSurrogate(text[i]) ? 1 : 0;
        }

        return text;
    }

    private static bool IsFaulty(string text, int i) => text[i] switch
    {
        '\t' or '\n' or '\r' => false,
        < ' ' or '\uFFFE' or '\uFFFF' => true,
        var sign when char.IsHighSurrogate(sign) => i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]),
        var sign => char.IsLowSurrogate(sign),
    };

    private static string Replace(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsFaulty(text, i))
            {
                clean.Append('\uFFFD');
                continue;
            }

            clean.Append(text[i]);
            if (char.IsHighSurrogate(text[i]))
            {
                clean.Append(text[++i]);
            }
        }

        return clean.ToString();
    }
}
