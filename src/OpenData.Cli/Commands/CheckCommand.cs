using System.CommandLine;
using OpenData.Cli.Output;
using OpenData.Registry;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Cli.Commands;

/// <summary><c>check FILE…</c>: is it machine-readable as the guideline asks, and is it what its dictionary says?</summary>
internal sealed class CheckCommand : ExampledCommand
{
    private readonly Terminal terminal;
    private readonly Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> dictionary = new("--dictionary", "-d") { HelpName = "D" };
    private readonly Option<string> metadata = new("--metadata", "-m") { HelpName = "M" };
    private readonly Option<string> format = new("--format", "-f") { HelpName = string.Join('|', ReportFormat.All) };
    private readonly Option<string> output = new("--out", "-o") { HelpName = "F" };
    private readonly Option<int> keep = new("--keep") { HelpName = "N", DefaultValueFactory = _ => CheckLimits.Keep };
    private readonly Option<int> threads = new("--threads") { HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };

    private readonly Option<bool> noUniqueness = new("--no-uniqueness");

    public CheckCommand(Terminal terminal)
        : base(
            "check",
            terminal.Say("ตรวจไฟล์ว่าเครื่องอ่านได้และตรงกับพจนานุกรมข้อมูล", "Check that files are machine-readable and are what their dictionary says."),
            "opendata check budget.csv",
            "opendata check budget.csv --dictionary budget.dictionary.json --format html --out report.html",
            "opendata check budget.csv --metadata dataset.json",
            "curl -s https://example.go.th/budget.csv | opendata check - --format json",
            "opendata check folder-of-tables/")
    {
        this.terminal = terminal;
        files.Description = terminal.Say("ไฟล์ โฟลเดอร์ หรือ - สำหรับ stdin", "Files, a folder, or - for standard input.");
        dictionary.Description = terminal.Say("พจนานุกรมข้อมูล (แบบฟอร์ม 2) เป็น JSON หรือ CSV", "The data dictionary (Form 2) as JSON or CSV.");
        metadata.Description = terminal.Say("คำอธิบายชุดข้อมูล (แบบฟอร์ม 1) เป็น JSON", "The dataset's metadata (Form 1) as JSON.");
        format.Description = terminal.Say("รูปแบบรายงาน (ถ้าไม่ระบุ ดูจากนามสกุลของ --out หรือใช้ text)", "The report's format (default: by the extension of --out, else text).");
        output.Description = terminal.Say("เขียนรายงานลงไฟล์ ถ้าตรวจหลายไฟล์ให้ระบุโฟลเดอร์", "Write the report to a file; for several files, a folder.");
        keep.Description = terminal.Say("จำนวนรายการที่เก็บต่อกฎต่อคอลัมน์ (นับครบทุกรายการเสมอ)", "Findings kept per rule and column (all are always counted).");
        threads.Description = terminal.Say("จำนวนเธรด (รายงานเหมือนกันไม่ว่ากี่เธรด)", "Worker threads; the report is the same for any number.");
        noUniqueness.Description = terminal.Say("ไม่ค้นหาแถวซ้ำ คีย์ซ้ำ และค่าซ้ำ (เร็วขึ้นและใช้หน่วยความจำน้อยลง)", "Look for no duplicate rows, keys and unique values: faster, and with less memory.");
        format.AcceptOnlyFromAmong(ReportFormat.All);
        keep.Validators.Add(OptionRules.AtLeast(0, terminal));
        threads.Validators.Add(OptionRules.AtLeast(1, terminal));
        Arguments.Add(files);
        Options.Add(dictionary);
        Options.Add(metadata);
        Options.Add(format);
        Options.Add(output);
        Options.Add(keep);
        Options.Add(threads);
        Options.Add(noUniqueness);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        DataDictionary? columns = null;
        if (parsed.GetValue(dictionary) is { } path && (columns = await DictionaryFile.ReadAsync(path, terminal, cancellation)) is null)
        {
            return ExitCode.CouldNotRun;
        }

        var form = parsed.GetValue(metadata) is { } formPath ? DatasetDocument.Read(await File.ReadAllBytesAsync(formPath, cancellation)) : null;
        var named = parsed.GetValue(files)!;
        var inputs = named.SelectMany(argument => InputFile.Find(argument, terminal)).ToList();
        var options = new CheckOptions
        {
            Keep = parsed.GetValue(keep),
            Threads = parsed.GetValue(threads),
            Uniqueness = !parsed.GetValue(noUniqueness),

            // Without a form nothing depends on the day, and the report stays the same.
            Today = form is null ? null : DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date),
        };
        var target = parsed.GetValue(output);
        var chosen = ReportFormat.Choose(parsed.GetValue(format), target);
        var single = named.Length == 1 && !Directory.Exists(named[0]);
        if (single)
        {
            var page = await CheckAsync(inputs[0], columns, form, options, chosen, cancellation);
            await WriteAsync(page, chosen, target, cancellation);
            return ExitCode.Of(page.Report.Complies);
        }

        using var reports = SeveralReports.To(target, chosen, terminal);
        foreach (var input in inputs)
        {
            ReportPage page;
            try
            {
                page = await CheckAsync(input, columns, form, options, chosen, cancellation);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // One file that vanished or may not be read does not keep the others from being checked.
                terminal.Fail(Explanation.Of(exception, terminal));
                reports.AddUnread(input);
                continue;
            }

            await reports.AddAsync(input, page);
        }

        return await reports.FinishAsync();
    }

    private async Task<ReportPage> CheckAsync(InputFile input, DataDictionary? columns, DocumentResult<DatasetForm>? form, CheckOptions options, string chosen, CancellationToken cancellation)
    {
        using var received = await input.ReceiveAsync(cancellation);
        var submission = new Submission(received.Upload, columns, References: null, form?.Value) { FormErrors = form?.Errors ?? [] };
        var inspection = await WorkProgress.RunAsync(
            input.Name,
            received.Upload.Bytes,
            terminal,
            progress => Task.FromResult(Inspector.Inspect(submission, options, progress, cancellation)),
            cancellation);
        var report = ReportBuilder.Build(inspection);
        return new ReportPage(report) { Excerpts = chosen == ReportFormat.Html ? RowExcerpts.Read(report, received.Upload, cancellation) : [] };
    }

    private Task WriteAsync(ReportPage page, string chosen, string? target, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (target is not null)
        {
            return OutputFile.WriteAsync(target, terminal, stream => ReportFormat.WriteAsync(page, chosen, stream, terminal));
        }

        if (chosen == ReportFormat.Text)
        {
            new ReportText(terminal.Results, terminal.Language).Write(page.Report);
            return Task.CompletedTask;
        }

        return ReportFormat.WriteAsync(page, chosen, terminal.Bytes, terminal);
    }
}
