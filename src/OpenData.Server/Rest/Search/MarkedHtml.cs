using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OpenData.Server.Rest.Search;

/// <summary>A piece of HTML in the making, in borrowed room.</summary>
/// <param name="letters">Characters of the text.</param>
/// <param name="marks">How many of its words are marked.</param>
internal sealed class MarkedHtml(int letters, int marks) : IDisposable
{
    private const int RoomOfMark = 16;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly char[] room = ArrayPool<char>.Shared.Rent((letters * Encoder.MaxOutputCharactersPerInputCharacter) + (marks * RoomOfMark) + RoomOfMark);
    private int length;

    /// <summary>Writes HTML.</summary>
    public void Write(string html)
    {
        html.CopyTo(room.AsSpan(length));
        length += html.Length;
    }

    /// <summary>Writes a text, escaped.</summary>
    public void Encode(ReadOnlySpan<char> text)
    {
        Encoder.Encode(text, room.AsSpan(length), out _, out var written);
        length += written;
    }

    public override string ToString() => new(room, 0, length);

    public void Dispose() => ArrayPool<char>.Shared.Return(room);
}
