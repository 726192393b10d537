using Microsoft.AspNetCore.Builder;
using Newtonsoft.Json.Linq;
using OpenData.Intake;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Tests.GraphQl;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.Dcat;

/// <summary>A catalog of more than two pages: forms of every type with all their items, forms with hostile texts, and many plain ones.</summary>
public sealed class HarvestSite : IAsyncLifetime
{
    public const int Plain = 230;
    private readonly string folder = Directory.CreateTempSubdirectory("opendata-harvest-").FullName;
    private WebApplication? app;
    private Release? release;

    public IDataStore Store { get; private set; } = null!;
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Where the server listens.</summary>
    public string Root => app!.Urls.First();

    public async Task InitializeAsync()
    {
        Store = DataStores.Open(TestStore.Of(Path.Combine(folder, "data")), TimeProvider.System, Guid.NewGuid);
        await Store.Registry.SaveOrganizationAsync(new Organization("ministry", new LocalText("กระทรวง", "Ministry"), null));
        await Store.Registry.SaveOrganizationAsync(new Organization("office", new LocalText("สำนักงาน", "Office"), "ministry"));
        foreach (var form in Forms.All)
        {
            await PublishAsync(form);
        }

        for (var i = 0; i < Plain; i++)
        {
            await PublishAsync(Forms.Plain(i), withRows: false);
        }

        await Store.Registry.SaveDatasetAsync(new DatasetForm(Forms.Named("draft-kept-secret", "ร่างที่ยังไม่เผยแพร่")), [], null);
        app = OpenDataServer.Build(new ServerOptions { Urls = "http://127.0.0.1:0", TempFolder = Path.Combine(folder, "temp"), WriteToken = CatalogServer.Token }, Store);
        await app.StartAsync();
        Client = CatalogServer.Client(app);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
        await Store.DisposeAsync();
        TestStore.Drop(Path.Combine(folder, "data"));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Registers a form and publishes a file for each of its resources, the same for all; rows are only there where a test reads them.</summary>
    private async Task PublishAsync(JObject json, bool withRows = true)
    {
        var form = new DatasetForm(json);
        var dataset = (await Store.Registry.SaveDatasetAsync(form, ResourceDraft.Of(form), null))!;
        // PostgreSQL publishes no rows that are not there.
        release = withRows || release is null || TestStore.IsPostgres ? await LoadAsync() : release with { Unit = Guid.NewGuid().ToString("N") };
        foreach (var resource in dataset.Resources)
        {
            await Store.Registry.SaveDictionaryAsync(resource.Id, release.Dictionary);
            await Store.Registry.PublishAsync(new NewRelease(release with { ResourceId = resource.Id }, CatalogServer.Report(release.Sha256)));
        }
    }

    private async Task<Release> LoadAsync()
    {
        var path = Path.Combine(folder, "original");
        await File.WriteAllBytesAsync(path, CatalogServer.Original);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(CatalogServer.Original));
        await Store.Originals.KeepAsync(new Upload("data.csv", path, sha256, CatalogServer.Original.Length, FileKind.Csv, null));
        await using var rows = new MemoryRows(Tables.PlaceRows(), Tables.Places.Columns.Count);
        var (unit, count) = await Store.Rows.LoadAsync(Tables.Places, rows);
        return new Release
        {
            ResourceId = Guid.Empty,
            Number = 0,
            Sha256 = sha256,
            FileName = "data.csv",
            Bytes = CatalogServer.Original.Length,
            Rows = count,
            Dictionary = Tables.Places,
            Unit = unit,
            Published = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Counts = new FindingCounts(0, 0, 0),
        };
    }
}

[CollectionDefinition(Name)]
public sealed class HarvestCollection : ICollectionFixture<HarvestSite>
{
    public const string Name = "harvest";
}

/// <summary>The forms of the tests.</summary>
internal static class Forms
{
    /// <summary>Every type of dataset with every item that it may have, and texts that a notation could choke on.</summary>
    public static readonly IReadOnlyList<JObject> All = [.. ((string[])["record", "stat", "gis", "multi", "other"]).Select(Filled), Valid("stat"), .. Hostile()];

    public static JObject Named(string name, string title) => new() { ["name"] = name, ["title"] = title, ["owner_org"] = "office" };

    public static JObject Plain(int number)
    {
        var form = Named($"plain-{number:D3}", $"ชุดที่ {number}");
        form["notes"] = "คำอธิบาย";
        form["resources"] = new JArray(new JObject { ["key"] = "main", ["name"] = "ตาราง" });
        return form;
    }

    /// <summary>A form of a type in which every item of the schema that belongs to the type is given.</summary>
    public static JObject Filled(string type)
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(Cli.OpenDataProcess.Root, "schemas/dataset.schema.json")));
        var form = Fill((JObject)schema["properties"]!, type, type);
        form["name"] = "filled-" + type;
        form["owner_org"] = "office";
        form["resources"] = new JArray(Fill((JObject)schema["definitions"]!["resource"]!["properties"]!, type, type + " resource"));
        form["resources"]![0]!["key"] = "main";
        if (type == "gis")
        {
            (form["west_bound_longitude"], form["east_bound_longitude"], form["south_bound_longitude"], form["north_bound_longitude"]) = (97.3, 105.6, 5.6, 20.5);
        }

        return form;
    }

    /// <summary>A filled form that <see cref="DatasetDocument"/> takes: without texts for choices that are not "other".</summary>
    public static JObject Valid(string type)
    {
        var form = Filled(type);
        form["name"] = "valid-" + type;
        foreach (var other in form.Descendants().OfType<JProperty>().Where(p => p.Name.EndsWith("_other", StringComparison.Ordinal)).ToArray())
        {
            other.Remove();
        }

        return form;
    }

    private static JObject Fill(JObject properties, string type, string mark)
    {
        var form = new JObject();
        foreach (var property in properties.Properties().Where(p => p.Name is not ("$schema" or "resources" or "owner_org" or "file" or "dictionary")))
        {
            var schema = (JObject)property.Value;
            if (schema["x-applies-to"] is JArray applies && !applies.Any(a => (string?)a == type))
            {
                continue;
            }

            form[property.Name] = Value(property.Name, schema, type, $"{property.Name} {mark}");
        }

        return form;
    }

    private static JToken Value(string name, JObject schema, string type, string text) => (name, (string?)schema["type"], (string?)schema["format"]) switch
    {
        ("data_type", _, _) => type,
        ("tag_string", _, _) => new JArray("คำ " + text, "word " + text),
        ("maintainer_email", _, _) => "contact@example.go.th",
        ("update_frequency_unit", _, _) => "year",
        ("update_frequency_interval", _, _) => 1,
        ("data_category", _, _) => "public",
        ("data_classification", _, _) => "open",
        ("geo_coverage", _, _) => "province",
        ("license_id", _, _) => "cc-by",
        (_, "array", _) => new JArray(schema["items"]!["enum"]![0]!, schema["items"]!["enum"]![1]!),
        (_, "boolean", _) => true,
        (_, "integer", _) => name.Contains("last", StringComparison.Ordinal) ? 2024 : 2019,
        (_, "number", _) => 12.5,
        (_, "string", "date") => "2024-02-29",
        (_, "string", "uri") => "https://example.go.th/" + Uri.EscapeDataString(name),
        (_, "string", _) when schema["enum"] is JArray codes => codes[0],
        (_, "string", _) => text,
        _ => new JObject { ["th"] = "ไทย " + text, ["en"] = "English " + text },
    };

    private static IEnumerable<JObject> Hostile()
    {
        string[] texts =
        [
            "</script><script>alert(1)</script>", "\"\"\" ''' \\ \\u0041 \\n", "a\u0000b\u0001c\u001F", "\r\n tab\tend\r", "]]> <!-- & &amp; &#0;", "ไทย\u200Bล่องหน\U0001F600", "@th ^^xsd:date <urn:x> .", "{\"@id\": \"x\"} %zz {{#if}}",
        ];
        for (var i = 0; i < texts.Length; i++)
        {
            var form = Filled("record");
            foreach (var item in form.Properties().Where(p => p.Value is JObject).ToArray())
            {
                form[item.Name] = new JObject { ["th"] = texts[i], ["en"] = texts[^(i + 1)] };
            }

            form["name"] = $"hostile-{i}";
            form["tag_string"] = new JArray(texts);
            form["url"] = "http://exa mple.com/\"<>{}|\\^`" + texts[i];
            form["reference_url_catalog"] = "javascript:alert(1)";
            form["maintainer_email"] = "a\"<b>@example.go.th";
            form["license_id"] = "other";
            form["license_id_other"] = texts[i];
            form["resources"]![0]!["name"] = texts[i];
            form["resources"]![0]!["description"] = texts[^(i + 1)];
            yield return form;
        }

        var bare = Named("hostile-bare", " ");
        bare["owner_org"] = "";
        bare["resources"] = new JArray(new JObject { ["key"] = "main", ["name"] = "ตาราง" });
        yield return bare;
    }
}
