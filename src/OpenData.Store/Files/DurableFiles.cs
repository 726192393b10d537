using System.Runtime.InteropServices;
using System.Text;

namespace OpenData.Store.Files;

/// <summary>The last step of every file that is written: on the disk, then under its name, then the name on the disk.</summary>
internal static class DurableFiles
{
    /// <summary>Gives a finished temporary file its name; after it returns, a power cut finds the file whole.</summary>
    public static void Commit(string temporary, string path)
    {
        using (var file = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite, FileShare.Read))
        {
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes a folder and sees to it that a power cut does not forget its name.</summary>
    public static void CreateFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            FlushFolder(Path.GetDirectoryName(path)!);
        }
    }

    private static void FlushFolder(string path)
    {
        // NTFS keeps names in its journal, and .NET opens no folders.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"The folder '{path}' cannot be opened (errno {Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            // Some network file systems know no fsync of a folder: then the name is as safe as they make it.
            if (Flush(descriptor) != 0 && Marshal.GetLastPInvokeError() is var error and not InvalidArgument)
            {
                throw new IOException($"The folder '{path}' cannot be written to the disk (errno {error}).");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private const int ReadOnly = 0;
    private const int InvalidArgument = 22;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
