namespace OpenData.Tests;

/// <summary>Where the repository is, and the real files beside it, which not every machine has.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Files of other people, which may be read here but not be copied into the repository; null where they are absent.</summary>
    public static string? RealFiles { get; } = Directory.Exists(Path.Combine(Folder, "..", "shared", "data", "real")) ? Path.GetFullPath(Path.Combine(Folder, "..", "shared", "data", "real")) : null;

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OpenData.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}

/// <summary>A test of the real files: skipped, visibly, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealFilesFactAttribute : FactAttribute
{
    public RealFilesFactAttribute() => Skip = Repository.RealFiles is null ? "The real files (../shared/data/real) are not on this machine." : null;
}

/// <summary>A test of each of several real files: skipped, visibly, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealFilesTheoryAttribute : TheoryAttribute
{
    public RealFilesTheoryAttribute() => Skip = Repository.RealFiles is null ? "The real files (../shared/data/real) are not on this machine." : null;
}
