using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenData.Benchmarks.Api;

/// <summary>Asks a server as fast as it answers, over several connections: wrk where it is, else autocannon; the same for every contender.</summary>
internal sealed partial class LoadGenerator(string folder, string? autocannon)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly bool hasWrk = Programs.Has("wrk");

    /// <summary>Its name, or null where neither program is there.</summary>
    public string? Name => hasWrk ? "wrk" : autocannon is null ? null : "autocannon";

    /// <summary>Requests answered in a second.</summary>
    /// <exception cref="InvalidOperationException">An answer was no success: what was measured means nothing.</exception>
    public async Task<double> MeasureAsync(Uri address, IReadOnlyList<PreparedRequest> requests, int connections, int seconds)
    {
        var (perSecond, bad) = hasWrk ? Read(await WrkAsync(address, requests, connections, seconds)) : await AutocannonAsync(address, requests, connections, seconds);
        return bad == 0 ? perSecond : throw Unanswered(requests, bad);
    }

    /// <summary>How long answers take, by wrk.</summary>
    /// <exception cref="InvalidOperationException">An answer was no success: what was measured means nothing.</exception>
    public async Task<Latency> MeasureLatencyAsync(Uri address, IReadOnlyList<PreparedRequest> requests, int connections, int seconds)
    {
        var output = await WrkAsync(address, requests, connections, seconds);
        var (perSecond, bad) = Read(output);
        var shares = Share().Matches(output).ToDictionary(m => m.Groups["share"].Value, m => double.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture) * m.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, _ => 1_000 });
        return bad == 0 ? new Latency(perSecond, shares["50"], shares["99"]) : throw Unanswered(requests, bad);
    }

    private static InvalidOperationException Unanswered(IReadOnlyList<PreparedRequest> requests, long bad) => new($"{bad} requests to {requests[0].Path} were not answered well");

    private static (double PerSecond, long Bad) Read(string output) => (
        double.Parse(PerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture),
        Bad().Matches(output).Sum(m => m.Groups["n"].Captures.Sum(c => long.Parse(c.Value, CultureInfo.InvariantCulture))));

    private async Task<string> WrkAsync(Uri address, IReadOnlyList<PreparedRequest> requests, int connections, int seconds)
    {
        var script = Path.Combine(folder, "requests.lua");
        var lua = new StringBuilder("local json = { ['Content-Type'] = 'application/json' }\nlocal made = {}\ninit = function()\n  for line in io.lines('")
            .Append(script).Append(".txt') do\n    local path, body = line:match('^(%S+) ?(.*)$')\n    made[#made + 1] = body == '' and wrk.format('GET', path) or wrk.format('POST', path, json, body)\n  end\nend\n")
            .Append("local at = 0\nrequest = function()\n  at = at % #made + 1\n  return made[at]\nend\n");
        await File.WriteAllLinesAsync(script + ".txt", requests.Select(r => $"{r.Path} {r.Body}".TrimEnd()));
        await File.WriteAllTextAsync(script, lua.ToString());
        // Answers of seconds are answers too: wrk would count those over 2 s as errors.
        return await Programs.RunAsync("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "--timeout", "120s", "-s", script, address.ToString()]);
    }

    private async Task<(double PerSecond, long Bad)> AutocannonAsync(Uri address, IReadOnlyList<PreparedRequest> requests, int connections, int seconds)
    {
        var file = Path.Combine(folder, "requests.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(requests, Plain));
        using var said = JsonDocument.Parse(await Programs.RunAsync("node", [autocannon!, address.ToString(), file, $"{connections}", $"{seconds}"]));
        return (said.RootElement.GetProperty("perSecond").GetDouble(), said.RootElement.GetProperty("bad").GetInt64());
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"^\s+(?<share>50|99)%\s+(?<n>[0-9.]+)(?<unit>us|ms|s)\s*$", RegexOptions.Multiline)]
    private static partial Regex Share();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<n>\d+)|Socket errors: connect (?<n>\d+), read (?<n>\d+), write (?<n>\d+), timeout (?<n>\d+)")]
    private static partial Regex Bad();
}

/// <summary>How long answers take.</summary>
/// <param name="PerSecond">Requests answered in a second.</param>
/// <param name="Median">Milliseconds within which half of them are answered.</param>
/// <param name="Slowest">Milliseconds within which 99 of 100 are.</param>
internal sealed record Latency(double PerSecond, double Median, double Slowest);
