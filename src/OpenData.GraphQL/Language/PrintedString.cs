using System.Globalization;
using System.Text;

namespace OpenData.GraphQL.Language;

/// <summary>String values as source text. Specification 2.9.4 (String Value).</summary>
internal static class PrintedString
{
    public static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' or (>= '\u007F' and <= '\u009F') => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        return text.Append('"').ToString();
    }

    public static string Block(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.WithLineFeeds().Split('\n');
        var singleLine = lines.Length == 1;
        var forceLeadingNewLine = lines.Length > 1 && lines.Skip(1).All(l => l.Length == 0 || IsWhiteSpace(l[0]));
        var trailingTripleQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var trailingQuote = value.EndsWith('"') && !trailingTripleQuotes;
        var forceTrailingNewLine = trailingQuote || value.EndsWith('\\');
        var severalLines = !singleLine || value.Length > 70 || forceTrailingNewLine || forceLeadingNewLine || trailingTripleQuotes;
        var skipLeadingNewLine = singleLine && value.Length > 0 && IsWhiteSpace(value[0]);

        var text = new StringBuilder("\"\"\"");
        if ((severalLines && !skipLeadingNewLine) || forceLeadingNewLine) text.Append('\n');
        text.Append(escaped);
        if (severalLines || forceTrailingNewLine) text.Append('\n');
        return text.Append("\"\"\"").ToString();
    }

    /// <summary>Whether a description survives being written between three quotes and read again.</summary>
    public static bool FitsBlock(string value)
    {
        if (value.Length == 0) return true;
        bool emptyLine = true, indented = false, commonIndent = true, seenNonEmptyLine = false;
        foreach (var c in value)
        {
            switch (c)
            {
                case <= '\u0008' or '\u000B' or '\u000C' or '\u000E' or '\u000F' or '\r':
                    return false;
                case '\n':
                    if (emptyLine && !seenNonEmptyLine) return false;
                    seenNonEmptyLine = true;
                    emptyLine = true;
                    indented = false;
                    break;
                case '\t' or ' ':
                    indented |= emptyLine;
                    break;
                default:
                    commonIndent &= indented;
                    emptyLine = false;
                    break;
            }
        }
        return !emptyLine && !(commonIndent && seenNonEmptyLine);
    }

    static string WithLineFeeds(this string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    static bool IsWhiteSpace(char c) => c is '\t' or ' ';
}
