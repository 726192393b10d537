using System.CommandLine;
using OpenData.Cli.Output;
using OpenData.Publishing;
using OpenData.Store;

namespace OpenData.Cli.Commands;

/// <summary><c>audit</c>: the audit log of a catalog, for other tools.</summary>
internal sealed class AuditCommand : ExampledCommand
{
    private static readonly string[] Formats = ["jsonl", "csv"];

    private readonly Terminal terminal;
    private readonly Option<string> data;
    private readonly Option<string> format = new("--format", "-f") { HelpName = string.Join('|', Formats) };
    private readonly Option<string> output = new("--out", "-o") { HelpName = "F" };

    public AuditCommand(Terminal terminal)
        : base(
            "audit",
            terminal.Say("ส่งออกบันทึกการตรวจสอบ", "Export the audit log."),
            "opendata audit --data /var/lib/opendata --out audit.jsonl",
            "opendata audit --data /var/lib/opendata --format csv --out audit.csv")
    {
        this.terminal = terminal;
        data = SharedOptions.Data(terminal);
        format.Description = terminal.Say("รูปแบบ (ถ้าไม่ระบุ ดูจากนามสกุลของ --out หรือใช้ jsonl)", "The format (default: by the extension of --out, else jsonl).");
        format.AcceptOnlyFromAmong(Formats);
        output.Description = terminal.Say("เขียนลงไฟล์", "Write to a file.");
        Options.Add(data);
        Options.Add(format);
        Options.Add(output);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(output);
        var isCsv = (parsed.GetValue(format) ?? Path.GetExtension(file)?.TrimStart('.')) == "csv";
        await using var store = Catalog.OpenExisting(parsed.GetValue(data)!, terminal);
        if (file is null)
        {
            await WriteAsync(store, isCsv, terminal.Bytes, cancellation);
        }
        else
        {
            await OutputFile.WriteAsync(file, terminal, stream => WriteAsync(store, isCsv, stream, cancellation));
        }

        return ExitCode.Complies;
    }

    private static async Task WriteAsync(IDataStore store, bool isCsv, Stream stream, CancellationToken cancellation)
    {
        // Not disposed, which would close the stream of whoever called.
        var buffered = new BufferedStream(stream, CliDefaults.ExportBuffer);
        if (isCsv)
        {
            await buffered.WriteAsync(AuditExport.CsvHeader(), cancellation);
        }

        await foreach (var entry in store.Audit.ReadAsync(cancellation: cancellation))
        {
            await buffered.WriteAsync(isCsv ? AuditExport.CsvLine(entry) : AuditExport.JsonLine(entry), cancellation);
        }

        await buffered.FlushAsync(cancellation);
    }
}
