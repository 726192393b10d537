using System.CommandLine;
using OpenData.Cli.Output;

namespace OpenData.Cli.Commands;

/// <summary><c>serve</c>: the catalog over HTTP, until it is told to stop.</summary>
internal sealed class ServeCommand : ExampledCommand
{
    private readonly Terminal terminal;
    private readonly Option<string> data;
    private readonly Option<string> urls;

    public ServeCommand(Terminal terminal)
        : base(
            "serve",
            terminal.Say("เปิดเซิร์ฟเวอร์แค็ตตาล็อก", "Serve the catalog over HTTP."),
            "opendata serve",
            "opendata serve --data /var/lib/opendata --urls http://0.0.0.0:8080",
            "OPENDATA_TOKEN=$(cat token) opendata serve --data /var/lib/opendata")
    {
        this.terminal = terminal;
        data = SharedOptions.Data(terminal);
        urls = SharedOptions.Urls(terminal);
        Options.Add(data);
        Options.Add(urls);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = Catalog.Open(parsed.GetValue(data)!);
        await Catalog.SweepAsync(store, terminal, cancellation);
        return await ServerRun.RunAsync(store, parsed.GetValue(urls)!, terminal, cancellation);
    }
}
