using System.Security.Cryptography;
using System.Text;

namespace OpenData.Registry;

/// <summary>
/// The one form in which values are hashed for the audit log: each value is a line of UTF-8 that ends with LF, in a fixed order; a value that is not there
/// is an empty line. A backslash, LF and CR inside a value are written <c>\\</c>, <c>\n</c> and <c>\r</c>, so that no value looks like two.
/// </summary>
public static class CanonicalLines
{
    /// <summary>The values as they are hashed.</summary>
    public static string Of(params IEnumerable<string?> values)
    {
        var lines = new StringBuilder();
        foreach (var value in values)
        {
            lines.Append(Escape(value)).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>SHA-256 of the values, lower-case hex.</summary>
    public static string Hash(params IEnumerable<string?> values) => HashOf(Of(values));

    /// <summary>SHA-256 of a text's UTF-8, lower-case hex.</summary>
    public static string HashOf(string text) => HashOf(Encoding.UTF8.GetBytes(text));

    /// <summary>SHA-256 of bytes, lower-case hex.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Escape(string? value) => value is null ? "" : value.AsSpan().ContainsAny('\\', '\n', '\r')
        ? value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)
        : value;
}
