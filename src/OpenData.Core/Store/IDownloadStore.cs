namespace OpenData.Store;

/// <summary>Whole tables as files, each made once of a release and kept beside its rows. They can be made again: losing one costs nothing but time.</summary>
public interface IDownloadStore
{
    /// <summary>Opens a file of a unit, or null where it is not made; the stream can seek.</summary>
    /// <param name="unit">The store unit of the release.</param>
    /// <param name="suffix">Its form, such as <c>csv</c>: small letters and points.</param>
    Stream? Open(string unit, string suffix);

    /// <summary>Keeps what <paramref name="write"/> writes: all of it, or nothing where it fails or the process ends.</summary>
    Task KeepAsync(string unit, string suffix, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation = default);
}
