using System.Buffers;

namespace OpenData.GraphQL.Execution;

/// <summary>Bytes of a response in pooled memory, up to a limit.</summary>
internal sealed class PooledBuffer(int most) : IBufferWriter<byte>, IDisposable
{
    byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Advance(int count)
    {
        Length += count;
        if (Length > most) throw new ResponseTooLargeException(Length, most);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(Math.Max(sizeHint, 4096));
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(Math.Max(sizeHint, 4096));
        return bytes.AsSpan(Length);
    }

    public void Dispose()
    {
        var held = Interlocked.Exchange(ref bytes, []);
        if (held.Length > 0) ArrayPool<byte>.Shared.Return(held);
    }

    void Grow(int room)
    {
        if (bytes.Length - Length >= room) return;
        // Refused before the memory is taken: one huge value must not double a buffer that is full.
        if (Length > most) throw new ResponseTooLargeException(Length, most);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + room));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}

/// <summary>The response went over <see cref="GraphQLLimits.MaxResponseBytes"/>.</summary>
internal sealed class ResponseTooLargeException(long value, long maximum) : Exception
{
    public GraphQLError ToError() => GraphQLLimits.Refuse("responseBytes", "The response has too many bytes", value, maximum);
}
