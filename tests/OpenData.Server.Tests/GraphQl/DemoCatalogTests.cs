using Newtonsoft.Json.Linq;
using OpenData.Server.Tests.Pages;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>The catalog's fields over the sample datasets, counted by hand from their folders, and the console in a browser.</summary>
public sealed class DemoCatalogTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task Facets_count_what_a_person_counts_in_the_folders()
    {
        var datasets = (await site.Client.AskAsync("""
            { datasets { totalCount facets { complying organizations { value label { th } count } dataTypes { value label { en } count } categories { value count } formats { value count } } } }
            """)).Data["datasets"]!;
        ((int)datasets["totalCount"]!).Should().Be(16);
        ((int)datasets["facets"]!["complying"]!).Should().Be(16);
        Counts(datasets["facets"]!["organizations"]!).Should().Equal(("mdes", 5), ("kongvut", 4), ("anamai", 2), ("econvis", 2), ("nso", 2), ("moi", 1));
        Counts(datasets["facets"]!["dataTypes"]!).Should().Equal(("record", 10), ("stat", 6));
        Counts(datasets["facets"]!["categories"]!).Should().Equal(("public", 16));
        ((string)datasets["facets"]!["organizations"]![1]!["label"]!["th"]!).Should().Be("kongvut (ผู้เผยแพร่บน GitHub)");
    }

    [Theory]
    [InlineData("where: { organization: \"kongvut\" }", "districts,geographies,provinces,sub-districts")]
    [InlineData("where: { organization: [\"nso\", \"moi\"] }", "gdcatalog-datasets,moi-egov-indicator,nso-web-usage-2567")]
    [InlineData("where: { dataType: \"stat\", organization: \"econvis\" }", "gross-provincial-product,tourism-by-province")]
    [InlineData("where: { dataType: \"ข้อมูลสถิติ\", organization: \"mdes\" }", "mdes-agency-progress-2567,mdes-strategy-progress-2567")]
    [InlineData("where: { tag: \"provinces\" }", "provinces")]
    [InlineData("where: { complies: false }", "")]
    [InlineData("search: \"จังหวัด\"", "districts,geographies,gross-provincial-product,provinces,tourism-by-province")]
    [InlineData("search: \"จังหวัด\", where: { organization: \"kongvut\" }, order: { name: DESC }", "provinces,geographies,districts")]
    [InlineData("search: \"nothing of the kind\"", "")]
    public async Task Search_filters_and_orders_find_what_is_meant(string arguments, string expected)
    {
        var found = (await site.Client.AskAsync($"{{ datasets({arguments}) {{ totalCount nodes {{ name }} }} }}")).Data["datasets"]!;
        string.Join(',', found["nodes"]!.Select(n => (string)n["name"]!)).Should().Be(expected);
        ((int)found["totalCount"]!).Should().Be(expected.Length == 0 ? 0 : expected.Split(',').Length);
    }

    /// <summary>Two of the files end their lines with LF and begin with a byte order mark, and one has 103.0 among its numbers: those were converted.</summary>
    [Fact]
    public async Task A_download_of_what_needed_no_conversion_is_the_original_byte_for_byte()
    {
        var converted = new List<string>();
        foreach (var file in Directory.EnumerateFiles(DemoSite.Samples, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (dataset, resource) = (Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileNameWithoutExtension(file));
            var downloaded = await site.Client.GetByteArrayAsync($"/api/v1/data/{dataset}/{resource}.csv?limit=all");
            var original = await File.ReadAllBytesAsync(file);
            if (!downloaded.AsSpan().SequenceEqual(original))
            {
                converted.Add(dataset);
            }
        }

        converted.Should().Equal("gross-provincial-product", "sub-districts", "tourism-by-province");
    }

    [Fact]
    public async Task Every_item_of_Form_1_that_a_sample_fills_is_there()
    {
        var fields = (await site.Client.AskAsync("{ __type(name: \"Dataset\") { fields { name type { name ofType { name ofType { ofType { name } } } } } } }")).Data["__type"]!["fields"]!
            .ToDictionary(f => (string)f["name"]!, f => (string?)f.SelectToken("type.name") ?? (string?)f.SelectToken("type.ofType.name") ?? (string?)f.SelectToken("type.ofType.ofType.ofType.name"));
        foreach (var folder in Directory.EnumerateDirectories(DemoSite.Samples))
        {
            var form = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "dataset.json")));
            var items = form.Properties().Where(p => p.Name is not ("$schema" or "name" or "owner_org" or "resources")).ToDictionary(p => Camel(p.Name), p => p.Value);
            fields.Keys.Should().Contain(items.Keys, "{0} fills them", folder);
            var asked = string.Join(' ', items.Keys.Select(i => i + fields[i] switch { "LocalText" => " { th en }", "Term" => " { code label { th en } }", _ => "" }));
            var dataset = (await site.Client.AskAsync($"{{ dataset(name: \"{form["name"]}\") {{ {asked} }} }}")).Data["dataset"]!;
            foreach (var (item, value) in items)
            {
                Plain(dataset[item]!).Should().Be(Plain(value), "{0} of {1}", item, form["name"]);
            }
        }
    }

    [Fact]
    public async Task Indicators_and_scores_are_those_of_REST()
    {
        var rest = JObject.Parse(await site.Client.GetStringAsync("/api/v1/scores?organization=kongvut&year=2567"));
        var asked = (await site.Client.AskAsync("""
            { indicators(year: 2567) { id full } scores(organization: "kongvut", year: 2567) { indicator { id } score levels { number earned isReached } parts { id state earned } missing { en } } none: scores(organization: "nobody") { score } }
            """)).Data;

        asked["none"]!.Type.Should().Be(JTokenType.Null);
        asked["indicators"]!.Select(i => (string)i["id"]!).Should().Equal(rest["indicators"]!.Select(i => (string)i["id"]!)).And.HaveCountGreaterThan(3);
        asked["scores"]!.Select(s => ((string)s["indicator"]!["id"]!, (decimal?)s["score"])).Should().Equal(rest["indicators"]!.Select(i => ((string)i["id"]!, (decimal?)i["score"])));
        asked["scores"]!.SelectMany(s => s["parts"]!).Select(p => ((string)p["id"]!, (string)p["state"]!, (decimal?)p["earned"])).Should().Equal(
            rest["indicators"]!.SelectMany(i => i["parts"]!).Select(p => ((string)p["id"]!, (string)p["state"]!, (decimal?)p["earned"])));
        (await site.Client.AskAsync("{ indicators(year: 1) { id } }")).Json["errors"]!.Should().ContainSingle();
    }

    [Fact]
    public async Task Organizations_list_their_datasets_page_by_page_all_at_once()
    {
        var organizations = (await site.Client.AskAsync("{ organizations { name datasetCount datasets(first: 2) { totalCount nodes { name } pageInfo { hasNextPage } } } }")).Data["organizations"]!;
        organizations.Select(o => $"{o["name"]} {o["datasetCount"]} {o["datasets"]!["totalCount"]} {o["datasets"]!["pageInfo"]!["hasNextPage"]} {string.Join('+', o["datasets"]!["nodes"]!.Select(n => n["name"]))}").Should().Equal(
            "anamai 2 2 False ita-actions-2567+planning-kpi-2567",
            "econvis 2 2 False gross-provincial-product+tourism-by-province",
            "kongvut 4 4 True districts+geographies",
            "mdes 5 5 True mdes-agency-progress-2567+mdes-project-activities-2567",
            "moi 1 1 False moi-egov-indicator",
            "nso 2 2 False gdcatalog-datasets+nso-web-usage-2567");
        var one = (await site.Client.AskAsync("{ organization(name: \"kongvut\") { datasets(where: { tag: \"provinces\" }) { nodes { name resources { rows } } } } }")).Data["organization"]!;
        ((long)one["datasets"]!["nodes"]![0]!["resources"]![0]!["rows"]!).Should().Be(77);
    }

    [Fact]
    public async Task A_report_reads_as_by_REST_finding_by_finding_in_both_languages()
    {
        var (english, thai) = (await RestAsync("en"), await RestAsync("th"));
        var report = (await site.Client.AskAsync("""
            { report(dataset: "mdes-projects-2567", resource: "projects") {
                complies ruleBook file { name sha256 bytes kind encoding separator lineEnding headerRow rows columns } counts { error warning info total }
                clauses { clause { id number title { th } } met errors warnings } summary { code count kept rule { code } }
                columns { index name type values empty min max distinct } findings(first: 1000) { totalCount nodes { code severity row line column header value clause { id } message { th en } fix { th en } facts { name text } } } } }
            """)).Data["report"]!;
        ((bool)report["complies"]!).Should().Be((string)english["verdict"]! == "complies");
        foreach (var (name, value) in (JObject)report["file"]!)
        {
            JToken.DeepEquals(value, english["file"]![name]).Should().BeTrue(name);
        }

        report["clauses"]!.Select(c => $"{c["clause"]!["id"]} {c["met"]} {c["errors"]} {c["warnings"]}").Should().Equal(english["clauses"]!.Select(c => $"{c["id"]} {(string)c["verdict"]! == "met"} {c["errors"]} {c["warnings"]}"));
        report["clauses"]!.Select(c => (int)c["clause"]!["number"]!).Should().Equal(1, 2, 3, 4, 5, 6);
        report["summary"]!.Select(s => $"{s["code"]} {s["count"]} {s["kept"]}").Should().Equal(english["summary"]!.Select(s => $"{s["code"]} {s["count"]} {s["kept"]}"));
        report["columns"]!.Select(c => $"{c["name"]} {c["type"]} {c["values"]} {c["empty"]} {c["min"]} {c["max"]} {c["distinct"]}").Should().Equal(english["columns"]!.Select(c => $"{c["name"]} {c["type"]} {c["values"]} {c["empty"]} {c["min"]} {c["max"]} {c["distinct"]}"));
        var findings = report["findings"]!["nodes"]!.ToList();
        findings.Should().NotBeEmpty();
        findings.Select(f => $"{f["code"]} {f["row"]} {f["line"]} {f["column"]} {f["header"]} {f["value"]} {f["message"]!["en"]} {f["fix"]!["en"]}").Should().Equal(english["findings"]!.Select(f => $"{f["code"]} {f["row"]} {f["line"]} {f["column"]} {f["header"]} {f["value"]} {f["message"]} {f["fix"]}"));
        findings.Select(f => $"{f["message"]!["th"]} {f["fix"]!["th"]}").Should().Equal(thai["findings"]!.Select(f => $"{f["message"]} {f["fix"]}"));
    }

    [Fact]
    public async Task Findings_are_read_page_by_page_and_by_severity()
    {
        var codes = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await site.Client.AskAsync("query($a: String) { report(dataset: \"mdes-projects-2567\", resource: \"projects\", release: 1) { findings(first: 2, after: $a) { totalCount edges { cursor node { code row } } pageInfo { hasNextPage endCursor } } } }", new { a = after })).Data["report"]!["findings"]!;
            codes.AddRange(page["edges"]!.Select(e => $"{e["node"]!["code"]} {e["node"]!["row"]}"));
            if (!(bool)page["pageInfo"]!["hasNextPage"]!)
            {
                codes.Should().HaveCount((int)page["totalCount"]!);
                break;
            }

            after = (string)page["pageInfo"]!["endCursor"]!;
        }

        var rest = await RestAsync("en");
        codes.Should().Equal(rest["findings"]!.Select(f => $"{f["code"]} {f["row"]}"));
        var warnings = (await site.Client.AskAsync("{ report(dataset: \"mdes-projects-2567\", resource: \"projects\") { findings(severity: WARNING, first: 1000) { nodes { severity } totalCount } } }")).Data["report"]!["findings"]!;
        ((int)warnings["totalCount"]!).Should().Be(rest["findings"]!.Count(f => (string)f["severity"]! == "warning"));
        (await site.Client.AskAsync("{ report(dataset: \"mdes-projects-2567\", resource: \"projects\") { findings(after: \"g1\") { totalCount } } }")).Code.Should().Be("invalid-cursor");
    }

    [Trait("Store", "None")] // The console in a browser: what it asks is asked by other tests.
    [ChromiumFact]
    public async Task The_console_completes_runs_and_documents_a_query_without_asking_any_other_host()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.Page.GotoAsync("/graphql?query=" + Uri.EscapeDataString("{ dataset(name: \"provinces\") {  } }"));
        var editor = visitor.Page.Locator(".graphiql-query-editor .view-lines");
        await editor.WaitForAsync();
        await editor.ClickAsync();
        await visitor.Page.Keyboard.PressAsync("Control+Home");
        for (var i = 0; i < "{ dataset(name: \"provinces\") { ".Length; i++)
        {
            await visitor.Page.Keyboard.PressAsync("ArrowRight");
        }

        await visitor.Page.Keyboard.TypeAsync("tit");
        await visitor.Page.Keyboard.PressAsync("Control+Space");
        await visitor.Page.Locator(".suggest-widget .monaco-list-row", new() { HasText = "title" }).First.WaitForAsync();
        await visitor.PhotographAsync("graphql-console-completion");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.TypeAsync(" { th }");
        await visitor.Page.Keyboard.PressAsync("Control+Enter");
        await visitor.Page.Locator(".result-window", new() { HasText = "จังหวัดของประเทศไทย" }).WaitForAsync();
        await visitor.Page.ClickAsync("button[aria-label='Show Documentation Explorer']");
        await visitor.Page.Locator(".graphiql-doc-explorer", new() { HasText = "Query" }).WaitForAsync();
        await visitor.PhotographAsync("graphql-console");
        visitor.SawNothingWrong();
    }

    [Trait("Store", "None")] // The console in a browser: what it asks is asked by other tests.
    [ChromiumFact]
    public async Task A_datasets_own_console_asks_that_dataset_alone()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.Page.GotoAsync("/graphql/provinces");
        await visitor.Page.Locator(".graphiql-query-editor .view-lines").WaitForAsync();
        var asked = visitor.Page.WaitForResponseAsync(r => r.Url.EndsWith("/graphql/provinces", StringComparison.Ordinal) && r.Request.Method == "POST");
        await visitor.Page.ClickAsync("button.graphiql-execute-button");
        (await asked).Status.Should().Be(200);
        visitor.SawNothingWrong();
    }

    private async Task<JObject> RestAsync(string language) =>
        (await site.Client.GetAsync("/api/v1/datasets/mdes-projects-2567/resources/projects/report?lang=" + language, Asking.Json)).Json;

    private static IEnumerable<(string, int)> Counts(JToken facet) => facet.Select(f => ((string)f["value"]!, (int)f["count"]!));

    private static string Camel(string key) => key.Split('_') is var words ? words[0] + string.Concat(words.Skip(1).Select(w => char.ToUpperInvariant(w[0]) + w[1..])) : key;

    /// <summary>A value as the form writes it: codes without their labels, both languages alike where the form has one text.</summary>
    private static string Plain(JToken value) => value switch
    {
        JArray several => string.Join('|', several.Select(Plain)),
        JObject term when term["code"] is { } code => (string)code!,
        JObject text => (string?)text["th"] == (string?)text["en"] ? (string?)text["th"] ?? "" : $"{text["th"]}/{text["en"]}",
        _ => Convert.ToString(((JValue)value).Value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
