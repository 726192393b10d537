using System.CommandLine;
using System.Globalization;
using OpenData.Cli.Output;
using OpenData.Registry;
using OpenData.Scores;

namespace OpenData.Cli.Commands;

/// <summary><c>evidence</c>: attaches to a part of an indicator what the system cannot know.</summary>
internal sealed class EvidenceCommand : ExampledCommand
{
    private readonly Terminal terminal;
    private readonly Option<string> data;
    private readonly Option<string> organization = new("--organization") { HelpName = "O", Required = true };
    private readonly Option<string?> dataset = new("--dataset") { HelpName = "D" };
    private readonly Option<int> year = new("--year") { HelpName = "Y", Required = true };
    private readonly Option<string> indicator = new("--indicator") { HelpName = "ID", Required = true };
    private readonly Option<string> part = new("--part") { HelpName = "ID", Required = true };
    private readonly Option<string> link = new("--link") { HelpName = "URL", Required = true };
    private readonly Option<string> date = new("--date") { HelpName = "YYYY-MM-DD", Required = true };
    private readonly Option<decimal?> value = new("--value") { HelpName = "N" };
    private readonly Option<string> by = new("--by") { HelpName = "NAME", Required = true };
    private readonly Option<bool> withdraw = new("--withdraw");

    public EvidenceCommand(Terminal terminal)
        : base(
            "evidence",
            terminal.Say("แนบหลักฐานของส่วนหนึ่งของตัวชี้วัด", "Attach evidence to a part of an indicator."),
            "opendata evidence --organization anamai --dataset planning-kpi-2567 --year 2567 --indicator doh-2.5 --part 1.1 --link https://example.org/order.pdf --date 2024-08-10 --by 'Somchai'",
            "opendata evidence --organization moi --year 2567 --indicator moi-egov-5 --part 1 --value 3 --link https://example.org/letter --date 2024-08-10 --by 'Somying'")
    {
        this.terminal = terminal;
        data = SharedOptions.Data(terminal);
        organization.Description = terminal.Say("หน่วยงาน", "The organization.");
        dataset.Description = terminal.Say("ชุดข้อมูล สำหรับตัวชี้วัดรายชุดข้อมูล", "The dataset, for an indicator of datasets.");
        year.Description = terminal.Say("ปีงบประมาณ พ.ศ.", "The fiscal year, B.E.");
        indicator.Description = terminal.Say("รหัสตัวชี้วัด", "The indicator's id.");
        part.Description = terminal.Say("รหัสของส่วน", "The part's id.");
        link.Description = terminal.Say("ลิงก์หรือเลขที่หนังสือ", "A link, or the number of a letter.");
        date.Description = terminal.Say("วันที่ของเอกสาร (ค.ศ.)", "The document's day (C.E.).");
        value.Description = terminal.Say("ค่าที่เอกสารแสดง", "The value that the document shows.");
        by.Description = terminal.Say("ผู้ให้หลักฐาน", "Who gives it.");
        withdraw.Description = terminal.Say("ถอนหลักฐานที่ให้ไว้", "Take back what was given.");
        foreach (var option in new Option[] { data, organization, dataset, year, indicator, part, link, date, value, by, withdraw })
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = Catalog.Open(parsed.GetValue(data)!);
        var faults = await new EvidenceDesk(store.By(Catalog.User)).AddAsync(Evidence(parsed), cancellation);
        if (faults.Count > 0)
        {
            throw new RefusalException(string.Join(" ", faults.Select(f => $"{f.Message.In(terminal.Language)} {f.Fix.In(terminal.Language)}")));
        }

        terminal.Note(terminal.Say("เก็บหลักฐานแล้ว", "the evidence is kept"));
        return ExitCode.Complies;
    }

    private Evidence Evidence(ParseResult parsed) => new()
    {
        Id = Guid.CreateVersion7(),
        Organization = parsed.GetValue(organization)!,
        Dataset = parsed.GetValue(dataset),
        FiscalYear = parsed.GetValue(year),
        Indicator = parsed.GetValue(indicator)!,
        Part = parsed.GetValue(part)!,
        Link = parsed.GetValue(link)!,
        Date = Day(parsed.GetValue(date)!),
        Value = parsed.GetValue(value),
        GivenBy = parsed.GetValue(by)!,
        Given = TimeProvider.System.GetUtcNow(),
        Withdrawn = parsed.GetValue(withdraw),
    };

    private DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new RefusalException(terminal.Say($"--date {text} ไม่ใช่วันที่ เขียนเป็น ค.ศ. เช่น 2024-08-10", $"--date {text} is no day; write it in C.E., such as 2024-08-10"));
}
