using System.Buffers;
using System.Security.Cryptography;

namespace OpenData.Intake;

/// <summary>Hashes a file block by block on another thread, while this one reads and looks at the blocks.</summary>
internal sealed class BlockHash : IDisposable
{
    /// <summary>One block is being read, one looked at, one hashed.</summary>
    private const int Blocks = 3;

    /// <summary>Fewer bytes are hashed here: handing them over would take longer.</summary>
    private const int FewBytes = 1 << 16;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly (byte[] Bytes, Task Hashed)[] blocks = new (byte[], Task)[Blocks];
    private Task last = Task.CompletedTask;
    private int next;

    /// <summary>A block to be read into: the one whose hashing ended longest ago.</summary>
    public byte[] NextBlock()
    {
        ref var block = ref blocks[next++ % Blocks];
        block.Hashed?.GetAwaiter().GetResult();
        return block.Bytes ??= ArrayPool<byte>.Shared.Rent(IntakeLimits.BlockSize);
    }

    /// <summary>Hashes the first bytes of a block, after all before; it is not to be written to until <see cref="NextBlock"/> gives it again.</summary>
    public void Append(byte[] block, int length)
    {
        if (length < FewBytes)
        {
            last.GetAwaiter().GetResult();
            hash.AppendData(block, 0, length);
            return;
        }

        var before = last;
        last = Task.Run(() => AppendAsync(before, block, length));
        blocks[(next - 1) % Blocks].Hashed = last;
    }

    /// <summary>The SHA-256 of all that was appended, lower-case hex.</summary>
    public string Finish()
    {
        last.GetAwaiter().GetResult();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Not under the hands of the thread that hashes, where reading broke off.
        last.GetAwaiter().GetResult();
        hash.Dispose();
        foreach (var (bytes, _) in blocks)
        {
            if (bytes is not null)
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
    }

    private async Task AppendAsync(Task before, byte[] block, int length)
    {
        await before;
        hash.AppendData(block, 0, length);
    }
}
