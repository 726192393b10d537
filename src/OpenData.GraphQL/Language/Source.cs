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

    const int Step = 256;
    (int Line, int Column)[]? checkpoints;

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
        // A document on one long line with a hundred errors of a thousand places each must not be counted through for each.
        var marks = checkpoints ??= Checkpoints();
        var start = Math.Min(offset / Step, marks.Length - 1);
        var place = marks[start];
        for (var i = start * Step; i < offset && i < Body.Length; i++) place = Next(place, i);
        return new SourceLocation(place.Line, place.Column, offset);
    }

    (int Line, int Column)[] Checkpoints()
    {
        var marks = new (int, int)[Body.Length / Step + 1];
        var place = (Line: 1, Column: 1);
        for (var i = 0; i < Body.Length; i++)
        {
            if (i % Step == 0) marks[i / Step] = place;
            place = Next(place, i);
        }
        if (Body.Length % Step == 0) marks[^1] = place;
        return marks;
    }

    /// <summary>The place after a byte. Specification 2.1.3 (Line Terminators): a carriage return and a line feed are one.</summary>
    (int Line, int Column) Next((int Line, int Column) place, int at)
    {
        var bytes = Body.Span;
        return bytes[at] switch
        {
            (byte)'\n' when at > 0 && bytes[at - 1] == '\r' => (place.Line, 1),
            (byte)'\n' or (byte)'\r' => (place.Line + 1, 1),
            var b => (place.Line, place.Column + ((b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1)),
        };
    }
}
