using System.CommandLine;
using OpenData.Cli.Output;

namespace OpenData.Cli.Commands;

/// <summary>Asks a running server whether it is ready: the health check of a container image that has no curl.</summary>
internal sealed class HealthCommand : ExampledCommand
{
    private readonly Terminal terminal;
    private readonly Option<string> url = new("--url") { DefaultValueFactory = _ => $"{CliDefaults.Urls}/health/ready" };

    public HealthCommand(Terminal terminal)
        : base(
            "health",
            terminal.Say("ถามเซิร์ฟเวอร์ว่าพร้อมหรือไม่", "Ask a running server whether it is ready."),
            "opendata health --url http://127.0.0.1:8080/health/ready")
    {
        this.terminal = terminal;
        url.Description = terminal.Say("ที่อยู่ที่จะถาม", "The address to ask.");
        Hidden = true;
        Options.Add(url);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = CliDefaults.HealthWithin };
        try
        {
            using var answer = await client.GetAsync(new Uri(parsed.GetValue(url)!), cancellation);
            terminal.Line($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}");
            return ExitCode.Of(answer.IsSuccessStatusCode);
        }
        catch (Exception exception) when (exception is HttpRequestException or UriFormatException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            terminal.Fail(exception.Message);
            return ExitCode.DoesNotComply;
        }
    }
}
