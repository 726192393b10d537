namespace OpenData.Cli.Output;

/// <summary>Writes a result file whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside <paramref name="path"/>, flushes, and renames into place; a stopped run leaves what was there before.</summary>
    public static async Task WriteAsync(string path, Terminal terminal, Func<Stream, Task> write)
    {
        Refuse(path, terminal);
        if (IsDevice(path) && Path.Exists(path))
        {
            await using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            await write(device);
            return;
        }

        // A link keeps pointing: its target is what is replaced.
        var named = new FileInfo(path);
        var target = named.LinkTarget is null ? named.FullName : named.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
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

    private static void Refuse(string path, Terminal terminal)
    {
        if (Directory.Exists(path))
        {
            throw new RefusalException(terminal.Say($"{path} เป็นโฟลเดอร์ ต้องระบุชื่อไฟล์", $"{path} is a folder; name a file to write"));
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new RefusalException(terminal.Say($"ไม่พบโฟลเดอร์ {folder}", $"no such folder: {folder}"));
        }
    }

    /// <summary>True for what cannot be renamed over, such as <c>/dev/stdout</c> and <c>/dev/null</c>; <c>/dev/shm</c> holds files.</summary>
    public static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
