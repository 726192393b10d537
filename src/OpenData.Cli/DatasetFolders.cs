using OpenData.Cli.Output;
using OpenData.Publishing;

namespace OpenData.Cli;

/// <summary>Finds the dataset folders that a command line means.</summary>
internal static class DatasetFolders
{
    /// <summary>The folder itself where it holds Form 1, else the folders in it that do, in order of name.</summary>
    public static IEnumerable<string> Find(string argument, Terminal terminal)
    {
        if (File.Exists(argument))
        {
            // `add datasets/*` also names the README that lies beside the datasets.
            terminal.Note(terminal.Say($"ข้าม {argument}: ไม่ใช่โฟลเดอร์", $"passed over {argument}: not a folder"));
            return [];
        }

        if (!Directory.Exists(argument))
        {
            throw new RefusalException(terminal.Say($"ไม่พบโฟลเดอร์ {argument}", $"no such folder: {argument}"));
        }

        var inside = HoldsForm(argument) ? [] : Inside(argument);
        return inside.Count > 0 ? inside : [argument];
    }

    /// <summary>The sample datasets: those in <paramref name="asked"/>, else in a folder <c>datasets</c> here, above, or beside the executable.</summary>
    public static IReadOnlyList<string> Samples(string? asked, Terminal terminal)
    {
        var folder = asked ?? Upwards(Environment.CurrentDirectory)
            .Append(AppContext.BaseDirectory)
            .Select(place => Path.Combine(place, CliDefaults.DatasetsFolder))
            .FirstOrDefault(place => Directory.Exists(place) && Inside(place).Count > 0);
        if (folder is null || !Directory.Exists(folder) || Inside(folder) is not [_, ..] found)
        {
            throw new RefusalException(terminal.Say(
                $"ไม่พบชุดข้อมูลตัวอย่างใน {folder ?? CliDefaults.DatasetsFolder} ระบุด้วย --datasets DIR",
                $"no sample datasets in {folder ?? CliDefaults.DatasetsFolder}; say where with --datasets DIR"));
        }

        return found;
    }

    private static List<string> Inside(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Where(HoldsForm).Order(StringComparer.Ordinal)];

    private static bool HoldsForm(string folder) => DatasetFolder.IsThere(folder);

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            yield return place.FullName;
        }
    }
}
