using System.Buffers;

namespace OpenData.Store.Sqlite;

/// <summary>The folder of units: <c>&lt;unit&gt;.db</c> is finished and never changes, <c>&lt;unit&gt;.tmp</c> is being written.</summary>
internal sealed class UnitFolder(string folder)
{
    private const string Finished = ".db";
    private const string Temporary = ".tmp";
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public static string NameOf(Guid id) => id.ToString("N");

    public string PathOf(string unit) => Path.Combine(folder, Guarded(unit) + Finished);

    public string TemporaryPathOf(string unit) => Path.Combine(folder, Guarded(unit) + Temporary);

    /// <summary>True where a unit is there: it has its name only when it is whole.</summary>
    public bool Has(string unit) => File.Exists(PathOf(unit));

    /// <summary>Removes what is half written and what no release names; returns how many files that were.</summary>
    public int Sweep(IReadOnlySet<string> live)
    {
        var removed = 0;
        foreach (var path in Directory.GetFiles(folder))
        {
            // A journal's name would go on after .tmp; units are written without one, but a later program may not.
            var name = Path.GetFileName(path);
            var orphaned = name.EndsWith(Finished, StringComparison.Ordinal) && !live.Contains(Path.GetFileNameWithoutExtension(path));
            if (orphaned || name.Contains(Temporary, StringComparison.Ordinal))
            {
                File.Delete(path);
                removed++;
            }
        }

        return removed;
    }

    /// <summary>The only way from a unit to a path: 32 lower-case hex digits.</summary>
    private static string Guarded(string unit) =>
        unit.Length == 32 && !unit.AsSpan().ContainsAnyExcept(Hex)
            ? unit
            : throw new ArgumentException($"'{unit}' is no name of a unit.", nameof(unit));
}
