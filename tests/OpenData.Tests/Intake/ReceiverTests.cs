using System.Security.Cryptography;
using OpenData.Intake;

namespace OpenData.Tests.Intake;

/// <summary>However the bytes come, the file is whole or not there at all.</summary>
public sealed class ReceiverTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opendata-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Bytes_that_come_one_at_a_time_make_the_same_file()
    {
        var bytes = "จังหวัด,ปี\r\nน่าน,2566\r\n"u8.ToArray();
        var upload = await Receiver.ReceiveAsync(new Trickle(bytes), "../งบ.csv", folder);
        (await File.ReadAllBytesAsync(upload.Path)).Should().Equal(bytes);
        Path.GetDirectoryName(upload.Path).Should().Be(folder);
        upload.Should().BeEquivalentTo(new { Name = "งบ.csv", Bytes = (long)bytes.Length, Kind = FileKind.Csv, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) });
        upload.Text.Should().BeEquivalentTo(new { CrLf = 2, Lf = 0, Cr = 0 });
    }

    [Fact]
    public async Task A_stream_that_breaks_leaves_nothing_behind()
    {
        var receiving = () => Receiver.ReceiveAsync(new Trickle("a,b\n1,2\n"u8.ToArray()) { BreaksAt = 4 }, "a.csv", folder);
        await receiving.Should().ThrowAsync<IOException>().WithMessage("the line went dead");
        Directory.GetFiles(folder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_reception_that_is_stopped_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        var receiving = () => Receiver.ReceiveAsync(new Trickle("a,b\n1,2\n"u8.ToArray()) { At = (4, stop.Cancel) }, "a.csv", folder, stop.Token);
        await receiving.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetFiles(folder).Should().BeEmpty();
    }

    [Fact]
    public void A_file_of_twenty_megabytes_has_the_hash_size_and_lines_that_it_has()
    {
        var line = "จังหวัดน่าน,2566,474539\r\n"u8.ToArray();
        var bytes = new byte[20 * 1024 * 1024 / line.Length * line.Length];
        for (var at = 0; at < bytes.Length; at += line.Length)
        {
            line.CopyTo(bytes, at);
        }

        using var file = Checked.Of(bytes);
        file.Upload.Sha256.Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        file.Upload.Bytes.Should().Be(bytes.Length);
        file.Text.Should().BeEquivalentTo(new { Encoding = TextEncoding.Utf8, CrLf = (long)bytes.Length / line.Length, Lf = 0L, Cr = 0L, MayBeDamaged = false });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(1048575)]
    [InlineData(1048576)]
    [InlineData(1048577)]
    public void The_hash_is_right_at_every_size_around_a_block(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        using var file = Checked.Of(bytes);
        file.Upload.Sha256.Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>A stream that gives a byte at a time and may break on the way.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public int BreaksAt { get; init; } = int.MaxValue;
        public (int Byte, Action Act)? At { get; init; }

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            if (Position >= BreaksAt)
            {
                throw new IOException("the line went dead");
            }

            if (At is { } at && Position >= at.Byte)
            {
                at.Act();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return await base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyAsync(destination, cancellationToken);

        private async Task CopyAsync(Stream destination, CancellationToken cancellation)
        {
            var one = new byte[1];
            while (await ReadAsync(one, cancellation) > 0)
            {
                await destination.WriteAsync(one, cancellation);
            }
        }
    }
}
