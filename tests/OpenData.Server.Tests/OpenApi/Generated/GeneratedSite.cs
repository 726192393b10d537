using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Server.Tests.Review;

namespace OpenData.Server.Tests.OpenApi;

/// <summary>A server with people, a published table of every type in two releases, and datasets in every state; and what requests may say of them.</summary>
public sealed class GeneratedSite : IAsyncLifetime
{
    /// <summary>The table that rows are asked of.</summary>
    public const string Table = "stations";

    private const string Header = "province,no,name,lat,lng,opened,visitors,fee,active,moment,hour,year";
    private static readonly string[] Columns = Header.Split(',');

    private static readonly string[] Conditions =
        ["visitors.gte=1", "province=10", "name.contains=%E0%B8%81", "opened.lt=2000-01-01", "fee.isNull=false", "lat.gt=1.5", "province.in=10,50", "active=true", "year.neq=2000", "hour.lte=12:00", "moment.gt=2020-01-01T00:00:00", "no.nin=7,8"];

    private static readonly string[] Faulty = ["nothing=1", "visitors.gt=abc", "name.like=x", "active.gt=true", "opened=2026-02-30", "province.=1", "no.in=", "fee.eq=1e999x"];

    private readonly ReviewServer server = new();
    private readonly Dictionary<string, string[]> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> tags = [];
    private readonly List<string> made = [];
    private string[] questions = [], requests = [], addresses = [], tokens = [], resources = [];

    public HttpClient this[string caller] => server[caller];

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        await server.AddAsync("someone", new Grant(Role.Officer, "unit"));
        for (var i = 0; i < 6; i++)
        {
            foreach (var state in Enum.GetValues<DatasetState>())
            {
                made.Add(await server.MakeAsync(state));
            }
        }

        await PublishTableAsync();
        await SayAsync();
        members["organization"] = ["office", "unit"];
        members["dataset"] = [Table];
        members["indicator"] = ["doh-2.5"];
        members["part"] = ["1.1", "1.2"];
        members["link"] = ["https://example.go.th/evidence"];
        members["date"] = ["2024-08-10"];
    }

    public Task DisposeAsync() => server.DisposeAsync();

    /// <summary>Values of a parameter that there are, or null where its schema says enough.</summary>
    internal string[]? Known(DocumentedOperation operation, string name) => (name, operation.Path) switch
    {
        ("name", var path) when path.Contains("/accounts/", StringComparison.Ordinal) => ["someone", "someone", "no-such-person"],
        ("name", var path) when path.Contains("/organizations/", StringComparison.Ordinal) => ["office", "unit", "no-such-office"],
        ("name", var path) when path.EndsWith("/action/{name}", StringComparison.Ordinal) => null,
        ("name", var path) when path.StartsWith("/dataset/", StringComparison.Ordinal) => [Table, Table + ".ttl", "no-such-thing"],
        ("name", "/api/v1/validate" or "/api/v1/datasets/{name}/resources/{key}/file") when operation.Method is "POST" => ["data.csv"],
        ("name", var path) when path.Contains("/feedback", StringComparison.Ordinal) => [Table, Table, Table, made[0], "no-such-thing"],
        ("limit", var path) when path.Contains("/data/", StringComparison.Ordinal) || path.Contains("/rows", StringComparison.Ordinal) => ["1", "1", "2", "100", "10000", "all"],
        ("name", var path) when path.EndsWith("/approve", StringComparison.Ordinal) || path.EndsWith("/return", StringComparison.Ordinal) => [.. In(DatasetState.Submitted), "no-such-thing"],
        ("name", var path) when path.EndsWith("/withdraw", StringComparison.Ordinal) => [.. In(DatasetState.Published), "no-such-thing"],
        ("name", var path) when path.EndsWith("/publish", StringComparison.Ordinal) => [.. In(DatasetState.Approved), made[0]],
        ("name", _) when operation.Method is not "GET" => [.. made, Table, "no-such-thing"],
        ("name", var path) when path.Contains("/data/", StringComparison.Ordinal) || path.Contains("/rows", StringComparison.Ordinal) => [Table, Table, Table, Table, Table, Table, Table, Table, made[5], made[0], "no-such-thing"],
        ("name", _) => [Table, Table, Table, Table, Table, Table, Table, Table, Table, Table, made[4], made[5], made[0], "no-such-thing"],
        ("key", var path) when path.StartsWith("/sdmx", StringComparison.Ordinal) => ["*"],
        ("key", _) => ["main", "main", "main", "main", "main", "main", "no-such-key"],
        ("file", _) => ["main", "main.csv", "main.json", "main.ndjson", "main.xml", "main.xlsx", "main.geojson", "main.csv.gz"],
        ("number" or "from", var path) when !path.StartsWith("/api/v1/usage", StringComparison.Ordinal) && path.Contains('{', StringComparison.Ordinal) => ["1", "2", "1", "2", "77"],
        ("to", var path) when path.Contains('{', StringComparison.Ordinal) => ["1", "2"],
        ("from", _) => [Day(-40), Day(-30)],
        ("to", _) => [Day(-10), Day(-1)],
        ("year", _) => ["2567", "2568"],
        ("organization" or "group", _) => ["office", "unit"],
        ("dataset", _) => [Table],
        ("select", var path) when path.Contains("/aggregate", StringComparison.Ordinal) => ["count()", "sum(visitors)", "avg(fee)", "countDistinct(name)", "max(no)"],
        ("order", var path) when path.Contains("/aggregate", StringComparison.Ordinal) => ["-count()", "sum(visitors)"],
        ("select" or "group_by", _) => Columns,
        ("order", _) => [.. Columns, .. Columns.Select(c => "-" + c)],
        ("q", _) => ["หัวลำโพง", "Bangkok", "a b", "\"two words\""],
        ("bbox", _) => ["100,13,101,14", "170,-10,-170,10"],
        ("near", _) => ["13.7,100.5,5000", "0,0,20037509"],
        ("modified_since", _) => ["2026-01-31T08:30:00Z", "2020-01-01"],
        ("id", var path) when path.EndsWith("/rows/{id}", StringComparison.Ordinal) => ["10,1", "50,2", "99,9"],
        ("id", var path) when path.Contains("/questions/", StringComparison.Ordinal) => questions,
        ("id", var path) when path.EndsWith("/hand-on", StringComparison.Ordinal) => requests[..8],
        ("id", var path) when path.Contains("/requests/", StringComparison.Ordinal) => requests[8..],
        ("id", var path) when path.Contains("/tokens/", StringComparison.Ordinal) => tokens,
        ("id", var path) when path.StartsWith("/sdmx", StringComparison.Ordinal) => ["*", Table],
        ("id", _) => [.. resources, "main"],
        ("address", _) => [.. addresses, "no-such-address"],
        ("context" or "type" or "agency" or "version", var path) when path.StartsWith("/sdmx", StringComparison.Ordinal) => ["*"],
        _ => null,
    };

    /// <summary>The datasets that were made in a state; steps have taken some of them further since.</summary>
    private IEnumerable<string> In(DatasetState state) => made.Where((_, i) => i % Enum.GetValues<DatasetState>().Length == (int)state);

    /// <summary>Values of the members of a body that there are.</summary>
    internal IReadOnlyDictionary<string, string[]> Members(DocumentedOperation operation) => operation.Method == "GET" ? new Dictionary<string, string[]>() : members;

    internal static IEnumerable<string> FaultyConditions(JObject parameter) => ((string)parameter["schema"]!["propertyNames"]!["pattern"]!).Contains("having", StringComparison.Ordinal) ? [.. Faulty, "having.count().gt=x", "having.nothing(x)=1", "having.sum(name)=1"] : Faulty;

    internal string ValidCondition(DocumentedOperation operation, JObject parameter, Random random)
    {
        if (operation.IsForeign)
        {
            return new[] { "id=" + Table, "limit=3", "q=%E0%B8%81", "sort=name", "query=%7B__typename%7D", "resource_id=" + resources[0], "rows=-1", "c%5BFREQ%5D=A", "facet.field=%5B" }[random.Next(9)];
        }

        var pattern = (string)parameter["schema"]!["propertyNames"]!["pattern"]!;
        return pattern.StartsWith("^having", StringComparison.Ordinal) || (pattern.Contains("having", StringComparison.Ordinal) && random.Next(3) == 0) ? "having.count().gte=1" : Conditions[random.Next(Conditions.Length)];
    }

    internal string HeaderValue(string name, Random random) => name switch
    {
        "Range" => new[] { "bytes=0-9", "bytes=-5", "bytes=999999999-", "bytes=x" }[random.Next(4)],
        "If-Match" => new[] { "*", "\"nothing\"", "W/\"x\"" }[random.Next(3)],
        _ => tags.Count > 0 && random.Next(2) == 0 ? tags.Values.ElementAt(random.Next(tags.Count)) : new[] { "*", "\"nothing\"", "not a tag" }[random.Next(3)],
    };

    /// <summary>Who asks: readers mostly, for writing anybody; scores are made anew for whoever sees drafts, which takes long.</summary>
    internal static string CallerOf(DocumentedOperation operation, Random random)
    {
        if (operation.Method == "GET" && !operation.NeedsCaller)
        {
            return operation.Path.Contains("/scores", StringComparison.Ordinal) || random.Next(3) > 0 ? "anonymous" : random.Next(2) == 0 ? "officer" : "admin";
        }

        string[] callers = operation.Path.Contains("/accounts", StringComparison.Ordinal) || operation.Path.Contains("/audit", StringComparison.Ordinal) ? ["admin", "admin", "admin", "officer", "anonymous"] : ["admin", "officer", "approver", "configuration", "auditor", "other", "anonymous"];
        return callers[random.Next(callers.Length)];
    }

    /// <summary>A body that may be taken: forms are made up of a whole one.</summary>
    internal static byte[] BodyOf(GeneratedRequest request, GeneratedValues values, JToken schema, Random random)
    {
        var reference = (string?)schema["$ref"] ?? "";
        var body = reference.EndsWith("/Form1", StringComparison.Ordinal) ? FormOf(request, values, schema, random)
            : reference.EndsWith("/SentDictionary", StringComparison.Ordinal) ? JObject.Parse("""{ "columns": [{ "name": "id", "type": "integer", "description": "ลำดับ" }, { "name": "name", "type": "text", "description": "ชื่อ" }] }""")
            : values.Valid(schema, "");
        return Encoding.UTF8.GetBytes(body.ToString(Newtonsoft.Json.Formatting.None));
    }

    internal static byte[] FileOf(Random random) => Encoding.UTF8.GetBytes(random.Next(3) == 0 ? "id,name\r\nx,\"หนึ่ง\r\n" : ReviewServer.Csv);

    private static JObject FormOf(GeneratedRequest request, GeneratedValues values, JToken schema, Random random)
    {
        var name = request.Operation.Method == "PUT" ? request.Address.Split('/', '?')[4] : "registered-" + random.Next(1000).ToString(CultureInfo.InvariantCulture);
        var form = (JObject)ReviewServer.Form(name).Json.DeepClone();
        var any = (JObject)values.Valid(schema, "");
        foreach (var member in any.Properties().Where(p => p.Name is not ("name" or "owner_org" or "resources")).OrderBy(_ => random.Next()).Take(random.Next(3)))
        {
            form[member.Name] = member.Value;
        }

        return form;
    }

    private async Task PublishTableAsync()
    {
        var writer = server["configuration"];
        var form = (JObject)ReviewServer.Form(Table).Json.DeepClone();
        (await writer.PutAsync($"/api/v1/datasets/{Table}", Json(form.ToString()))).EnsureSuccessStatusCode();
        (await writer.PutAsync($"/api/v1/datasets/{Table}/resources/main/dictionary", Json("""
            { "key": ["province", "no"], "columns": [
              { "name": "province", "type": "code", "description": "จังหวัด" }, { "name": "no", "type": "integer", "description": "ลำดับ" }, { "name": "name", "type": "text", "description": "ชื่อ" },
              { "name": "lat", "type": "decimal", "description": "ละติจูด" }, { "name": "lng", "type": "number", "description": "ลองจิจูด" }, { "name": "opened", "type": "date", "description": "วันเปิด" },
              { "name": "visitors", "type": "integer", "description": "ผู้ใช้" }, { "name": "fee", "type": "decimal", "description": "ค่าบริการ" }, { "name": "active", "type": "boolean", "description": "เปิดอยู่" },
              { "name": "moment", "type": "datetime", "description": "เวลา" }, { "name": "hour", "type": "time", "description": "เวลาเปิด" }, { "name": "year", "type": "year", "description": "ปี" } ] }
            """))).EnsureSuccessStatusCode();
        foreach (var last in new[] { "50,2,เชียงใหม่,18.7836,99.0170,1921-12-01,9000,15.25,true,2024-01-31T08:30:00,08:30,2024", "50,2,เชียงใหม่,18.7836,99.0170,1921-12-01,9001,15.50,false,2024-02-29T08:30:00,09:30,2025" })
        {
            var csv = $"{Header}\r\n10,1,หัวลำโพง Hua Lamphong,13.7393,100.5170,1916-06-25,60000,20.00,true,2024-01-31T08:30:00,05:00,2024\r\n10,2,\"บางซื่อ, Bang Sue\",13.8030,100.5400,1898-01-01,80000,5.50,false,2025-01-31T08:30:00,06:15,2025\r\n{last}\r\n";
            using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
            using var answer = await writer.PutAsync($"/api/v1/datasets/{Table}/resources/main/file?name=stations.csv", file);
            answer.IsSuccessStatusCode.Should().BeTrue("{0}", await answer.Content.ReadAsStringAsync());
        }

        using var told = await server["anonymous"].GetAsync($"/api/v1/datasets/{Table}");
        resources = [(string)CatalogServer.Json(await told.Content.ReadAsStringAsync())["resources"]![0]!["id"]!];
        tags["dataset"] = told.Headers.ETag!.ToString();
        using var rows = await server["anonymous"].GetAsync($"/api/v1/data/{Table}/main");
        tags["rows"] = rows.Headers.ETag!.ToString();
    }

    /// <summary>Questions, requests and tokens, several of each, so that there is something to decide on.</summary>
    private async Task SayAsync()
    {
        for (var i = 0; i < 24; i++)
        {
            questions = [.. questions, (string)(await PostAsync("anonymous", $"/api/v1/datasets/{Table}/feedback/questions", """{ "text": "ข้อมูลล่าสุดเมื่อใด" }"""))["id"]!];
            var request = await PostAsync("anonymous", "/api/v1/requests", """{ "kind": "missing", "organization": "office", "text": "ขอข้อมูลรายอำเภอ" }""");
            addresses = [.. addresses, ((string)request["address"]!).Split('/')[^1]];
            tokens = [.. tokens, (string)(await PostAsync("admin", "/api/v1/accounts/someone/tokens", """{ "label": "test", "role": "officer", "organization": "unit", "days": 30 }"""))["id"]!];
        }

        requests = [.. CatalogServer.Json(await server["officer"].GetStringAsync("/api/v1/requests/inbox"))["items"]!.Select(r => (string)r["id"]!)];
    }

    private async Task<JObject> PostAsync(string caller, string address, string json)
    {
        using var answer = await server[caller].PostAsync(address, Json(json));
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue("{0} answered {1}", address, text);
        return CatalogServer.Json(text);
    }

    private static ByteArrayContent Json(string text) => new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static string Day(int from) => DateTime.UtcNow.AddDays(from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
