using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using OpenData.Intake;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.Review;

/// <summary>A server with people in it: an office with a unit, another office, and somebody in every role.</summary>
public sealed class ReviewServer : IAsyncLifetime
{
    public const string Csv = "id,name\r\n1,หนึ่ง\r\n2,สอง\r\n";
    private static readonly Agent Maker = new("maker", "Maker", []);
    private readonly string folder = Directory.CreateTempSubdirectory("opendata-review-").FullName;
    private readonly Dictionary<string, HttpClient> clients = [];
    private WebApplication? app;
    private int made;

    public MovableClock Clock { get; } = new();
    public IDataStore Store { get; private set; } = null!;
    internal AccountDesk Desk { get; private set; } = null!;

    /// <summary>The client of anonymous, officer, approver, auditor, admin, other (an officer elsewhere) or configuration.</summary>
    public HttpClient this[string who] => clients[who];

    public static DataDictionary Dictionary { get; } = DictionaryDocument.Read("""{"columns":[{"name":"id","type":"integer","description":"ลำดับ"},{"name":"name","type":"text","description":"ชื่อ"}]}""").Value!;

    public async Task InitializeAsync()
    {
        Store = DataStores.Open(TestStore.Of(Path.Combine(folder, "data")), Clock, Guid.NewGuid);
        await Store.Registry.SaveOrganizationAsync(new Organization("office", new LocalText("สำนักงาน", "Office"), null));
        await Store.Registry.SaveOrganizationAsync(new Organization("unit", new LocalText("กอง", "Unit"), "office"));
        await Store.Registry.SaveOrganizationAsync(new Organization("elsewhere", new LocalText("ที่อื่น", "Elsewhere"), null));
        var options = new ServerOptions { Urls = "http://127.0.0.1:0", TempFolder = Path.Combine(folder, "temp"), WriteToken = CatalogServer.Token, Clock = Clock, FeedbackPerHour = 1_000_000 };
        app = OpenDataServer.Build(options, Store);
        await app.StartAsync();
        Desk = new AccountDesk(Store, options);
        clients["anonymous"] = Client(null);
        clients["configuration"] = Client(CatalogServer.Token);
        await AddAsync("officer", new Grant(Role.Officer, "office"));
        await AddAsync("approver", new Grant(Role.Approver, "office"));
        await AddAsync("auditor", new Grant(Role.Auditor, null));
        await AddAsync("admin", new Grant(Role.Admin, null));
        await AddAsync("other", new Grant(Role.Officer, "elsewhere"));
    }

    public async Task DisposeAsync()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        await app!.DisposeAsync();
        await Store.DisposeAsync();
        TestStore.Drop(Path.Combine(folder, "data"));
        Directory.Delete(folder, recursive: true);
    }

    public HttpClient Client(string? token)
    {
        var client = CatalogServer.Client(app!);
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A person whose password is <c>the password of NAME</c>, and a client with a token of theirs.</summary>
    public async Task<Account> AddAsync(string name, params Grant[] grants)
    {
        var (secret, refusal) = await Desk.AddAsync(name, "คุณ " + name, grants, default);
        refusal.Should().BeNull();
        var account = (await Store.Accounts.FindAsync(name))!;
        (await Desk.ChangePasswordAsync(account, secret!, Password(name), default)).Should().BeNull();
        account = (await Store.Accounts.FindAsync(name))!;
        var (token, _, refused) = await Desk.MakeTokenAsync(account, "tests", grants[0], 30, default);
        refused.Should().BeNull();
        clients[name] = Client(token);
        return account;
    }

    public static string Password(string name) => "the password of " + name;

    public static DatasetForm Form(string name, string organization = "office")
    {
        var form = JObject.Parse("""
            { "title": "ชุดข้อมูลสมมติ", "data_type": "record", "maintainer": "กลุ่มสมมติ", "maintainer_email": "saraban@example.go.th", "tag_string": ["ตัวอย่าง"], "notes": "แต่งขึ้นเพื่อทดสอบ",
              "objective": ["mission"], "update_frequency_unit": "year", "geo_coverage": "country", "data_source": "ทะเบียนของหน่วยงาน", "data_format": ["csv"], "data_category": "public", "license_id": "odc",
              "resources": [{ "key": "main", "name": "ตาราง" }] }
            """);
        form["name"] = name;
        form["owner_org"] = organization;
        return new DatasetForm(form);
    }

    /// <summary>What the server answers at.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. app!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>A whole dataset in a state, as a maker and other people brought it there; gives its name.</summary>
    public async Task<string> MakeAsync(DatasetState state, string organization = "office", bool withFile = true, string? called = null)
    {
        var name = called ?? "made-" + Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture);
        var form = Form(name, organization);
        var dataset = (await Store.Registry.SaveDatasetAsync(form, ResourceDraft.Of(form), 0))!;
        await Store.Registry.SaveDictionaryAsync(dataset.Resources[0].Id, Dictionary);
        if (withFile)
        {
            await StageAsync(dataset.Resources[0].Id);
        }

        foreach (var step in Steps(state))
        {
            dataset = await Store.Reviews.ChangeAsync(step(new Workflow((await Store.Registry.FindDatasetAsync(name))!, Maker, Clock.GetUtcNow())));
            dataset.Should().NotBeNull();
        }

        return name;
    }

    public async Task<Dataset> FindAsync(string name) => (await Store.Registry.FindDatasetAsync(name))!;

    private static IEnumerable<Func<Workflow, DatasetChange>> Steps(DatasetState state) => state switch
    {
        DatasetState.Draft => [],
        DatasetState.Submitted => [w => w.Submit()],
        DatasetState.Returned => [w => w.Submit(), w => w.Return("แก้ชื่อ", [])],
        DatasetState.Approved => [w => w.Submit(), w => w.Approve()],
        DatasetState.Published => [w => w.Submit(), w => w.Approve(), w => w.Publish()],
        _ => [w => w.Submit(), w => w.Approve(), w => w.Publish(), w => w.Withdraw("ข้อมูลผิดทั้งชุด")],
    };

    private async Task StageAsync(Guid resource)
    {
        var bytes = Encoding.UTF8.GetBytes(Csv);
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, bytes);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        await Store.Originals.KeepAsync(new Upload("data.csv", path, sha256, bytes.Length, FileKind.Csv, null));
        await using var rows = new MemoryRows([[RowValue.Of(1L), RowValue.Of("หนึ่ง")], [RowValue.Of(2L), RowValue.Of("สอง")]], 2);
        var (unit, count) = await Store.Rows.LoadAsync(Dictionary, rows);
        var release = new Release
        {
            ResourceId = resource, Number = 0, Sha256 = sha256, FileName = "data.csv", Bytes = bytes.Length, Rows = count, Dictionary = Dictionary, Unit = unit, Published = Clock.GetUtcNow(), Counts = new FindingCounts(0, 0, 0),
        };
        await Store.Reviews.StageAsync(new NewRelease(release, CatalogServer.Report(sha256)));
    }
}

/// <summary>A clock that is moved by hand.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan ahead;

    public void Move(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}

[CollectionDefinition(Name)]
public sealed class ReviewCollection : ICollectionFixture<ReviewServer>
{
    public const string Name = "review";
}
