using System.Globalization;
using System.Text;

namespace OpenData.GraphQL.Language;

/// <summary>The value of a string token: escapes resolved, block strings stripped of their common indent.</summary>
/// <remarks>Specification 2.9.4 (String Value) and BlockStringValue().</remarks>
internal static class StringText
{
    public static string Of(Source source, Token token)
    {
        var bytes = source.Body.Span;
        return token.Kind == TokenKind.BlockString
            ? BlockValue(Encoding.UTF8.GetString(bytes[(token.Start + 3)..(token.End - 3)]).Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal))
            : Quoted(source, bytes, token.Start + 1, token.End - 1);
    }

    static string Quoted(Source source, ReadOnlySpan<byte> bytes, int start, int end)
    {
        if (!bytes[start..end].Contains((byte)'\\')) return Encoding.UTF8.GetString(bytes[start..end]);
        var text = new StringBuilder(end - start);
        while (start < end)
        {
            var plain = bytes[start..end].IndexOf((byte)'\\');
            if (plain < 0) plain = end - start;
            text.Append(Encoding.UTF8.GetString(bytes.Slice(start, plain)));
            start += plain;
            if (start >= end) break;
            var (value, size) = ReadEscape(source, start);
            text.Append(value);
            start += size;
        }
        return text.ToString();
    }

    /// <summary>The escape that begins at <paramref name="position"/>: its text and its length in bytes.</summary>
    internal static (string Value, int Size) ReadEscape(Source source, int position)
    {
        var rest = source.Body.Span[position..];
        if (rest is [_, (byte)'u', (byte)'{', ..]) return VariableWidth(source, position, rest);
        if (rest is [_, (byte)'u', ..]) return FixedWidth(source, position, rest);
        var value = rest.Length < 2 ? null : rest[1] switch
        {
            (byte)'"' => "\"", (byte)'\\' => "\\", (byte)'/' => "/", (byte)'b' => "\b",
            (byte)'f' => "\f", (byte)'n' => "\n", (byte)'r' => "\r", (byte)'t' => "\t", _ => null,
        };
        return value is not null ? (value, 2)
            : throw new GraphQLSyntaxException(source, position, $"Invalid character escape sequence: \"{Slice(rest, 2)}\".");
    }

    static (string, int) VariableWidth(Source source, int position, ReadOnlySpan<byte> rest)
    {
        int point = 0, size = 3;
        while (size < 12)
        {
            var b = size < rest.Length ? rest[size] : (byte)0;
            size++;
            if (b == '}')
            {
                if (size < 5 || !Rune.IsValid(point)) break;
                return (new Rune(point).ToString(), size);
            }
            point = (point << 4) | HexDigit(b);
            if (point < 0) break;
        }
        throw InvalidUnicode(source, position, rest, size);
    }

    static (string, int) FixedWidth(Source source, int position, ReadOnlySpan<byte> rest)
    {
        var code = Hex4(rest, 2);
        if (code >= 0 && Rune.IsValid(code)) return (((char)code).ToString(CultureInfo.InvariantCulture), 6);
        if (code is >= 0xD800 and <= 0xDBFF && rest.Length > 7 && rest[6] == '\\' && rest[7] == 'u')
        {
            var trailing = Hex4(rest, 8);
            if (trailing is >= 0xDC00 and <= 0xDFFF) return (new string([(char)code, (char)trailing]), 12);
        }
        throw InvalidUnicode(source, position, rest, 6);
    }

    static GraphQLSyntaxException InvalidUnicode(Source source, int position, ReadOnlySpan<byte> rest, int size) =>
        new(source, position, $"Invalid Unicode escape sequence: \"{Slice(rest, size)}\".");

    static int Hex4(ReadOnlySpan<byte> rest, int at)
    {
        var value = 0;
        for (var i = at; i < at + 4; i++) value = (value << 4) | (i < rest.Length ? HexDigit(rest[i]) : -1);
        return value;
    }

    static int HexDigit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };

    /// <summary>The first UTF-16 units of some bytes, as a message shows them.</summary>
    static string Slice(ReadOnlySpan<byte> bytes, int units)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, units * 4)]);
        return text.Length <= units ? text : text[..units];
    }

    static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    /// <summary>BlockStringValue(rawValue) of specification 2.9.4.</summary>
    static string BlockValue(string raw)
    {
        var lines = raw.Split(LineEnds, StringSplitOptions.None);
        int commonIndent = int.MaxValue, first = -1, last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].AsSpan().IndexOfAnyExcept('\t', ' ');
            if (indent < 0) continue;
            if (first < 0) first = i;
            last = i;
            if (i != 0) commonIndent = Math.Min(commonIndent, indent);
        }
        if (first < 0) return "";
        var kept = new StringBuilder(raw.Length);
        for (var i = first; i <= last; i++)
        {
            if (i > first) kept.Append('\n');
            kept.Append(i == 0 ? lines[i] : lines[i].AsSpan(Math.Min(commonIndent, lines[i].Length)));
        }
        return kept.ToString();
    }
}
