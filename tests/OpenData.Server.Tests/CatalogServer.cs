using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Newtonsoft.Json.Linq;
using OpenData.Intake;
using OpenData.Registry;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests;

/// <summary>The real server on a free port of this machine, over the real store in a temp folder, with a few tables published.</summary>
public sealed class CatalogServer : IAsyncLifetime
{
    public const string Token = "a-token-of-the-tests";
    public const int BigRows = 2345;
    public static readonly byte[] Original = Encoding.UTF8.GetBytes("id,name\r\n1,เชียงใหม่\r\n");

    private readonly string folder = Directory.CreateTempSubdirectory("opendata-server-").FullName;
    private IDataStore? store;
    private WebApplication? app;

    public HttpClient Reader { get; private set; } = null!;
    public HttpClient Writer { get; private set; } = null!;
    public IDataStore Store => store!;
    public string TempFolder => Path.Combine(folder, "temp");

    public async Task InitializeAsync()
    {
        store = DataStores.Open(TestStore.Of(Path.Combine(folder, "data")), TimeProvider.System, Guid.NewGuid);
        await store.Registry.SaveOrganizationAsync(new Organization("interior", new LocalText("กระทรวงมหาดไทย", "Ministry of Interior"), null));
        await store.Registry.SaveOrganizationAsync(new Organization("secret-office", new LocalText("หน่วยลับ", "Secret office"), null));
        await PublishAsync("places", "interior", "สถานที่ <script>", Tables.Places, Tables.PlaceRows());
        await PublishAsync("big", "interior", "ตารางใหญ่", Tables.Big, Tables.BigRows(BigRows));
        await RegisterAsync("hidden", "secret-office", "ร่างลับ", Tables.Big);
        app = await StartAsync(Token);
        Reader = Client(app);
        Writer = Client(app);
        Writer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public async Task DisposeAsync()
    {
        Reader.Dispose();
        Writer.Dispose();
        await app!.DisposeAsync();
        await store!.DisposeAsync();
        TestStore.Drop(Path.Combine(folder, "data"));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Another server over the same store.</summary>
    public async Task<WebApplication> StartAsync(string? token, IDataStore? over = null, long uploadBytes = 1 << 20)
    {
        var server = OpenDataServer.Build(
            new ServerOptions { Urls = "http://127.0.0.1:0", TempFolder = TempFolder, WriteToken = token, UploadBytes = uploadBytes },
            over ?? store!);
        await server.StartAsync();
        return server;
    }

    public static HttpClient Client(WebApplication server) => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(server.Urls.First()),
    };

    /// <summary>Publishes rows; <paramref name="said"/> is how many the release says there are, where that is to be another number.</summary>
    public async Task<Release> PublishAsync(string name, string organization, string title, DataDictionary dictionary, IReadOnlyList<RowValue[]> rows, long? said = null)
    {
        var dataset = await RegisterAsync(name, organization, title, dictionary);
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, Original);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Original));
        await Store.Originals.KeepAsync(new Upload("data.csv", path, sha256, Original.Length, FileKind.Csv, null));
        await using var turn = await Store.BeginPublishAsync();
        await using var reader = new MemoryRows(rows, dictionary.Columns.Count);
        var (unit, count) = await Store.Rows.LoadAsync(dictionary, reader);
        return await Store.Registry.PublishAsync(new NewRelease(
            new Release
            {
                ResourceId = dataset.Resources[0].Id,
                Number = 0,
                Sha256 = sha256,
                FileName = "data.csv",
                Bytes = Original.Length,
                Rows = said ?? count,
                Dictionary = dictionary,
                Unit = unit,
                Published = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                Counts = new FindingCounts(0, 1, 0),
            },
            Report(sha256)));
    }

    /// <summary>A report of a file without findings.</summary>
    internal static byte[] Report(string sha256) => JsonReport.Write(
        new Report
        {
            RuleBook = "1.0.0",
            File = new ReportFile("data.csv", sha256, Original.Length, "csv", "utf-8", ",", "crlf", null, 1, 1, 2),
            Dictionary = null,
            Clauses = [.. Enum.GetValues<Clause>().Where(c => c != Clause.None).Select(c => new ReportClause(c, 0, 0))],
            Counts = new FindingCounts(0, 0, 0),
            Summary = [],
            Columns = [],
            Findings = [],
        },
        Language.English);

    public async Task<Dataset> RegisterAsync(string name, string organization, string title, DataDictionary dictionary)
    {
        var form = new DatasetForm(new JObject
        {
            ["name"] = name,
            ["title"] = title,
            ["owner_org"] = organization,
            ["notes"] = "คำอธิบายของ " + name,
            ["data_type"] = "record",
            ["resources"] = new JArray(new JObject { ["key"] = "main", ["name"] = "ตารางหลัก", ["file"] = "main.csv" }),
        });
        var dataset = await Store.Registry.SaveDatasetAsync(form, [new ResourceDraft("main", new LocalText("ตารางหลัก", "Main table"))], null);
        await Store.Registry.SaveDictionaryAsync(dataset!.Resources[0].Id, dictionary);
        return (await Store.Registry.FindDatasetAsync(name))!;
    }

    public async Task<JObject> GetJsonAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Reader.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(expected, "{0} answered {1}", address, text);
        return Json(text);
    }

    /// <summary>Parses JSON as it stands: dates stay texts.</summary>
    public static JObject Json(string text)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(text)) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
        return JObject.Load(reader);
    }

    public async Task<IReadOnlyList<long>> IdsAsync(string query) =>
        [.. (await GetJsonAsync("/api/v1/data/places/main?" + query))["rows"]!.Select(r => (long)r["id"]!)];
}

[CollectionDefinition(Name)]
public sealed class CatalogCollection : ICollectionFixture<CatalogServer>
{
    public const string Name = "catalog";
}

/// <summary>Rows held in memory.</summary>
internal sealed class MemoryRows(IReadOnlyList<RowValue[]> rows, int columns) : RowReader
{
    private int current = -1;
    private byte[] text = [];

    public override int ColumnCount => columns;
    public override long Row => current + 1;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellation = default) => ValueTask.FromResult(++current < rows.Count);
    public override RowValueKind Kind(int column) => rows[current][column].Kind;
    public override long Integer(int column) => rows[current][column].Integer;
    public override double Float(int column) => rows[current][column].Float;

    public override ReadOnlySpan<byte> Utf8(int column)
    {
        text = Encoding.UTF8.GetBytes(rows[current][column].Text);
        return text;
    }
}

/// <summary>The tables of the tests.</summary>
internal static class Tables
{
    public static readonly DataDictionary Places = Dictionary(
        "a1",
        ("id", ColumnType.Integer),
        ("name", ColumnType.Text),
        ("code", ColumnType.Code),
        ("price", ColumnType.Decimal),
        ("ratio", ColumnType.Number),
        ("active", ColumnType.Boolean),
        ("day", ColumnType.Date),
        ("moment", ColumnType.DateTime),
        ("hour", ColumnType.Time),
        ("year", ColumnType.Year));

    public static readonly DataDictionary Big = Dictionary("b2", ("id", ColumnType.Integer), ("section", ColumnType.Text), ("amount", ColumnType.Number));

    public static IReadOnlyList<RowValue[]> PlaceRows() =>
    [
        Place(1, "เชียงใหม่", "01", "10.50", 0.5, true, "2024-01-31", "2024-01-31T08:30:00", "08:30", 2024),
        Place(2, "Bangkok, \"the\" city", "02", "-3.00", -1.25, false, "2025-06-01", "2025-06-01T00:00:00", "23:59", 2025),
        Place(3, "a\u0001b<&>\uD83D\uDE00\nline", "10", "123456789012345678901234567890.123", 1e300, true, "1999-12-31", "1999-12-31T23:59:59", "00:00", 1999),
        [RowValue.Of(4L), .. Enumerable.Repeat(RowValue.Null, 9)],
        Place(5, "=1+1", "AB", "007.1", 0, false, "2026-02-28", "2026-02-28T12:00:00", "12:00", 2026),
    ];

    public static IReadOnlyList<RowValue[]> BigRows(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new[]
        {
            RowValue.Of((long)i),
            i % 7 == 0 ? RowValue.Null : RowValue.Of("กลุ่ม " + (i % 5).ToString(CultureInfo.InvariantCulture)),
            RowValue.Of(i * 0.5),
        })];

    private static RowValue[] Place(long id, string name, string code, string price, double ratio, bool active, string day, string moment, string hour, long year) =>
    [
        RowValue.Of(id), RowValue.Of(name), RowValue.Of(code), RowValue.Of(price), RowValue.Of(ratio), RowValue.Of(active),
        RowValue.Of(day), RowValue.Of(moment), RowValue.Of(hour), RowValue.Of(year),
    ];

    private static DataDictionary Dictionary(string sha256, params (string Name, ColumnType Type)[] columns) => new()
    {
        Sha256 = sha256.PadRight(64, '0'),
        Columns =
        [
            .. columns.Select(c => new DictionaryColumn
            {
                Name = c.Name,
                Header = "หัว " + c.Name,
                Type = c.Type,
                Label = new LocalText("ป้าย " + c.Name, "Label " + c.Name),
                Description = new LocalText("คำอธิบาย " + c.Name, "About " + c.Name),
            }),
        ],
    };
}
