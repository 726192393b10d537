using System.CommandLine;
using OpenData.Cli.Output;
using OpenData.Server;

namespace OpenData.Cli.Commands;

/// <summary><c>demo</c>: the main job on real data — the sample datasets registered, checked, published and served.</summary>
internal sealed class DemoCommand : ExampledCommand
{
    private readonly Terminal terminal;
    private readonly Option<string> datasets = new("--datasets") { HelpName = "DIR" };
    private readonly Option<string> data;
    private readonly Option<string> urls;
    private readonly Option<bool> noServe = new("--no-serve");

    public DemoCommand(Terminal terminal)
        : base(
            "demo",
            terminal.Say("เผยแพร่ชุดข้อมูลตัวอย่างแล้วเปิดเซิร์ฟเวอร์", "Publish the sample datasets, then serve them."),
            "opendata demo",
            "opendata demo --data /tmp/opendata --urls http://127.0.0.1:9000",
            "opendata demo --no-serve")
    {
        this.terminal = terminal;
        datasets.Description = terminal.Say(
            "โฟลเดอร์ชุดข้อมูลตัวอย่าง (ถ้าไม่ระบุ หา datasets จากโฟลเดอร์นี้ขึ้นไป หรือข้างโปรแกรม)",
            "The sample datasets (default: a folder datasets here, above, or beside the executable).");
        noServe.Description = terminal.Say("หยุดหลังแสดงตาราง ไม่เปิดเซิร์ฟเวอร์", "Stop after the table.");
        data = SharedOptions.Data(terminal);
        urls = SharedOptions.Urls(terminal);
        Options.Add(datasets);
        Options.Add(data);
        Options.Add(urls);
        Options.Add(noServe);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var addresses = parsed.GetValue(urls)!;
        var found = DatasetFolders.Samples(parsed.GetValue(datasets), terminal);
        await using var store = Catalog.Open(parsed.GetValue(data)!);
        await Catalog.SweepAsync(store, terminal, cancellation);
        var code = await new FolderPublication(store, ServerRun.PublicAddress(addresses), terminal).AddAsync(found, cancellation);

        // What does not comply is in the table; the rest is served all the same.
        return parsed.GetValue(noServe) ? code : await ServerRun.RunAsync(store, new ServerOptions { Urls = addresses }, terminal, cancellation);
    }
}
