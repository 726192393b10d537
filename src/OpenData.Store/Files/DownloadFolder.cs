using System.Buffers;

namespace OpenData.Store.Files;

/// <summary>The folder of downloads: <c>&lt;unit&gt;.&lt;suffix&gt;</c> is finished and never changes, what has <c>.tmp</c> in its name is being written.</summary>
internal sealed class DownloadFolder(string folder, Func<Guid> ids) : IDownloadStore
{
    private const string Temporary = ".tmp";
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz.");

    /// <inheritdoc/>
    public Stream? Open(string unit, string suffix)
    {
        var path = PathOf(unit, suffix);
        try
        {
            return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, StoreLimits.DownloadBuffer, FileOptions.Asynchronous) : null;
        }
        catch (FileNotFoundException)
        {
            // Swept in between.
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task KeepAsync(string unit, string suffix, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation = default)
    {
        var path = PathOf(unit, suffix);
        var temporary = $"{path}.{ids():N}{Temporary}";
        DurableFiles.CreateFolder(folder);
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, StoreLimits.DownloadBuffer, FileOptions.Asynchronous))
            {
                await write(file, cancellation);
            }

            DurableFiles.Commit(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Removes what is half written and what belongs to no unit that a release names; returns how many files that were.</summary>
    public int Sweep(IReadOnlySet<string> live)
    {
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        var orphans = Directory.GetFiles(folder).Where(path => path.EndsWith(Temporary, StringComparison.Ordinal) || !live.Contains(Path.GetFileName(path).Split('.')[0])).ToList();
        orphans.ForEach(File.Delete);
        return orphans.Count;
    }

    /// <summary>The only way from a unit to a path: 32 lower-case hex digits, and a suffix of letters.</summary>
    private string PathOf(string unit, string suffix) =>
        unit.Length == 32 && !unit.AsSpan().ContainsAnyExcept(Hex) && suffix.Length > 0 && !suffix.AsSpan().ContainsAnyExcept(Letters)
            ? Path.Combine(folder, $"{unit}.{suffix}")
            : throw new ArgumentException($"'{unit}.{suffix}' is no name of a download.", nameof(unit));
}
