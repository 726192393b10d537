using System.CommandLine;
using OpenData.Cli.Output;
using OpenData.Publishing.Comparison;

namespace OpenData.Cli.Commands;

/// <summary><c>compare DATASET RESOURCE A B</c>: what changed between two releases.</summary>
internal sealed class CompareCommand : ExampledCommand
{
    private static readonly string[] Formats = ["text", "json"];

    private readonly Terminal terminal;
    private readonly Argument<string> dataset = new("DATASET");
    private readonly Argument<string> resource = new("RESOURCE");
    private readonly Argument<int> older = new("A");
    private readonly Argument<int> newer = new("B");
    private readonly Option<string> data;
    private readonly Option<string> format = new("--format", "-f") { HelpName = string.Join('|', Formats), DefaultValueFactory = _ => Formats[0] };
    private readonly Option<string> output = new("--out", "-o") { HelpName = "F" };

    public CompareCommand(Terminal terminal)
        : base(
            "compare",
            terminal.Say("เปรียบเทียบสองรุ่นของทรัพยากร: แถว คอลัมน์ พจนานุกรม และสิ่งที่พบ", "Compare two releases of a resource: rows, columns, dictionary and findings."),
            "opendata compare provinces provinces 1 2 --data /var/lib/opendata",
            "opendata compare provinces provinces 1 2 --format json --out changes.json")
    {
        this.terminal = terminal;
        dataset.Description = terminal.Say("ชื่อชุดข้อมูล", "The dataset's name.");
        resource.Description = terminal.Say("คีย์ของทรัพยากร", "The resource's key.");
        older.Description = terminal.Say("รุ่นเก่า", "The older release.");
        newer.Description = terminal.Say("รุ่นใหม่", "The newer release.");
        data = SharedOptions.Data(terminal);
        format.Description = terminal.Say("รูปแบบ", "The format.");
        format.AcceptOnlyFromAmong(Formats);
        output.Description = terminal.Say("เขียนผลลงไฟล์", "Write the result to a file.");
        Arguments.Add(dataset);
        Arguments.Add(resource);
        Arguments.Add(older);
        Arguments.Add(newer);
        Options.Add(data);
        Options.Add(format);
        Options.Add(output);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = Catalog.OpenExisting(parsed.GetValue(data)!, terminal);
        var found = await Catalog.FindResourceAsync(store, parsed.GetValue(dataset)!, parsed.GetValue(resource)!, terminal, cancellation);
        var from = await Catalog.FindReleaseAsync(store, found, parsed.GetValue(older), terminal, cancellation);
        var to = await Catalog.FindReleaseAsync(store, found, parsed.GetValue(newer), terminal, cancellation);
        var comparison = await Task.Run(() => new ReleaseComparer(store).CompareAsync(from, to, cancellation), cancellation);
        var isJson = parsed.GetValue(format) == "json";
        if (parsed.GetValue(output) is { } file)
        {
            await OutputFile.WriteAsync(file, terminal, stream => stream.WriteAsync(Bytes(comparison, isJson), cancellation).AsTask());
        }
        else
        {
            await terminal.Bytes.WriteAsync(Bytes(comparison, isJson), cancellation);
        }

        return ExitCode.Complies;
    }

    private byte[] Bytes(ReleaseComparison comparison, bool isJson) => isJson
        ? ComparisonJson.Write(comparison)
        : System.Text.Encoding.UTF8.GetBytes(string.Join('\n', ComparisonText.Lines(comparison, terminal)) + "\n");
}
