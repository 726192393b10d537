using System.Text.RegularExpressions;
using OpenData.Server.Tests.Cli;

namespace OpenData.Server.Tests.Trials;

/// <summary>A machine without ICU: everything works, and texts stand by code points.</summary>
[Trait("Engine", "SQLite")] // PostgreSQL has an ICU of its own.
public sealed partial class InvariantModeTests
{
    private static readonly Dictionary<string, string?> WithoutIcu = new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" };

    [Fact]
    public async Task Provinces_are_published_searched_and_ordered_by_code_points()
    {
        using var folder = new TemporaryFolder();
        string[] samples = [.. ((string[])["geographies", "provinces"]).Select(name => Path.Combine(OpenDataProcess.Root, "datasets", name))];
        var added = await OpenDataProcess.RunAsync(WithoutIcu, "", ["add", .. samples, "--data", folder.Data]);
        added.ExitCode.Should().Be(0, added.Error);

        using var server = OpenDataProcess.Start(WithoutIcu, "serve", "--data", folder.Data, "--urls", "http://127.0.0.1:0");
        try
        {
            var line = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            using var client = new HttpClient { BaseAddress = new Uri(Address().Match(line ?? "").Groups[1].Value) };
            var last = CatalogServer.Json(await client.GetStringAsync("/api/v1/data/provinces/provinces?order=-name_th&limit=2"));
            var found = CatalogServer.Json(await client.GetStringAsync("/api/v1/datasets?q=ประเทศไทย&sort=title"));

            // U+0E41, แ, is greater than every consonant; in a dictionary อุบลราชธานี would be the last.
            last["rows"]!.Select(r => (string)r["name_th"]!).Should().Equal("แม่ฮ่องสอน", "แพร่");
            found["items"]!.Select(i => (string)i["name"]!).Should().Equal("provinces", "geographies");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex("OpenData is at (http://[^ ]+)")]
    private static partial Regex Address();
}
