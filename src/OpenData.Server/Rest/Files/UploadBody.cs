namespace OpenData.Server.Rest.Files;

/// <summary>A body being uploaded: a read that fails is the sender's fault (400), told apart from a full disk on our side.</summary>
internal sealed class UploadBody(Stream body) : Stream
{
    /// <summary>RFC 2046, section 5.1.1: a boundary has at most 70 characters.</summary>
    public const int BoundaryLength = 70;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception cut) when (cut is IOException and not BadHttpRequestException or InvalidDataException)
        {
            throw new BadHttpRequestException("The upload ended early or is malformed.", cut);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
