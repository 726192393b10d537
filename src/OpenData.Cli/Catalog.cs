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
    public static IDataStore Open(string data) => DataStores.Open(data, TimeProvider.System, Guid.CreateVersion7);

    /// <summary>Who makes the changes of this run, as the audit log tells it: the system's user.</summary>
    public static Actor User { get; } = Actor.CommandLine(Environment.UserName);

    /// <summary>Opens the store that is in a folder already: proving and exporting make none.</summary>
    public static IDataStore OpenExisting(string data, Terminal terminal) => File.Exists(Path.Combine(data, "registry.db"))
        ? Open(data)
        : throw new RefusalException(terminal.Say(
            $"ไม่มีแค็ตตาล็อกในโฟลเดอร์ {data} (ไม่พบ registry.db) ระบุโฟลเดอร์ด้วย --data",
            $"there is no catalog in the folder {data} (no registry.db); name the folder with --data"));

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
