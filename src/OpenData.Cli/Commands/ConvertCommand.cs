using System.CommandLine;
using OpenData.Cli.Output;
using OpenData.Intake;
using OpenData.Publishing.Repair;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Tables;

namespace OpenData.Cli.Commands;

/// <summary><c>convert FILE --out F.csv</c>: one canonical CSV, with what is sure mended where asked, and a word on every change.</summary>
internal sealed class ConvertCommand : ExampledCommand
{
    private readonly Terminal terminal;
    private readonly Argument<string> file = new("FILE");
    private readonly Option<string> output = new("--out", "-o") { HelpName = "F.csv", Required = true };
    private readonly Option<bool> repair = new("--repair");
    private readonly Option<string> log = new("--log") { HelpName = "F.csv" };
    private readonly Option<string> sdmx = new("--sdmx-csv") { HelpName = "AGENCY:ID(VERSION)" };
    private readonly Option<string> dictionary = new("--dictionary", "-d") { HelpName = "D" };

    public ConvertCommand(Terminal terminal)
        : base(
            "convert",
            terminal.Say("แปลงไฟล์เป็น CSV มาตรฐาน (UTF-8, จุลภาค, วันที่ ISO) และซ่อมสิ่งที่ซ่อมได้แน่นอน", "Convert a file to canonical CSV (UTF-8, comma, ISO dates), and repair what is sure."),
            "opendata convert budget.csv --out budget-utf8.csv",
            "opendata convert budget.csv --out budget-repaired.csv --repair --log changes.csv",
            "opendata convert tourism.csv --dictionary tourism.dictionary.json --sdmx-csv \"econvis:tourism(1.0.0)\" --out tourism.sdmx.csv")
    {
        this.terminal = terminal;
        file.Description = terminal.Say("ไฟล์ CSV หรือ - สำหรับ stdin", "The CSV file, or - for standard input.");
        output.Description = terminal.Say("ไฟล์ผลลัพธ์ (ไม่ใช่ไฟล์ต้นฉบับ)", "The file to write; never the input itself.");
        repair.Description = terminal.Say(
            "ซ่อมด้วย: ช่องว่าง เลขไทย ตัวคั่นหลักพัน พ.ศ. หมายเหตุ ผลรวม หัวคอลัมน์ เซลล์ประสาน สิ่งที่ไม่แน่นอนคงไว้ตามเดิม",
            "Also repair spaces, Thai digits, thousands separators, B.E. dates, notes, totals, headers, merged cells. What is not sure stays.");
        log.Description = terminal.Say("เขียนทุกการเปลี่ยนแปลง ทีละเซลล์ ลงไฟล์ CSV", "Write every change, cell by cell, to a CSV.");
        dictionary.Description = terminal.Say("พจนานุกรมข้อมูล (แบบฟอร์ม 2) เป็น JSON หรือ CSV", "The data dictionary (Form 2) as JSON or CSV.");
        sdmx.Description = terminal.Say(
            "เขียนเป็น SDMX-CSV 2.0 ของ dataflow นี้ หลังตรวจกับโครงสร้างที่ได้จากพจนานุกรม",
            "Write SDMX-CSV 2.0 of this dataflow, once every row fits the structure that the dictionary makes.");
        Arguments.Add(file);
        Options.Add(output);
        Options.Add(repair);
        Options.Add(log);
        Options.Add(dictionary);
        Options.Add(sdmx);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var input = InputFile.Single(parsed.GetValue(file)!, terminal);
        var (target, logged) = (parsed.GetValue(output)!, parsed.GetValue(log));
        RefuseSameFiles(input, target, logged);
        DataDictionary? columns = null;
        if (parsed.GetValue(dictionary) is { } path && (columns = await DictionaryFile.ReadAsync(path, terminal, cancellation)) is null)
        {
            return ExitCode.CouldNotRun;
        }

        var statistics = parsed.GetValue(sdmx) is { } reference ? SdmxConversion.Of(reference, columns, terminal) : null;
        using var received = await input.ReceiveAsync(cancellation);
        var submission = new Submission(received.Upload, columns);
        var options = new CheckOptions { Threads = Environment.ProcessorCount };
        var conversion = await WorkProgress.RunAsync(
            input.Name,
            received.Upload.Bytes,
            terminal,
            progress => Task.FromResult(Conversion.Examine(submission, options, parsed.GetValue(repair), progress, cancellation)),
            cancellation);
        var before = ReportBuilder.Build(conversion.Inspection);
        if (conversion.Refusal != ConversionRefusal.None)
        {
            return Refused(conversion.Refusal, before);
        }

        // SDMX-CSV is made of the canonical table, which then is only a step on the way.
        var canonical = statistics is null ? target : Path.Combine(Path.GetTempPath(), $"opendata-{Guid.NewGuid():N}.csv");
        try
        {
            var changes = await WriteAsync(conversion, canonical, logged, cancellation);
            var after = await CheckAgainAsync(canonical, columns, options, cancellation);
            new ConversionText(terminal).Write(before, after, changes);
            return ExitCode.Of(after.Complies && (statistics is null || await statistics.WriteAsync(canonical, target)));
        }
        finally
        {
            if (statistics is not null)
            {
                File.Delete(canonical);
            }
        }
    }

    private async Task<RepairTally> WriteAsync(Conversion conversion, string target, string? logged, CancellationToken cancellation)
    {
        RepairTally? changes = null;
        if (logged is null)
        {
            await ConvertAsync(null);
            return changes!;
        }

        await OutputFile.WriteAsync(logged, terminal, async stream =>
        {
            using var writer = new RepairLog(stream);
            await ConvertAsync(writer.Write);
        });
        return changes!;

        Task ConvertAsync(Action<RepairChange>? told) => OutputFile.WriteAsync(target, terminal, async stream =>
        {
            var upload = conversion.Inspection.Submission.Upload;
            changes = await WorkProgress.RunAsync(
                Path.GetFileName(target),
                upload.Bytes,
                terminal,
                progress => Task.FromResult(conversion.Write(stream, told, progress, cancellation)),
                cancellation);
        });
    }

    private async Task<Report> CheckAgainAsync(string target, DataDictionary? columns, CheckOptions options, CancellationToken cancellation)
    {
        var upload = await Task.Run(() => Receiver.Inspect(target, cancellation: cancellation), cancellation);
        var inspection = await WorkProgress.RunAsync(
            target,
            upload.Bytes,
            terminal,
            progress => Task.FromResult(Inspector.Inspect(new Submission(upload, columns), options, progress, cancellation)),
            cancellation);
        return ReportBuilder.Build(inspection);
    }

    private int Refused(ConversionRefusal refusal, Report report)
    {
        new ReportText(terminal.Notes, terminal.Language).Write(report);
        terminal.Fail(refusal == ConversionRefusal.RowTooLong
            ? terminal.Say(
                $"มีแถวยาวเกิน {TableLimits.RecordSize >> 20} MiB ซึ่งอ่านไม่ได้ จึงไม่แปลงเพื่อไม่ให้ข้อมูลหาย",
                $"a row is longer than {TableLimits.RecordSize >> 20} MiB and cannot be read; nothing was written, so that nothing is lost")
            : terminal.Say(
                $"แปลงไฟล์ชนิด {report.File.Kind} นี้ไม่ได้ เพราะไม่มีตารางแบบ CSV ดูวิธีแก้ในรายงานข้างบน",
                $"this file ({report.File.Kind}) holds no CSV table to convert; the report above says what to do"));
        return ExitCode.CouldNotRun;
    }

    /// <summary>The input, the result and the log are three files: a mistyped name must not cost the original.</summary>
    private void RefuseSameFiles(InputFile input, string target, string? logged)
    {
        if (OutputFile.IsDevice(target))
        {
            throw new RefusalException(terminal.Say($"--out ต้องเป็นไฟล์ ไม่ใช่ {target}", $"--out must be a file, not {target}"));
        }

        var places = new[] { input.Path, target, logged }.OfType<string>().Select(RealPath).ToList();
        if (places.Distinct(StringComparer.Ordinal).Count() < places.Count)
        {
            throw new RefusalException(terminal.Say(
                "FILE, --out และ --log ต้องเป็นคนละไฟล์ ต้นฉบับไม่ถูกเขียนทับ",
                "FILE, --out and --log must be different files; the original is never overwritten"));
        }
    }

    private static string RealPath(string path)
    {
        var named = new FileInfo(path);
        return named.LinkTarget is null ? named.FullName : named.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? named.FullName;
    }
}
