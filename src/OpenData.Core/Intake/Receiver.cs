namespace OpenData.Intake;

/// <summary>Receives a file: its bytes to disk, its hash, its kind and its encoding, in one pass.</summary>
public static class Receiver
{
    /// <summary>Writes a stream to a new file in <paramref name="folder"/> and looks at it. The caller deletes the file.</summary>
    public static Task<Upload> ReceiveAsync(Stream content, string name, string folder, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Looks at a file that is on disk already.</summary>
    public static Upload Inspect(string path, string? name = null, CancellationToken cancellation = default) => throw new NotImplementedException();
}
