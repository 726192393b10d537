using System.CommandLine;
using OpenData.Cli.Output;

namespace OpenData.Cli.Commands;

/// <summary><c>add FOLDER…</c>: registers, checks and publishes dataset folders.</summary>
internal sealed class AddCommand : ExampledCommand
{
    private readonly Terminal terminal;
    private readonly Argument<string[]> folders = new("FOLDER") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> data;
    private readonly Option<string> notes = new("--notes") { HelpName = "TEXT" };

    public AddCommand(Terminal terminal)
        : base(
            "add",
            terminal.Say("ลงทะเบียน ตรวจ และเผยแพร่โฟลเดอร์ชุดข้อมูล", "Register, check and publish dataset folders."),
            "opendata add datasets/provinces",
            "opendata add datasets/* --data /var/lib/opendata",
            "opendata add datasets/provinces --notes \"corrected the code of one province\"")
    {
        this.terminal = terminal;
        folders.Description = terminal.Say(
            "โฟลเดอร์ที่มี dataset.json พร้อมพจนานุกรมและไฟล์ข้อมูล หรือโฟลเดอร์ที่รวมโฟลเดอร์เหล่านั้น",
            "Folders with dataset.json, dictionaries and data files, or a folder of such folders.");
        data = SharedOptions.Data(terminal);
        notes.Description = terminal.Say("หมายเหตุของรุ่นที่เผยแพร่ครั้งนี้", "Notes on the releases that this run publishes.");
        Arguments.Add(folders);
        Options.Add(data);
        Options.Add(notes);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var found = parsed.GetValue(folders)!.SelectMany(argument => DatasetFolders.Find(argument, terminal)).ToList();
        await using var store = Catalog.Open(parsed.GetValue(data)!);
        // Where a server runs for months, the next `add` is the first to pass by after one that was killed.
        await Catalog.SweepAsync(store, terminal, cancellation);
        return await new FolderPublication(store, "", terminal, parsed.GetValue(notes)).AddAsync(found, cancellation);
    }
}
