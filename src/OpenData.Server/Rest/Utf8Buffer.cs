using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace OpenData.Server.Rest;

/// <summary>Bytes of an answer on their way: rows are written into it cell by cell, and whoever sends them empties it. Its memory is borrowed.</summary>
/// <param name="first">Bytes that there is room for at first.</param>
internal sealed class Utf8Buffer(int first = 16 << 10) : IDisposable
{
    private const int LongestNumber = 40;

    /// <summary>What cannot stand in a string of JSON as it is (RFC 8259, section 7).</summary>
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(first);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Write(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
    }

    public void Write(byte character)
    {
        Room(1)[0] = character;
        Length++;
    }

    public void Write(string text) => Length += System.Text.Encoding.UTF8.GetBytes(text, Room(System.Text.Encoding.UTF8.GetMaxByteCount(text.Length)));

    public void Write(long number)
    {
        Utf8Formatter.TryFormat(number, Room(LongestNumber), out var written);
        Length += written;
    }

    /// <summary>The shortest digits that read back as the same number.</summary>
    public void Write(double number)
    {
        number.TryFormat(Room(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>A string of JSON, with its quotes.</summary>
    public void WriteJson(ReadOnlySpan<byte> text)
    {
        Write((byte)'"');
        var plain = text.IndexOfAny(Escaped);
        while (plain >= 0)
        {
            Write(text[..plain]);
            WriteEscaped(text[plain]);
            text = text[(plain + 1)..];
            plain = text.IndexOfAny(Escaped);
        }

        Write(text);
        Write((byte)'"');
    }

    public void WriteJson(string? text)
    {
        if (text is null)
        {
            Write("null"u8);
            return;
        }

        // Hardly a text has what must be escaped: it is written as it is, and again where it has.
        var start = Length;
        Write((byte)'"');
        Write(text);
        if (bytes.AsSpan((start + 1)..Length).IndexOfAny(Escaped) < 0)
        {
            Write((byte)'"');
            return;
        }

        Length = start;
        WriteJson(System.Text.Encoding.UTF8.GetBytes(text));
    }

    public void Dispose()
    {
        var held = Interlocked.Exchange(ref bytes, []);
        if (held.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(held);
        }
    }

    private void WriteEscaped(byte character)
    {
        switch (character)
        {
            case (byte)'"':
                Write("\\\""u8);
                break;
            case (byte)'\\':
                Write("\\\\"u8);
                break;
            case (byte)'\n':
                Write("\\n"u8);
                break;
            case (byte)'\r':
                Write("\\r"u8);
                break;
            case (byte)'\t':
                Write("\\t"u8);
                break;
            default:
                Write("\\u00"u8);
                Write((byte)(character < 16 ? '0' : '1'));
                Write("0123456789abcdef"u8[character & 15]);
                break;
        }
    }

    private Span<byte> Room(int count)
    {
        if (bytes.Length - Length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(Length + count), bytes.Length * 2));
            bytes.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsSpan(Length);
    }
}

/// <summary>A stream that ends in a buffer, for packages that write to streams.</summary>
internal sealed class BufferStream(Utf8Buffer buffer) : Stream
{
    private long position;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        buffer.Write(bytes);
        position += bytes.Length;
    }

    public override void Write(byte[] bytes, int offset, int count) => Write(bytes.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
