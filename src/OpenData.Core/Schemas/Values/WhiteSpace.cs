namespace OpenData.Schemas.Values;

/// <summary>White space in UTF-8, as people's files have it: space, tab, line breaks, no-break space, zero-width space, byte order mark.</summary>
public static class WhiteSpace
{
    /// <summary>The text without white space at its ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || HasInkAtEnds(text))
        {
            return text;
        }

        while (LeadingLength(text) is > 0 and var length)
        {
            text = text[length..];
        }

        while (TrailingLength(text) is > 0 and var length)
        {
            text = text[..^length];
        }

        return text;
    }

    /// <summary>True where it is plain that a text has no white space at its ends; false may mean either.</summary>
    internal static bool HasInkAtEnds(ReadOnlySpan<byte> text) => IsInk(text[0]) && EndsInInk(text);

    /// <summary>A byte that neither is white space nor may begin a longer sequence that is.</summary>
    private static bool IsInk(byte value) => value is > 0x20 and not 0xC2 and not 0xE2 and not 0xE3 and not 0xEF;

    /// <summary>ASCII ink, or a Thai letter: those begin with E0, and no white space does.</summary>
    private static bool EndsInInk(ReadOnlySpan<byte> text) => text[^1] < 0x80 ? text[^1] > 0x20 : text.Length >= 3 && text[^3] == 0xE0;

    private static int LeadingLength(ReadOnlySpan<byte> text) => text switch
    {
        [0x20 or 0x09 or 0x0A or 0x0B or 0x0C or 0x0D, ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        [0xE2, 0x80, (>= 0x80 and <= 0x8D) or 0xAF, ..] or [0xE2, 0x81, 0x9F or 0xA0, ..] or [0xE3, 0x80, 0x80, ..] or [0xEF, 0xBB, 0xBF, ..] => 3,
        _ => 0,
    };

    private static int TrailingLength(ReadOnlySpan<byte> text) => text switch
    {
        [.., 0x20 or 0x09 or 0x0A or 0x0B or 0x0C or 0x0D] => 1,
        [.., 0xC2, 0xA0] => 2,
        [.., 0xE2, 0x80, (>= 0x80 and <= 0x8D) or 0xAF] or [.., 0xE2, 0x81, 0x9F or 0xA0] or [.., 0xE3, 0x80, 0x80] or [.., 0xEF, 0xBB, 0xBF] => 3,
        _ => 0,
    };
}
