using System.Globalization;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OpenData.Cli.Output;

/// <summary>What became of each resource: its rows, its verdict, its findings, and where it answers.</summary>
internal sealed class PublicationTable
{
    private readonly string address;
    private readonly Terminal terminal;
    private readonly Table table = new() { Border = TableBorder.Rounded };
    private readonly List<(string Name, FolderResource Resource, Report Report)> rejected = [];
    private readonly bool isWide;
    private int code = ExitCode.Complies;

    public PublicationTable(string address, Terminal terminal)
    {
        this.address = address;
        this.terminal = terminal;
        isWide = terminal.Results.Profile.Width >= CliDefaults.WideTable;
        table.AddColumn(new TableColumn(terminal.Say("ชุดข้อมูล", "Dataset")).NoWrap());
        table.AddColumn(new TableColumn(terminal.Say("แถว", "Rows")).RightAligned().NoWrap());
        table.AddColumn(new TableColumn(terminal.Say("ผล", "Verdict")));
        table.AddColumn(new TableColumn(terminal.Say("ผิด/เตือน/ข้อสังเกต", "Err/warn/info")).RightAligned());
        if (isWide)
        {
            table.AddColumn(new TableColumn(terminal.Say("ที่อยู่", "Address")).NoWrap());
        }
    }

    /// <summary>Adds the row of a resource; a null outcome is data that are kept elsewhere.</summary>
    public void Add(DatasetFolder dataset, FolderResource resource, PublishOutcome? outcome)
    {
        var name = dataset.Resources.Count == 1 ? dataset.Form.Name : $"{dataset.Form.Name}/{resource.Key}";
        var place = $"{address}/api/v1/data/{dataset.Form.Name}/{resource.Key}";
        switch (outcome)
        {
            case PublishOutcome.Published published:
                AddRow(name, Number(published.Release.Rows), $"[green]✔ {terminal.Say("เป็นไปตามเกณฑ์", "complies")}[/]", published.Report.Counts, place);
                break;
            case PublishOutcome.Staged staged:
                AddRow(name, Number(staged.Release.Rows), terminal.Say("ผ่านการตรวจ รอการอนุมัติ เพราะชุดข้อมูลถูกถอน", "checked; waits for a review, as the dataset was withdrawn"), staged.Report.Counts, "");
                break;
            case PublishOutcome.Unchanged unchanged:
                AddRow(name, Number(unchanged.Release.Rows), $"[green]✔ {terminal.Say("เป็นไปตามเกณฑ์ ไม่เปลี่ยน", "complies, unchanged")}[/]", unchanged.Report.Counts, place);
                break;
            case PublishOutcome.Rejected refused:
                code = ExitCode.DoesNotComply;
                rejected.Add((name, resource, refused.Report));
                AddRow(name, Number(refused.Report.File.Rows), $"[red]✘ {terminal.Say("ไม่เป็นไปตามเกณฑ์", "does not comply")}[/]", refused.Report.Counts, "");
                break;
            case null:
                AddRow(name, "", terminal.Say("ข้อมูลอยู่ที่อื่น", "data kept elsewhere"), null, "");
                break;
            case PublishOutcome.NoDictionary:
                code = ExitCode.DoesNotComply;
                AddRow(name, "", $"[red]✘ {terminal.Say("ไม่มีพจนานุกรมข้อมูล", "no dictionary")}[/]", null, "");
                break;
            case PublishOutcome.NotRegistered:
                code = ExitCode.DoesNotComply;
                AddRow(name, "", $"[red]✘ {terminal.Say("ไม่ได้ลงทะเบียน", "not registered")}[/]", null, "");
                break;
        }
    }

    /// <summary>Adds the row of a folder whose documents are at fault; the faults themselves are told elsewhere.</summary>
    public void AddFaulty(string folder, int faults)
    {
        code = ExitCode.DoesNotComply;
        var count = faults.ToString(CultureInfo.InvariantCulture);
        AddRow(folder, "", $"[red]✘ {terminal.Say($"เอกสารผิด {count} แห่ง", $"{count} faults in its documents")}[/]", null, "");
    }

    /// <summary>Prints the table, then what each refused file broke and how to see it all. Returns the exit code.</summary>
    public int Write()
    {
        terminal.Results.Write(table);
        foreach (var (name, resource, report) in rejected)
        {
            var broken = report.Summary.Where(line => line.Severity == Rules.Severity.Error).Select(line => $"{line.Code} × {Number(line.Count)}");
            terminal.Line($"✘ {name}: {string.Join(", ", broken)}");
            terminal.Line($"  opendata check {Quote(resource.DataFile!)}{(resource.Form.DictionaryNames.Select(file => Path.Combine(Path.GetDirectoryName(resource.DataFile!)!, file)).FirstOrDefault(File.Exists) is { } dictionary ? $" --dictionary {Quote(dictionary)}" : "")}");
        }

        return code;
    }

    private void AddRow(string name, string rows, string verdict, FindingCounts? counts, string place)
    {
        List<IRenderable> cells =
        [
            new Text(isWide || place.Length == 0 ? name : $"{name}\n{place}"),
            new Text(rows),
            new Markup(verdict),
            new Text(counts is { } found ? $"{Number(found.Error)}/{Number(found.Warning)}/{Number(found.Info)}" : ""),
        ];
        if (isWide)
        {
            cells.Add(new Text(place));
        }

        table.AddRow(cells);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A path that can be pasted back into a shell.</summary>
    private static string Quote(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
