using System.CommandLine;
using System.Globalization;
using OpenData.Cli.Output;
using OpenData.Store.Moving;

namespace OpenData.Cli.Commands;

/// <summary><c>migrate</c>: moves a catalog from one place to another, from SQLite to PostgreSQL or back.</summary>
internal sealed class MigrateCommand : ExampledCommand
{
    private readonly Terminal terminal;
    private readonly Option<string> from = new("--from") { Required = true, HelpName = "DATA" };
    private readonly Option<string> to = new("--to") { Required = true, HelpName = "DATA" };

    public MigrateCommand(Terminal terminal)
        : base(
            "migrate",
            terminal.Say("ย้ายแค็ตตาล็อกระหว่างโฟลเดอร์ (SQLite) กับ PostgreSQL", "Move a catalog between a folder (SQLite) and PostgreSQL."),
            "opendata migrate --from /var/lib/opendata --to postgres://opendata@db.example.go.th/opendata",
            "opendata migrate --from postgres://opendata@db.example.go.th/opendata --to /var/lib/opendata")
    {
        this.terminal = terminal;
        from.Description = terminal.Say("ที่เก็บเดิม ซึ่งไม่ถูกแก้ไข", "The store to move from; it stays as it is.");
        to.Description = terminal.Say("ที่เก็บใหม่ ซึ่งยังว่าง หรือที่ย้ายค้างไว้", "The store to move to: empty, or where an interrupted move goes on.");
        Options.Add(from);
        Options.Add(to);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var source = Catalog.OpenExisting(parsed.GetValue(from)!, terminal);
        await using var target = Catalog.Open(parsed.GetValue(to)!);
        try
        {
            var moved = await new StoreMove(source, target).RunAsync(cancellation: cancellation);
            terminal.Line(terminal.Say(
                string.Create(CultureInfo.InvariantCulture, $"ย้ายและเทียบแล้ว: ไฟล์ต้นฉบับ {moved.Originals:N0} ไฟล์ ตาราง {moved.Units:N0} ตาราง {moved.Rows:N0} แถว บันทึก {moved.Entries:N0} รายการ"),
                string.Create(CultureInfo.InvariantCulture, $"moved and compared: {moved.Originals:N0} original(s), {moved.Units:N0} table(s) of {moved.Rows:N0} row(s), {moved.Entries:N0} entries of the log")));
            return ExitCode.Complies;
        }
        catch (InvalidOperationException refused)
        {
            throw new RefusalException(refused.Message);
        }
    }
}
