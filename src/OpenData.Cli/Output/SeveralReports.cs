using System.Globalization;
using OpenData.Registry;
using OpenData.Reports;
using Spectre.Console;

namespace OpenData.Cli.Output;

/// <summary>The reports of a run over several files: each in its place as it comes, and a table of all at the end.</summary>
internal sealed class SeveralReports : IDisposable
{
    /// <summary>The page that leads to all others, under the name that browsers and servers open first.</summary>
    private const string IndexName = "index.html";

    private readonly Terminal terminal;
    private readonly string format;
    private readonly string? folder;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HtmlIndexLine> index = [];
    private readonly Table summary = new() { Border = TableBorder.Rounded };
    private int code = ExitCode.Complies;
    private bool first = true;

    private SeveralReports(string? folder, string format, Terminal terminal)
    {
        this.terminal = terminal;
        this.format = format;
        this.folder = folder;
        summary.AddColumns(
            terminal.Say("ไฟล์", "File"),
            terminal.Say("แถว", "Rows"),
            terminal.Say("ผล", "Verdict"),
            terminal.Say("ผิด", "Errors"),
            terminal.Say("เตือน", "Warnings"),
            terminal.Say("ข้อสังเกต", "Infos"));
    }

    /// <summary>Reports into a folder, or to standard output: there as text one after another, or as one JSON array. HTML in a folder gets an index.</summary>
    public static SeveralReports To(string? folder, string format, Terminal terminal)
    {
        if (folder is null && format is ReportFormat.Html or ReportFormat.Csv or ReportFormat.Sarif)
        {
            throw new RefusalException(terminal.Say(
                $"หลายไฟล์ในรูปแบบ {format} ต้องระบุโฟลเดอร์ด้วย --out",
                $"several reports as {format} need a folder: --out FOLDER"));
        }

        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
        }

        return new SeveralReports(folder, format, terminal);
    }

    public async Task AddAsync(InputFile input, ReportPage page)
    {
        var report = page.Report;
        if (folder is not null)
        {
            var name = FileName(input);
            await OutputFile.WriteAsync(Path.Combine(folder, name), terminal, stream => ReportFormat.WriteAsync(page, format, stream, terminal));
            index.Add(new HtmlIndexLine(input.Name, Uri.EscapeDataString(name), report.File, report.Counts));
        }
        else if (format == ReportFormat.Json)
        {
            terminal.Bytes.Write(first ? "[\n"u8 : ",\n"u8);
            await terminal.Bytes.WriteAsync(JsonReport.Write(report, terminal.Language));
        }
        else
        {
            new ReportText(terminal.Results, terminal.Language).Write(report);
            terminal.Line("");
        }

        first = false;
        code = ExitCode.Worse(code, ExitCode.Of(report.Complies));
        summary.AddRow(
            Markup.Escape(input.Name),
            Number(report.File.Rows),
            report.Complies ? $"[green]✔ {terminal.Say("เป็นไปตามเกณฑ์", "complies")}[/]" : $"[red]✘ {terminal.Say("ไม่เป็นไปตามเกณฑ์", "does not comply")}[/]",
            Number(report.Counts.Error),
            Number(report.Counts.Warning),
            Number(report.Counts.Info));
    }

    /// <summary>Notes a file that could not be read; the run as a whole then could not run.</summary>
    public void AddUnread(InputFile input)
    {
        code = ExitCode.CouldNotRun;
        index.Add(new HtmlIndexLine(input.Name, null, null, new FindingCounts(0, 0, 0)));
        summary.AddRow(Markup.Escape(input.Name), "", $"[red]{terminal.Say("อ่านไม่ได้", "could not be read")}[/]", "", "", "");
    }

    /// <summary>Ends the reports with the table and tells the exit code of all of them.</summary>
    public async Task<int> FinishAsync()
    {
        if (folder is not null && format == ReportFormat.Html)
        {
            await OutputFile.WriteAsync(Path.Combine(folder, IndexName), terminal, WriteIndexAsync);
        }

        if (folder is null && format == ReportFormat.Json)
        {
            terminal.Bytes.Write(first ? "[]\n"u8 : "\n]\n"u8);
            terminal.Notes.Write(summary);
        }
        else
        {
            terminal.Results.Write(summary);
        }

        return code;
    }

    public void Dispose() => terminal.Bytes.Flush();

    private async Task WriteIndexAsync(Stream stream)
    {
        await using var writer = ReportFormat.Writer(stream);
        HtmlIndex.Write(index, terminal.Language, writer);
    }

    /// <summary>A name of its own for each report: files of one name in two folders must not overwrite each other's.</summary>
    private string FileName(InputFile input)
    {
        var name = Path.GetFileName(input.Name);
        var extension = format == ReportFormat.Text ? "txt" : format;
        var candidate = $"{name}.report.{extension}";
        for (var i = 2; !names.Add(candidate); i++)
        {
            candidate = $"{name}-{i.ToString(CultureInfo.InvariantCulture)}.report.{extension}";
        }

        return candidate;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
