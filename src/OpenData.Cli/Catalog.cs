using System.Globalization;
using OpenData.Cli.Output;
using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Cli;

/// <summary>Opens the store behind the commands that keep something.</summary>
internal static class Catalog
{
    /// <summary>Opens the store that <c>--data</c> names.</summary>
    /// <remarks>Ids of version 7 grow with time, so that indexes grow at their end.</remarks>
    public static IDataStore Open(string data)
    {
        try
        {
            return DataStores.Open(data, TimeProvider.System, Guid.CreateVersion7);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new RefusalException(refused.Message);
        }
    }

    /// <summary>Who makes the changes of this run, as the audit log tells it: the system's user.</summary>
    public static Actor User { get; } = Actor.CommandLine(Environment.UserName);

    /// <summary>Opens the store that is in a folder already: proving and exporting make none.</summary>
    public static IDataStore OpenExisting(string data, Terminal terminal) => data.Contains("://", StringComparison.Ordinal) || File.Exists(Path.Combine(data, "registry.db"))
        ? Open(data)
        : throw new RefusalException(terminal.Say(
            $"ไม่มีแค็ตตาล็อกในโฟลเดอร์ {data} (ไม่พบ registry.db) ระบุโฟลเดอร์ด้วย --data",
            $"there is no catalog in the folder {data} (no registry.db); name the folder with --data"));

    /// <summary>The resource that a command names, or a refusal that says what there is.</summary>
    public static async Task<Resource> FindResourceAsync(IDataStore store, string name, string key, Terminal terminal, CancellationToken cancellation)
    {
        var dataset = await store.Registry.FindDatasetAsync(name, cancellation)
            ?? throw new RefusalException(terminal.Say($"ไม่มีชุดข้อมูลชื่อ {name}", $"there is no dataset {name}"));
        var known = string.Join(", ", dataset.Resources.Select(r => r.Key));
        return dataset.Resource(key)
            ?? throw new RefusalException(terminal.Say($"ชุดข้อมูล {name} ไม่มีทรัพยากร {key} ที่มีคือ: {known}", $"the dataset {name} has no resource {key}; it has: {known}"));
    }

    /// <summary>The release that a command names, or a refusal that says what there is.</summary>
    public static async Task<Release> FindReleaseAsync(IDataStore store, Resource resource, int number, Terminal terminal, CancellationToken cancellation) =>
        await store.Registry.FindReleaseAsync(resource.Id, number, cancellation)
            ?? throw new RefusalException(terminal.Say(
                $"ทรัพยากร {resource.Key} ไม่มีรุ่น {number} รุ่นล่าสุดคือ {resource.Current?.Number ?? 0}",
                $"the resource {resource.Key} has no release {number}; the newest is {resource.Current?.Number ?? 0}"));

    /// <summary>Removes what killed runs left behind, and says so where there was any.</summary>
    public static async Task SweepAsync(IDataStore store, Terminal terminal, CancellationToken cancellation)
    {
        var removed = await store.SweepAsync(cancellation);
        if (removed > 0)
        {
            var number = removed.ToString(CultureInfo.InvariantCulture);
            terminal.Note(terminal.Say($"ลบส่วนที่ค้างจากการทำงานครั้งก่อน {number} ชุด", $"removed {number} leftover(s) of an interrupted run"));
        }
    }
}
