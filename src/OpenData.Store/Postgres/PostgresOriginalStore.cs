using System.Security.Cryptography;
using Dapper;
using Npgsql;
using OpenData.Intake;

namespace OpenData.Store.Postgres;

/// <summary>Original files in the database, in parts of <see cref="StoreLimits.OriginalPart"/> bytes: all nodes have them, and a backup of the database has them too.</summary>
internal sealed class PostgresOriginalStore(PostgresServer server, Func<Guid> ids) : IOriginalStore, IDisposable
{
    /// <summary>Where originals are looked at anew: a check needs a file that can be read several times.</summary>
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"opendata-originals-{ids():N}");

    /// <inheritdoc/>
    public async Task KeepAsync(Upload upload, CancellationToken cancellation = default)
    {
        await server.AgainAsync(
            async () =>
            {
                await KeepOnceAsync(upload, cancellation);
                return true;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Stream? Open(string sha256)
    {
        var bytes = server.AgainAsync(
            async () =>
            {
                await using var connection = await server.Primary.OpenConnectionAsync();
                return await connection.ExecuteScalarAsync<long?>("SELECT bytes FROM original WHERE sha256 = @sha256", new { sha256 });
            },
            CancellationToken.None).GetAwaiter().GetResult();
        return bytes is { } length ? new PostgresOriginalStream(server, sha256, length) : null;
    }

    /// <inheritdoc/>
    public Upload? Inspect(string sha256, string name, CancellationToken cancellation = default)
    {
        using var kept = sha256.All(char.IsAsciiHexDigitLower) ? Open(sha256) : null;
        if (kept is null)
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        Forget();
        var path = Path.Combine(folder, $"{sha256}-{ids():N}");
        using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            kept.CopyTo(copy);
        }

        return Receiver.Inspect(path, name, cancellation);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Removes copies that were made an hour ago: no check lasts as long.</summary>
    private void Forget()
    {
        foreach (var copy in new DirectoryInfo(folder).GetFiles())
        {
            if (DateTime.UtcNow - copy.LastWriteTimeUtc > StoreLimits.OriginalCopy)
            {
                copy.Delete();
            }
        }
    }

    private async Task KeepOnceAsync(Upload upload, CancellationToken cancellation)
    {
        await using var connection = await server.Primary.OpenConnectionAsync(cancellation);
        if (await connection.ExecuteScalarAsync<long?>("SELECT bytes FROM original WHERE sha256 = @Sha256", new { upload.Sha256 }) == upload.Bytes)
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var added = await connection.ExecuteAsync("INSERT INTO original (sha256, bytes) VALUES (@Sha256, @Bytes) ON CONFLICT DO NOTHING", new { upload.Sha256, upload.Bytes }, transaction);
        if (added == 0)
        {
            // Another publish of the same bytes was first; it has committed, or the insert would have waited for it.
            return;
        }

        var found = await CopyAsync(connection, upload, cancellation);
        if (found != upload.Sha256)
        {
            throw new InvalidDataException($"The bytes of '{upload.Name}' have changed since they were hashed: expected SHA-256 {upload.Sha256}, found {found}.");
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task<string> CopyAsync(NpgsqlConnection connection, Upload upload, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = new FileStream(upload.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using var insert = new NpgsqlCommand("INSERT INTO original_part (sha256, part, bytes) VALUES ($1, $2, $3)", connection);
        var part = new NpgsqlParameter<int> { TypedValue = 0 };
        var bytes = new NpgsqlParameter<ReadOnlyMemory<byte>>();
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = upload.Sha256 });
        insert.Parameters.Add(part);
        insert.Parameters.Add(bytes);
        var buffer = new byte[StoreLimits.OriginalPart];
        for (int read; (read = await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation)) > 0; part.TypedValue++)
        {
            hash.AppendData(buffer, 0, read);
            bytes.TypedValue = buffer.AsMemory(0, read);
            await insert.ExecuteNonQueryAsync(cancellation);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
