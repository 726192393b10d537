using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Tests.Cli;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.Rows;

/// <summary>A million rows through the real server in a process of its own, whose memory is watched meanwhile.</summary>
[Trait("Store", "None")] // How the server streams; it takes long, and rows of PostgreSQL come as a stream too.
public sealed partial class LargeDownloadTests : IAsyncLifetime, IDisposable
{
    private const int Count = 1_000_000;
    private const long MostBytes = 100_000_000;

    private readonly string folder = Directory.CreateTempSubdirectory("opendata-large-").FullName;
    private Process? server;
    private HttpClient? client;

    public async Task InitializeAsync()
    {
        await using (var store = DataStores.Open(TestStore.Of(folder), TimeProvider.System, Guid.NewGuid))
        {
            await PublishAsync(store);
        }

        server = OpenDataProcess.Start([], "serve", "--data", TestStore.Of(folder), "--urls", "http://127.0.0.1:0");
        var line = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        client = new HttpClient { BaseAddress = new Uri(Address().Match(line ?? "").Value), Timeout = TimeSpan.FromMinutes(5) };

        // What the first answer compiles and learns is no part of a download.
        await client.GetStringAsync("/api/v1/data/large/main.xlsx?limit=1");
        await client.GetStringAsync("/api/v1/data/large/main.csv?limit=2000");
    }

    public async Task DisposeAsync()
    {
        server?.Kill(entireProcessTree: true);
        await (server?.WaitForExitAsync() ?? Task.CompletedTask);
        TestStore.Drop(folder);
        Directory.Delete(folder, recursive: true);
    }

    public void Dispose()
    {
        client?.Dispose();
        server?.Dispose();
    }

    [Fact]
    public async Task A_million_rows_stream_in_little_memory_and_are_the_rows_that_are_stored()
    {
        var before = Memory("VmRSS:");
        await CompareAsync("/api/v1/data/large/main.csv?limit=all&order=id", stream => stream, Csv());
        await CompareAsync("/api/v1/data/large/main.json?limit=all", stream => stream, Json());
        await CompareAsync("/api/v1/data/large/main.xlsx?limit=all", Sheet, Xlsx());
        await CompareAsync("/api/v1/data/large/main.csv.gz", stream => new GZipStream(stream, CompressionMode.Decompress), Csv());
        (Memory("VmHWM:") - before).Should().BeLessThan(MostBytes, "that is what all of these downloads together may take");
    }

    private async Task CompareAsync(string address, Func<Stream, Stream> open, IEnumerable<string> expected)
    {
        using var answer = await client!.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        answer.IsSuccessStatusCode.Should().BeTrue();
        await using var stream = open(await answer.Content.ReadAsStreamAsync());
        var (mine, theirs) = (new byte[1 << 20], new byte[1 << 20]);
        foreach (var part in expected.Chunk(2_000).Select(p => string.Concat(p)))
        {
            var length = Encoding.UTF8.GetBytes(part, mine);
            await stream.ReadExactlyAsync(theirs.AsMemory(0, length));
            if (!mine.AsSpan(0, length).SequenceEqual(theirs.AsSpan(0, length)))
            {
                Encoding.UTF8.GetString(theirs, 0, length).Should().Be(part, "{0} has other bytes", address);
            }
        }

        (await stream.ReadAsync(theirs)).Should().BeLessThan(200, "{0} has nothing more but its end", address);
    }

    /// <summary>The sheet inside a workbook, which has to be on a disk to be opened.</summary>
    private Stream Sheet(Stream workbook)
    {
        var path = Path.Combine(folder, "large.xlsx");
        using (var file = File.Create(path))
        {
            workbook.CopyTo(file);
        }

        return ZipFile.OpenRead(path).GetEntry("xl/worksheets/sheet1.xml")!.Open();
    }

    /// <summary>What the server holds in memory, files that it maps among it; on Linux now, or the most that it ever held.</summary>
    private long Memory(string line)
    {
        if (OperatingSystem.IsLinux())
        {
            var status = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{server!.Id}/status")).First(l => l.StartsWith(line, StringComparison.Ordinal));
            return long.Parse(status.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) * 1024;
        }

        server!.Refresh();
        return line == "VmRSS:" ? server.WorkingSet64 : server.PeakWorkingSet64;
    }

    private static string Place(int i) => $"ตำบล, ที่ {i % 9973}";
    private static string Amount(int i) => string.Create(CultureInfo.InvariantCulture, $"{i % 100_000}.{i % 90 + 10}");

    private static IEnumerable<string> Csv() => Enumerable.Range(1, Count)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},\"{Place(i)}\",{Amount(i)},{(i % 2 == 0 ? "true" : "false")}\r\n")).Prepend("id,place,amount,even\r\n");

    private static IEnumerable<string> Json() => Enumerable.Range(1, Count)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i == 1 ? "" : ",")}{{\"id\":{i},\"place\":\"{Place(i)}\",\"amount\":{Amount(i)},\"even\":{(i % 2 == 0 ? "true" : "false")}}}")).Prepend("{\"rows\":[");

    private static IEnumerable<string> Xlsx() => Enumerable.Range(1, Count)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"<row><c><v>{i}</v></c><c t=\"inlineStr\"><is><t xml:space=\"preserve\">{Place(i)}</t></is></c><c><v>{Amount(i)}</v></c><c t=\"b\"><v>{(i % 2 == 0 ? 1 : 0)}</v></c></row>"))
        .Prepend("<row>" + string.Concat(((string[])["id", "place", "amount", "even"]).Select(h => $"<c t=\"inlineStr\" s=\"1\"><is><t xml:space=\"preserve\">{h}</t></is></c>")) + "</row>")
        .Prepend("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>""");

    private static async Task PublishAsync(IDataStore store)
    {
        var dictionary = new DataDictionary
        {
            Sha256 = new string('1', 64),
            Columns = [.. new[] { ("id", ColumnType.Integer), ("place", ColumnType.Text), ("amount", ColumnType.Decimal), ("even", ColumnType.Boolean) }
                .Select(c => new DictionaryColumn { Name = c.Item1, Header = c.Item1, Type = c.Item2 })],
        };
        var form = new DatasetForm(new Newtonsoft.Json.Linq.JObject { ["name"] = "large", ["title"] = "ตารางใหญ่", ["owner_org"] = "interior", ["notes"] = "ล้านแถว", ["data_type"] = "record" });
        var dataset = await store.Registry.SaveDatasetAsync(form, [new ResourceDraft("main", new LocalText("ตาราง", "Table"))], null);
        await store.Registry.SaveDictionaryAsync(dataset!.Resources[0].Id, dictionary);
        await using var rows = new LargeRows();
        await using var turn = await store.BeginPublishAsync();
        var (unit, count) = await store.Rows.LoadAsync(dictionary, rows);
        await store.Registry.PublishAsync(new NewRelease(
            new Release
            {
                ResourceId = dataset.Resources[0].Id, Number = 0, Sha256 = new string('2', 64), FileName = "large.csv", Bytes = 1, Rows = count,
                Dictionary = dictionary, Unit = unit, Published = DateTimeOffset.UnixEpoch, Counts = default,
            },
            CatalogServer.Report(new string('2', 64))));
    }

    [GeneratedRegex("http://[^ ]+")]
    private static partial Regex Address();

    private sealed class LargeRows : RowReader
    {
        private int row;

        public override int ColumnCount => 4;
        public override long Row => row;
        public override ValueTask<bool> ReadAsync(CancellationToken cancellation = default) => ValueTask.FromResult(++row <= Count);
        public override RowValueKind Kind(int column) => column is 0 or 3 ? RowValueKind.Integer : RowValueKind.Text;
        public override long Integer(int column) => column == 0 ? row : row % 2 == 0 ? 1 : 0;
        public override double Float(int column) => throw new NotSupportedException();
        public override ReadOnlySpan<byte> Utf8(int column) => Encoding.UTF8.GetBytes(column == 1 ? Place(row) : Amount(row));
    }
}
