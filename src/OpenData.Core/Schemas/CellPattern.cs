using System.Text.RegularExpressions;

namespace OpenData.Schemas;

/// <summary>
/// Reads the patterns of dictionaries. No pattern may take more time than in step with the cell: one hostile cell must not stop the server.
/// A pattern that is one run of signs and classes cannot; it is read by the plain engine, which starts much sooner. Any other is read by
/// the engine without backtracking.
/// </summary>
internal static class CellPattern
{
    /// <summary>Reads a pattern as it stands.</summary>
    /// <exception cref="RegexParseException">Its syntax is wrong.</exception>
    /// <exception cref="NotSupportedException">It may need backtracking, or repeats too often.</exception>
    public static Regex Read(string pattern) => new(pattern, Options(pattern));

    /// <summary>Reads a pattern that the whole cell is to match.</summary>
    /// <inheritdoc cref="Read"/>
    public static Regex ReadWhole(string pattern) => new($"^(?:{pattern})$", Options(pattern));

    private static RegexOptions Options(string pattern) =>
        RegexOptions.CultureInvariant | (IsPlain(pattern) ? RegexOptions.None : RegexOptions.NonBacktracking);

    /// <summary>True without groups, choices and back-references, and with one part at most that may be of any length.</summary>
    internal static bool IsPlain(string pattern)
    {
        var (open, fixedCount) = (0, true);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(' or '|' or '\\':
                    return false;
                case '*' or '+' or '?':
                    open++;
                    break;
                case '{':
                    fixedCount &= IsSmallCount(pattern.AsSpan(i + 1));
                    break;
            }
        }

        return open <= 1 && fixedCount;
    }

    /// <summary>One or two digits and the closing brace: <c>{5}</c>.</summary>
    private static bool IsSmallCount(ReadOnlySpan<char> text) =>
        text.IndexOf('}') is 1 or 2 && char.IsAsciiDigit(text[0]) && (text[1] == '}' || char.IsAsciiDigit(text[1]));
}
