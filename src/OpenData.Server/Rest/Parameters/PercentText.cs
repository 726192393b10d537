using System.Text;

namespace OpenData.Server.Rest.Parameters;

/// <summary>Decodes percent-encoded UTF-8 strictly: what is not UTF-8 is a fault, never a silent U+FFFD.</summary>
internal static class PercentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of <paramref name="raw"/> (a plus is a space, as forms send it), or null where it is malformed.</summary>
    public static string? Decode(string raw)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(raw.Length)];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '%')
            {
                if (i + 2 >= raw.Length || !char.IsAsciiHexDigit(raw[i + 1]) || !char.IsAsciiHexDigit(raw[i + 2]))
                {
                    return null;
                }

                bytes[length++] = Convert.FromHexString(raw.AsSpan(i + 1, 2))[0];
                i += 2;
            }
            else
            {
                length += Copy(raw, ref i, bytes.AsSpan(length));
            }
        }

        return ToText(bytes.AsSpan(0, length));
    }

    private static int Copy(string raw, ref int i, Span<byte> bytes)
    {
        var characters = char.IsHighSurrogate(raw[i]) && i + 1 < raw.Length ? 2 : 1;
        var written = Encoding.UTF8.GetBytes(raw[i] == '+' ? " " : raw.AsSpan(i, characters), bytes);
        i += characters - 1;
        return written;
    }

    private static string? ToText(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
