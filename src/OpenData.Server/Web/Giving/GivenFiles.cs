using OpenData.Intake;

namespace OpenData.Server.Web.Giving;

/// <summary>Whose file for what: everybody's own is kept apart.</summary>
/// <param name="Resource">The resource it was given for.</param>
/// <param name="Person">The id of who gave it.</param>
internal sealed record GivenBy(Guid Resource, string Person);

/// <summary>
/// The file that somebody gave last and that was not accepted, kept for a day beside the uploads: it can be mended, or described, without being given
/// again. A server that does not have it any more, or never had, asks for it again.
/// </summary>
internal sealed class GivenFiles(ServerOptions options)
{
    private const string Data = "data";
    private const string Name = "name";
    private string Root => Path.Combine(options.TempFolder, "given");

    /// <summary>Keeps a file in place of the one before it; the upload's own is moved away.</summary>
    public void Keep(GivenBy by, Upload upload)
    {
        Sweep();
        Forget(by);
        var folder = Directory.CreateDirectory(Folder(by)).FullName;
        File.WriteAllText(Path.Combine(folder, Name), upload.Name);
        File.Move(upload.Path, Path.Combine(folder, Data));
    }

    /// <summary>The file, or null where none is kept.</summary>
    public Upload? Find(GivenBy by)
    {
        var folder = Folder(by);
        try
        {
            return Receiver.Inspect(Path.Combine(folder, Data), File.ReadAllText(Path.Combine(folder, Name)));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes the file: it was accepted, or another takes its place.</summary>
    public void Forget(GivenBy by) => Delete(Folder(by));

    private void Sweep()
    {
        var oldest = options.Clock.GetUtcNow().UtcDateTime - ServerLimits.GivenKept;
        foreach (var folder in Directory.Exists(Root) ? Directory.GetDirectories(Root) : [])
        {
            if (Directory.GetLastWriteTimeUtc(folder) < oldest)
            {
                Delete(folder);
            }
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing was kept, or another request was faster.
        }
    }

    private string Folder(GivenBy by) => Path.Combine(Root, $"{by.Resource:N}-{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(by.Person))}");
}
