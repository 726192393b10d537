using System.Buffers;
using System.Security.Cryptography;
using OpenData.Intake;

namespace OpenData.Store.Files;

/// <summary>Original files in a folder, each under its SHA-256: <c>ab/abcdef…</c>.</summary>
internal sealed class FileOriginalStore(string folder, Func<Guid> ids) : IOriginalStore
{
    private const string Temporary = ".tmp";
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <inheritdoc/>
    public async Task KeepAsync(Upload upload, CancellationToken cancellation = default)
    {
        var path = PathOf(upload.Sha256) ?? throw new ArgumentException($"'{upload.Sha256}' is no SHA-256 in lower-case hex.", nameof(upload));
        if (new FileInfo(path) is { Exists: true } kept && kept.Length == upload.Bytes)
        {
            return;
        }

        DurableFiles.CreateFolder(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{ids():N}{Temporary}";
        try
        {
            var found = await CopyAsync(upload.Path, temporary, cancellation);
            if (found != upload.Sha256)
            {
                throw new InvalidDataException($"The bytes of '{upload.Name}' have changed since they were hashed: expected SHA-256 {upload.Sha256}, found {found}.");
            }

            DurableFiles.Commit(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public Stream? Open(string sha256) =>
        PathOf(sha256) is { } path && File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan)
            : null;

    /// <inheritdoc/>
    public Upload? Inspect(string sha256, string name, CancellationToken cancellation = default) =>
        PathOf(sha256) is { } path && File.Exists(path) ? Receiver.Inspect(path, name, cancellation) : null;

    /// <summary>Removes what killed publishes left half written; returns how many files that were.</summary>
    public int Sweep()
    {
        var left = Directory.GetFiles(folder, "*" + Temporary, SearchOption.AllDirectories);
        Array.ForEach(left, File.Delete);
        return left.Length;
    }

    /// <summary>The only way from a hash to a path: what is not 64 lower-case hex digits has none.</summary>
    private string? PathOf(string sha256) =>
        sha256.Length == SHA256.HashSizeInBytes * 2 && !sha256.AsSpan().ContainsAnyExcept(Hex)
            ? Path.Combine(folder, sha256[..2], sha256)
            : null;

    private static async Task<string> CopyAsync(string from, string to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = new byte[StoreLimits.CopyBuffer];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
