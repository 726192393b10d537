namespace OpenData.Server.Rest.RowQueries;

/// <summary>The grammar of numbers in JSON (RFC 8259, section 6).</summary>
internal static class JsonNumber
{
    /// <summary>True of <c>-?(0|[1-9][0-9]*)(\.[0-9]+)?</c>: what may stand in JSON digit for digit.</summary>
    public static bool Is(ReadOnlySpan<byte> text)
    {
        var digits = text.StartsWith("-"u8) ? text[1..] : text;
        var point = digits.IndexOf((byte)'.');
        var whole = point < 0 ? digits : digits[..point];
        return AreDigits(whole) && (whole.Length == 1 || whole[0] != '0') && (point < 0 || AreDigits(digits[(point + 1)..]));
    }

    /// <inheritdoc cref="Is(ReadOnlySpan{byte})"/>
    public static bool Is(string text) => Is(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>True of a decimal number in plain digits, leading zeros allowed.</summary>
    public static bool IsDecimal(string text)
    {
        var parts = (text.StartsWith('-') ? text[1..] : text).Split('.');
        return parts.Length <= 2 && Array.TrueForAll(parts, part => part.Length > 0 && part.All(char.IsAsciiDigit));
    }

    private static bool AreDigits(ReadOnlySpan<byte> text) => text.Length > 0 && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
