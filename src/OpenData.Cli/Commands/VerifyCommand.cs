using System.CommandLine;
using OpenData.Cli.Output;
using OpenData.Publishing.Verification;
using OpenData.Registry;

namespace OpenData.Cli.Commands;

/// <summary><c>verify</c>: proves that nobody changed the log, a file, a row or a report of a catalog.</summary>
internal sealed class VerifyCommand : ExampledCommand
{
    private static readonly string[] Formats = ["text", "json"];

    private readonly Terminal terminal;
    private readonly Option<string> data;
    private readonly Option<string> format = new("--format", "-f") { HelpName = string.Join('|', Formats), DefaultValueFactory = _ => Formats[0] };
    private readonly Option<string> output = new("--out", "-o") { HelpName = "F" };
    private readonly Option<string> head = new("--head") { HelpName = "N:HASH" };

    public VerifyCommand(Terminal terminal)
        : base(
            "verify",
            terminal.Say("พิสูจน์ว่าไม่มีใครแก้บันทึก ไฟล์ แถว หรือรายงานของแค็ตตาล็อก", "Prove that nobody changed the log, a file, a row or a report of a catalog."),
            "opendata verify --data /var/lib/opendata",
            "opendata verify --data /var/lib/opendata --format json --out proof.json",
            "opendata verify --data /var/lib/opendata --head 42:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    {
        this.terminal = terminal;
        data = SharedOptions.Data(terminal);
        format.Description = terminal.Say("รูปแบบ", "The format.");
        format.AcceptOnlyFromAmong(Formats);
        output.Description = terminal.Say("เขียนผลลงไฟล์", "Write the result to a file.");
        head.Description = terminal.Say("ท้ายบันทึกที่จดไว้จากการพิสูจน์ครั้งก่อน ลำดับ:แฮช", "The end of the log as an earlier run printed it, ENTRY:HASH: it must still be in the log.");
        Options.Add(data);
        Options.Add(format);
        Options.Add(output);
        Options.Add(head);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var noted = Noted(parsed.GetValue(head));
        await using var store = Catalog.OpenExisting(parsed.GetValue(data)!, terminal);
        var verification = await Task.Run(() => new Verifier(store).RunAsync(noted, progress: null, cancellation), cancellation);
        var isJson = parsed.GetValue(format) == "json";
        if (parsed.GetValue(output) is { } file)
        {
            await OutputFile.WriteAsync(file, terminal, stream => WriteAsync(verification, isJson, stream, cancellation));
        }
        else if (isJson)
        {
            await WriteAsync(verification, isJson, terminal.Bytes, cancellation);
        }
        else
        {
            VerificationText.Lines(verification, terminal).ToList().ForEach(terminal.Line);
        }

        return ExitCode.Of(verification.Proved);
    }

    private async Task WriteAsync(Verification verification, bool isJson, Stream stream, CancellationToken cancellation)
    {
        if (isJson)
        {
            await stream.WriteAsync(VerificationJson.Write(verification, terminal.Language), cancellation);
            return;
        }

        await using var writer = ReportFormat.Writer(stream);
        foreach (var line in VerificationText.Lines(verification, terminal))
        {
            await writer.WriteLineAsync(line.AsMemory(), cancellation);
        }
    }

    private AuditHead? Noted(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return text.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, out var entries) && entries > 0
            ? new AuditHead(entries, hash.ToLowerInvariant())
            : throw new RefusalException(terminal.Say(
                $"--head ต้องเป็น ลำดับ:แฮช ตามที่ verify พิมพ์ไว้ (ได้รับ {text})",
                $"--head must be ENTRY:HASH as verify prints it, not {text}"));
    }
}
