using System.CommandLine;
using System.Text;
using Newtonsoft.Json;
using OpenData.Cli.Output;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Rules.Drafts;
using OpenData.Schemas;

namespace OpenData.Cli.Commands;

/// <summary><c>infer FILE</c>: a draft of the data dictionary (Form 2), from the data.</summary>
internal sealed class InferCommand : ExampledCommand
{
    private static readonly string[] Formats = ["json", "csv"];

    private readonly Terminal terminal;
    private readonly Argument<string> file = new("FILE");
    private readonly Option<string> output = new("--out", "-o") { HelpName = "F" };
    private readonly Option<string> format = new("--format", "-f") { HelpName = string.Join('|', Formats) };

    public InferCommand(Terminal terminal)
        : base(
            "infer",
            terminal.Say("ร่างพจนานุกรมข้อมูล (แบบฟอร์ม 2) จากไฟล์", "Draft a data dictionary (Form 2) from a file."),
            "opendata infer budget.csv --out budget.dictionary.json",
            "opendata infer budget.csv > budget.dictionary.json",
            "opendata infer budget.csv --format csv --out form2.csv")
    {
        this.terminal = terminal;
        file.Description = terminal.Say("ไฟล์ หรือ - สำหรับ stdin", "The file, or - for standard input.");
        output.Description = terminal.Say("เขียนร่างลงไฟล์", "Write the draft to a file.");
        format.Description = terminal.Say("รูปแบบ (ถ้าไม่ระบุ ดูจากนามสกุลของ --out หรือใช้ json)", "The format (default: by the extension of --out, else json).");
        format.AcceptOnlyFromAmong(Formats);
        Arguments.Add(file);
        Options.Add(output);
        Options.Add(format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var input = InputFile.Single(parsed.GetValue(file)!, terminal);
        using var received = await input.ReceiveAsync(cancellation);
        var submission = new Submission(received.Upload, null);
        var options = new CheckOptions { Threads = Environment.ProcessorCount, DistinctLimit = CheckLimits.DraftDistinct };
        var inspection = await WorkProgress.RunAsync(
            input.Name,
            received.Upload.Bytes,
            terminal,
            progress => Task.FromResult(Inspector.Inspect(submission, options, progress, cancellation)),
            cancellation);
        if (inspection.Layout is null)
        {
            new ReportText(terminal.Notes, terminal.Language).Write(ReportBuilder.Build(inspection));
            terminal.Fail(terminal.Say("ไม่มีตารางให้ร่างพจนานุกรม", "there is no table to draft a dictionary from"));
            return ExitCode.DoesNotComply;
        }

        var bytes = Write(DictionaryDraft.From(inspection), Chosen(parsed));
        if (parsed.GetValue(output) is { } target)
        {
            await OutputFile.WriteAsync(target, terminal, stream => stream.WriteAsync(bytes, cancellation).AsTask());
        }
        else
        {
            await terminal.Bytes.WriteAsync(bytes, cancellation);
        }

        terminal.Note(terminal.Say(
            "นี่คือร่าง: โปรดตรวจชนิดข้อมูล รหัส และคำอธิบายก่อนใช้",
            "This is a draft: look over the types, keys, codes and descriptions before you use it."));
        return ExitCode.Complies;
    }

    private string Chosen(ParseResult parsed) =>
        parsed.GetValue(format) ?? (string.Equals(Path.GetExtension(parsed.GetValue(output)), ".csv", StringComparison.OrdinalIgnoreCase) ? "csv" : "json");

    private static byte[] Write(DataDictionary draft, string format)
    {
        if (format == "csv")
        {
            using var csv = new MemoryStream();
            DictionaryTable.Write(draft, csv);
            return csv.ToArray();
        }

        return Encoding.UTF8.GetBytes(DictionaryDocument.Write(draft).ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n");
    }
}
