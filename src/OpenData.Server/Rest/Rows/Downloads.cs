using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Extensions.Hosting;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Whole tables as CSV, made once of each release that somebody asks for: with a length, and served in ranges.</summary>
internal sealed partial class Downloads(IDataStore store, IHostApplicationLifetime life, ILogger<Downloads> log) : IDisposable
{
    public const string Plain = "csv";
    public const string Compressed = "csv.gz";

    private readonly ConcurrentDictionary<string, Lazy<Task>> making = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>True where the store keeps such files.</summary>
    public bool AreKept => store.Downloads is not null;

    /// <summary>The file, or null where it is not made; then it is being made from now on.</summary>
    public Stream? Open(Release release, string key, string suffix)
    {
        if (store.Downloads!.Open(release.Unit, suffix) is { } file)
        {
            return file;
        }

        _ = BeginAsync(release, key);
        return null;
    }

    /// <summary>The file, made where it was not; null where it could not be made.</summary>
    public async Task<Stream?> MakeAsync(Release release, string key, string suffix, CancellationToken cancellation)
    {
        if (Open(release, key, suffix) is { } file)
        {
            return file;
        }

        await BeginAsync(release, key).WaitAsync(cancellation);
        return store.Downloads!.Open(release.Unit, suffix);
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Makes the files of a release, once for all who wait for them.</summary>
    private Task BeginAsync(Release release, string key) =>
        making.GetOrAdd(release.Unit, _ => new Lazy<Task>(() => Task.Run(() => WriteAsync(release, key)))).Value;

    private async Task WriteAsync(Release release, string key)
    {
        // Not with the request that asked first: others may wait for the same file, and the next will be glad of it.
        var stopping = life.ApplicationStopping;
        try
        {
            await turn.WaitAsync(stopping);
            try
            {
                await store.Downloads!.KeepAsync(release.Unit, Plain, (file, cancellation) => WriteRowsAsync(release, key, file, cancellation), stopping);
                await store.Downloads!.KeepAsync(release.Unit, Compressed, (file, cancellation) => CompressAsync(release, file, cancellation), stopping);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            // The rows stream all the same: a full disk takes ranges away, and nothing else.
            NotMade(log, fault, release.Unit);
        }
        finally
        {
            making.TryRemove(release.Unit, out _);
        }
    }

    private async Task WriteRowsAsync(Release release, string key, Stream file, CancellationToken cancellation)
    {
        var page = new RowPage { Release = release, Key = key, Columns = release.Dictionary.Columns, Dress = RowDress.Plain, Language = Language.Thai };
        await using var rows = await store.Rows.QueryAsync(release, new RowQuery { Select = [.. Enumerable.Range(0, release.Dictionary.Columns.Count)] }, cancellation);
        await RowPump.RunAsync(rows, RowFormat.Csv, page, file, cancellation);
    }

    private async Task CompressAsync(Release release, Stream file, CancellationToken cancellation)
    {
        await using var plain = store.Downloads!.Open(release.Unit, Plain) ?? throw new IOException($"The download of unit {release.Unit} was swept while it was compressed.");
        await using var compressing = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        await plain.CopyToAsync(compressing, cancellation);
    }

    [LoggerMessage(1, LogLevel.Warning, "The download of unit {Unit} was not made.")]
    private static partial void NotMade(ILogger logger, Exception fault, string unit);
}
