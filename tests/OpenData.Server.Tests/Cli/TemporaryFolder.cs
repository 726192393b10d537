using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.Cli;

/// <summary>A folder of a test's own, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opendata-cli-");

    public string Path => folder.FullName;

    /// <summary>What <c>--data</c> names: the folder <c>data</c> in this one or, where the run is about PostgreSQL, the database that stands for it.</summary>
    public string Data => TestStore.Of(File("data"));

    public string File(string name) => System.IO.Path.Combine(folder.FullName, name);

    public void Dispose()
    {
        TestStore.Drop(File("data"));
        folder.Delete(recursive: true);
    }
}
