using System.CommandLine;
using OpenData.Cli.Output;
using OpenData.Server;

namespace OpenData.Cli.Commands;

/// <summary><c>serve</c>: the catalog over HTTP, until it is told to stop.</summary>
internal sealed class ServeCommand : ExampledCommand
{
    private readonly Terminal terminal;
    private readonly Option<string> data;
    private readonly Option<string> urls;
    private readonly AddressOptions addresses;
    private readonly LimitOptions limits;

    public ServeCommand(Terminal terminal)
        : base(
            "serve",
            terminal.Say("เปิดเซิร์ฟเวอร์แค็ตตาล็อก", "Serve the catalog over HTTP."),
            "opendata serve",
            "opendata serve --data /var/lib/opendata --urls http://0.0.0.0:8080",
            "opendata serve --public-address https://data.example.go.th --trusted-proxy 127.0.0.1",
            "OPENDATA_TOKEN=$(cat token) opendata serve --data /var/lib/opendata")
    {
        this.terminal = terminal;
        data = SharedOptions.Data(terminal);
        urls = SharedOptions.Urls(terminal);
        Options.Add(data);
        addresses = new AddressOptions(terminal);
        Options.Add(urls);
        Options.Add(addresses.Public);
        Options.Add(addresses.Proxies);
        limits = new LimitOptions(terminal);
        Options.Add(limits.PerAddress);
        Options.Add(limits.PerToken);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = Catalog.Open(parsed.GetValue(data)!);
        await Catalog.SweepAsync(store, terminal, cancellation);
        return await ServerRun.RunAsync(store, limits.Read(parsed, addresses.Read(parsed, new ServerOptions { Urls = parsed.GetValue(urls)! })), terminal, cancellation);
    }
}
