namespace OpenData.Cli.Output;

/// <summary>Writes a result file whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside <paramref name="path"/>, flushes, and renames into place; a stopped run leaves what was there before.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        if (IsDevice(path))
        {
            await using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            await write(device);
            return;
        }

        // A link keeps pointing: its target is what is replaced.
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>True for what cannot be renamed over: <c>/dev/stdout</c>, <c>/dev/null</c>, a named pipe.</summary>
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && Path.Exists(path);
}
