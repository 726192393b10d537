using System.Text;
using System.Text.Unicode;

namespace OpenData.GraphQL.Language;

/// <summary>Where something stands in a document: line and column count from 1, the column in UTF-16 units, the offset in bytes from 0.</summary>
/// <remarks>Specification 7.1.2 (Errors): line and column are positive numbers starting from 1.</remarks>
public readonly record struct SourceLocation(int Line, int Column, int Offset);

/// <summary>The text of a GraphQL document as UTF-8 bytes.</summary>
/// <remarks>Specification 2.1 (Source Text). Bytes that are not UTF-8 are kept; the parser refuses them.</remarks>
public sealed class Source(ReadOnlyMemory<byte> body)
{
    public Source(string text) : this(Encoding.UTF8.GetBytes(text)) { }

    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>The offset of the first byte that is not UTF-8, or -1.</summary>
    internal int FirstInvalidByte()
    {
        var bytes = Body.Span;
        if (Utf8.IsValid(bytes)) return -1;
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == System.Buffers.OperationStatus.Done) offset += length;
        return offset;
    }

    /// <summary>The line and column of a byte offset; worked out when asked, because only errors ask.</summary>
    public SourceLocation LocationOf(int offset)
    {
        var bytes = Body.Span;
        int line = 1, lineStart = 0;
        for (var i = 0; i < offset && i < bytes.Length; i++)
        {
            if (bytes[i] == '\n') { line++; lineStart = i + 1; }
            else if (bytes[i] == '\r')
            {
                var next = i + 1 < bytes.Length && bytes[i + 1] == '\n' ? i + 2 : i + 1;
                if (next > offset) break;
                line++;
                lineStart = next;
                i = next - 1;
            }
        }
        return new SourceLocation(line, 1 + Utf16Length(bytes[lineStart..Math.Min(offset, bytes.Length)]), offset);
    }

    static int Utf16Length(ReadOnlySpan<byte> bytes)
    {
        var units = 0;
        foreach (var b in bytes) units += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        return units;
    }
}
