namespace OpenData.Intake;

/// <summary>Receives a file: its bytes to disk, its hash, its kind and its encoding, every byte read once.</summary>
public static class Receiver
{
    /// <summary>Writes a stream to a new file in <paramref name="folder"/> and looks at it. The caller deletes the file.</summary>
    /// <param name="content">The bytes, read to the end.</param>
    /// <param name="name">The name they come under; only its last part is kept.</param>
    /// <param name="folder">An existing folder.</param>
    /// <param name="cancellation">Stops the reception; the file is then removed.</param>
    public static async Task<Upload> ReceiveAsync(Stream content, string name, string folder, CancellationToken cancellation = default)
    {
        var path = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, useAsync: true))
            {
                await content.CopyToAsync(file, IntakeLimits.BlockSize, cancellation);
            }

            return Inspect(path, name, cancellation);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Looks at a file that is on disk already.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name it came under, or null for the file's own.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Upload Inspect(string path, string? name = null, CancellationToken cancellation = default)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var hash = new BlockHash();
        var text = new TextScan();
        var head = Array.Empty<byte>();
        long total = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = hash.NextBlock();
            var read = Fill(file, block);
            if (read == 0)
            {
                break;
            }

            hash.Append(block, read);
            head = total == 0 ? block.AsSpan(0, Math.Min(read, IntakeLimits.HeadSize)).ToArray() : head;
            total += read;
            text.Add(block.AsSpan(0, read));
        }

        var kind = FileKinds.Tell(head, path, total, text);
        var facts = kind == FileKind.Csv ? text.Finish(path, head) : null;
        return new Upload(Path.GetFileName(name ?? path), path, hash.Finish(), total, kind, facts);
    }

    /// <summary>Fills the block as far as the stream goes, so that blocks are equal however the stream delivers them.</summary>
    private static int Fill(FileStream file, byte[] block)
    {
        var filled = 0;
        while (filled < block.Length)
        {
            var read = file.Read(block, filled, block.Length - filled);
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        return filled;
    }
}
