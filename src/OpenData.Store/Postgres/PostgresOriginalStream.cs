using Dapper;

namespace OpenData.Store.Postgres;

/// <summary>An original, read part by part; seeking costs nothing, and no connection is held between two reads.</summary>
internal sealed class PostgresOriginalStream(PostgresServer server, string sha256, long length) : Stream
{
    private byte[] part = [];
    private long partStart;
    private long position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || position >= length)
        {
            return 0;
        }

        if (position < partStart || position >= partStart + part.Length)
        {
            var number = (int)(position / StoreLimits.OriginalPart);
            part = await server.AgainAsync(() => FetchAsync(number, cancellationToken), cancellationToken)
                ?? throw new EndOfStreamException($"Part {number} of the original {sha256} is missing.");
            partStart = (long)number * StoreLimits.OriginalPart;
        }

        var rest = part.AsMemory((int)(position - partStart));
        var count = Math.Min(rest.Length, buffer.Length);
        if (count == 0)
        {
            throw new EndOfStreamException($"The original {sha256} ends at byte {position:N0} of {length:N0}.");
        }

        rest[..count].CopyTo(buffer);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("An original never changes.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("An original never changes.");

    private async Task<byte[]?> FetchAsync(int number, CancellationToken cancellation)
    {
        await using var connection = await server.Primary.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            "SELECT bytes FROM original_part WHERE sha256 = @sha256 AND part = @number", new { sha256, number }, cancellationToken: cancellation));
    }
}
