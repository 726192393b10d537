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
        var (perSecond, bad) = hasWrk ? await WrkAsync(address, requests, connections, seconds) : await AutocannonAsync(address, requests, connections, seconds);
        return bad == 0 ? perSecond : throw new InvalidOperationException($"{bad} requests to {requests[0].Path} were not answered well");
    }

    private async Task<(double PerSecond, long Bad)> WrkAsync(Uri address, IReadOnlyList<PreparedRequest> requests, int connections, int seconds)
    {
        var script = Path.Combine(folder, "requests.lua");
        var lua = new StringBuilder("local json = { ['Content-Type'] = 'application/json' }\nlocal made = {}\ninit = function()\n  for line in io.lines('")
            .Append(script).Append(".txt') do\n    local path, body = line:match('^(%S+) ?(.*)$')\n    made[#made + 1] = body == '' and wrk.format('GET', path) or wrk.format('POST', path, json, body)\n  end\nend\n")
            .Append("local at = 0\nrequest = function()\n  at = at % #made + 1\n  return made[at]\nend\n");
        await File.WriteAllLinesAsync(script + ".txt", requests.Select(r => $"{r.Path} {r.Body}".TrimEnd()));
        await File.WriteAllTextAsync(script, lua.ToString());
        // Answers of seconds are answers too: wrk would count those over 2 s as errors.
        var output = await Programs.RunAsync("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "120s", "-s", script, address.ToString()]);
        var bad = Bad().Matches(output).Sum(m => m.Groups["n"].Captures.Sum(c => long.Parse(c.Value, CultureInfo.InvariantCulture)));
        return (double.Parse(PerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), bad);
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

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<n>\d+)|Socket errors: connect (?<n>\d+), read (?<n>\d+), write (?<n>\d+), timeout (?<n>\d+)")]
    private static partial Regex Bad();
}
