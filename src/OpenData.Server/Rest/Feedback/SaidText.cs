using System.Text;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Feedback;

/// <summary>What somebody has typed: plain text, never markup, without characters that make it look like something else.</summary>
internal static class SaidText
{
    /// <summary>The text with LF line ends and nothing around it, or what is wrong with it.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="member">The member or field it came in.</param>
    /// <param name="most">Characters at most.</param>
    /// <param name="isLine">True where it must be one line.</param>
    public static (string? Text, Problem? Fault) Read(string? text, string member, int most, bool isLine = false)
    {
        var clean = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
        return clean.Length == 0 ? (null, FeedbackTexts.Empty(member))
            : clean.Length > most ? (null, FeedbackTexts.TooLong(member, clean.Length, most))
            : FirstRefused(clean, isLine) is { } place ? (null, FeedbackTexts.RefusedCharacter(member, clean, place))
            : (clean, null);
    }

    /// <summary>The same of a text that may be left out.</summary>
    public static (string? Text, Problem? Fault) ReadOptional(string? text, string member, int most, bool isLine = false) =>
        string.IsNullOrWhiteSpace(text) ? (null, null) : Read(text, member, most, isLine);

    /// <summary>Where the first character stands that no text may have: controls, marks that turn the reading direction, halves of characters.</summary>
    private static int? FirstRefused(string text, bool isLine)
    {
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done || IsRefused(rune, isLine))
            {
                return i;
            }

            i += length;
        }

        return null;
    }

    private static bool IsRefused(Rune rune, bool isLine) =>
        (Rune.IsControl(rune) && (isLine || rune.Value is not ('\n' or '\t')))
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x2028 or 0x2029 or 0xFEFF
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
