using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using OpenData.Server.Tests.Cli;

namespace OpenData.Server.Tests.Trials;

/// <summary>A server in a process of its own over a folder that others write, and a reader that never stops asking it.</summary>
internal sealed partial class ServedFolder : IAsyncDisposable
{
    /// <summary>Readers leave the machine some time for those who publish.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process process;
    private readonly HttpClient client;
    private readonly EditedDataset dataset;
    private readonly CancellationTokenSource stop = new();
    private Task<int> reading = Task.FromResult(0);

    private ServedFolder(Process process, Uri address, EditedDataset dataset)
    {
        this.process = process;
        this.dataset = dataset;
        client = new HttpClient { BaseAddress = address };
    }

    /// <summary>Starts a server over a folder, and reads.</summary>
    public static async Task<ServedFolder> StartAsync(string data, EditedDataset dataset)
    {
        var served = await StartAsync(data, dataset, []);
        served.Read();
        return served;
    }

    /// <summary>Starts a server over a folder or a database; nobody reads it yet.</summary>
    public static async Task<ServedFolder> StartAsync(string data, EditedDataset dataset, Dictionary<string, string?> environment)
    {
        var process = OpenDataProcess.Start(environment, "serve", "--data", data, "--urls", "http://127.0.0.1:0");
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3));
        var address = Address().Match(line ?? "");
        address.Success.Should().BeTrue("the server says where it is, not '{0}'", line);
        process.BeginErrorReadLine();
        return new ServedFolder(process, new Uri(address.Groups[1].Value), dataset);
    }

    /// <summary>Where it listens.</summary>
    public Uri Root => client.BaseAddress!;

    /// <summary>Begins to read.</summary>
    public void Read() => reading = ReadAsync();

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Ends the reader and gives the number of its requests, or throws what it met.</summary>
    public async Task<int> StopAsync()
    {
        await stop.CancelAsync();
        process.HasExited.Should().BeFalse();
        return await reading;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        process.Kill(entireProcessTree: true);
        await Task.WhenAny(reading);
        client.Dispose();
        process.Dispose();
        stop.Dispose();
    }

    private async Task<int> ReadAsync()
    {
        var requests = 0;
        while (!stop.IsCancellationRequested)
        {
            await ReadPageAsync(offset: 997 * requests % (dataset.RowsOf(0) - 200));
            await Task.Delay(Pause);
            await ReadWholeAsync();
            requests += 2;
            await Task.Delay(Pause);
        }

        return requests;
    }

    /// <summary>The edition that serves here just now.</summary>
    public async Task<int> EditionAsync() =>
        dataset.EditionOf((string)CatalogServer.Json(await GetAsync($"/api/v1/data/{dataset.Name}/{EditedDataset.Resource}?limit=1"))["release"]!["sha256"]!);

    /// <summary>A page, counted: its rows, its total and the release it names are of one edition.</summary>
    private async Task ReadPageAsync(int offset)
    {
        var page = CatalogServer.Json(await GetAsync($"/api/v1/data/{dataset.Name}/{EditedDataset.Resource}?count=true&limit=200&offset={offset}"));
        var edition = dataset.EditionOf((string)page["release"]!["sha256"]!);
        ((int)page["total"]!).Should().Be(dataset.RowsOf(edition));
        page["rows"]!.Select(r => (int)r["id"]!).Should().Equal(Enumerable.Range(offset + 1, 200));
        page["rows"]!.Select(r => (int)r["edition"]!).Should().OnlyContain(e => e == edition);
    }

    /// <summary>The whole table in one answer: every row of one edition, and all of them.</summary>
    private async Task ReadWholeAsync()
    {
        var text = await GetAsync($"/api/v1/data/{dataset.Name}/{EditedDataset.Resource}.csv?select=edition&limit=all");
        var cells = text.TrimEnd().Split("\r\n")[1..];
        cells.Distinct().Should().HaveCount(1);
        cells.Should().HaveCount(dataset.RowsOf(int.Parse(cells[0], CultureInfo.InvariantCulture)));
    }

    private async Task<string> GetAsync(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return text;
    }

    [GeneratedRegex("OpenData is at (http://[^ ]+)")]
    private static partial Regex Address();
}
