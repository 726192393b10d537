using System.CommandLine;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Cli.Output;
using OpenData.Scores;
using OpenData.Scores.Faces;
using OpenData.Scores.Indicators;
using OpenData.Store;

namespace OpenData.Cli.Commands;

/// <summary><c>scores</c>: what officers and auditors are asked for, with parts, evidence and what is missing.</summary>
internal sealed class ScoresCommand : ExampledCommand
{
    private static readonly string[] Formats = [ReportFormat.Text, ReportFormat.Json, ReportFormat.Csv, ReportFormat.Html];

    private readonly Terminal terminal;
    private readonly Option<string> data;
    private readonly Option<string?> organization = new("--organization") { HelpName = "O" };
    private readonly Option<int?> year = new("--year") { HelpName = "Y" };
    private readonly Option<string?> format = new("--format", "-f") { HelpName = string.Join('|', Formats) };
    private readonly Option<string?> output = new("--out", "-o") { HelpName = "F" };
    private readonly Option<bool> keep = new("--keep");

    public ScoresCommand(Terminal terminal)
        : base(
            "scores",
            terminal.Say("คะแนนตัวชี้วัด คุณภาพข้อมูล และคุณภาพคำอธิบายข้อมูล", "Indicator scores, data quality and metadata quality."),
            "opendata scores --organization anamai --year 2567",
            "opendata scores --organization anamai --year 2567 --out evidence.html",
            "opendata scores --format csv --out scores.csv --keep")
    {
        this.terminal = terminal;
        data = SharedOptions.Data(terminal);
        organization.Description = terminal.Say("หน่วยงาน (ถ้าไม่ระบุ ทุกหน่วยงาน)", "The organization (default: every one).");
        year.Description = terminal.Say("ปีงบประมาณ พ.ศ. (ถ้าไม่ระบุ ปีนี้)", "The fiscal year, B.E. (default: this one).");
        format.Description = terminal.Say("รูปแบบ (ถ้าไม่ระบุ ตามนามสกุลของ --out)", "The format (default: by the name of --out).");
        output.Description = terminal.Say("ไฟล์ที่จะเขียน", "The file to write.");
        keep.Description = terminal.Say("เก็บคะแนนที่เปลี่ยนไปไว้ในประวัติ", "Keep scores that have changed in the history.");
        format.AcceptOnlyFromAmong(Formats);
        foreach (var option in new Option[] { data, organization, year, format, output, keep })
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = Catalog.Open(parsed.GetValue(data)!);
        var scorer = new Scorer(store.By(Catalog.User), TimeProvider.System);
        var reports = await ReportsAsync(scorer, store, parsed.GetValue(organization), Year(parsed, scorer), cancellation);
        var path = parsed.GetValue(output);
        var chosen = parsed.GetValue(format) ?? (Array.Find(Formats, f => path?.EndsWith("." + f, StringComparison.OrdinalIgnoreCase) == true) ?? ReportFormat.Text);
        if (chosen == ReportFormat.Html && reports.Count > 1)
        {
            var names = string.Join(", ", reports.Select(r => r.Organization.Name));
            throw new RefusalException(terminal.Say($"หน้าหลักฐานเป็นของหน่วยงานเดียว ระบุ --organization: {names}", $"an evidence page is of one organization; say which with --organization: {names}"));
        }

        if (parsed.GetValue(keep))
        {
            await KeepAsync(scorer, reports, cancellation);
        }

        if (path is null)
        {
            await WriteAsync(reports, chosen, terminal.Bytes);
        }
        else
        {
            await OutputFile.WriteAsync(path, terminal, stream => WriteAsync(reports, chosen, stream));
        }

        return ExitCode.Complies;
    }

    private FiscalYear Year(ParseResult parsed, Scorer scorer)
    {
        var asked = parsed.GetValue(year) is { } given ? new FiscalYear(given) : scorer.ThisYear;
        var first = IndicatorBook.All.Min(i => i.FiscalYear);
        return asked.Number >= first && asked.Number <= first + 100
            ? asked
            : throw new RefusalException(terminal.Say(
                $"ไม่มีตัวชี้วัดของปีงบประมาณ {asked.Number} ใช้ปี พ.ศ. ตั้งแต่ {first}",
                $"there are no indicators of fiscal year {asked.Number}; give a year of the Buddhist era from {first} on"));
    }

    private async Task<IReadOnlyList<ScoreReport>> ReportsAsync(Scorer scorer, IDataStore store, string? asked, FiscalYear fiscalYear, CancellationToken cancellation)
    {
        var known = (await store.Registry.ListOrganizationsAsync(cancellation)).Select(o => o.Name).ToArray();
        var reports = new List<ScoreReport>();
        foreach (var name in asked is null ? known : [asked])
        {
            reports.Add(await scorer.ScoreAsync(name, fiscalYear, publishedOnly: false, cancellation)
                ?? throw new RefusalException(terminal.Say($"ไม่มีหน่วยงานชื่อ {name} ที่มีคือ {string.Join(", ", known)}", $"there is no organization {name}; there are: {string.Join(", ", known)}")));
        }

        return reports;
    }

    private async Task KeepAsync(Scorer scorer, IReadOnlyList<ScoreReport> reports, CancellationToken cancellation)
    {
        var kept = 0;
        foreach (var report in reports)
        {
            kept += await scorer.KeepAsync(report, cancellation);
        }

        var number = kept.ToString(CultureInfo.InvariantCulture);
        terminal.Note(terminal.Say($"เก็บคะแนนที่เปลี่ยนไป {number} รายการ", $"kept {number} score(s) that had changed"));
    }

    private async Task WriteAsync(IReadOnlyList<ScoreReport> reports, string chosen, Stream stream)
    {
        if (chosen == ReportFormat.Csv)
        {
            ScoreCsv.Write(reports, terminal.Language, stream);
            return;
        }

        await using var writer = ReportFormat.Writer(stream);
        switch (chosen)
        {
            case ReportFormat.Json:
                var json = reports.Count == 1 ? ScoreJson.Of(reports[0]) : new JObject { ["items"] = new JArray(reports.Select(ScoreJson.Of)), ["total"] = reports.Count };
                await writer.WriteLineAsync(json.ToString(Formatting.Indented));
                break;
            case ReportFormat.Html:
                ScorePage.Write(reports[0], terminal.Language, writer);
                break;
            default:
                foreach (var report in reports)
                {
                    ScoreText.Write(report, terminal.Language, writer);
                    await writer.WriteLineAsync();
                }

                break;
        }
    }
}
