using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using OpenData.Server.Tests.GraphQl;
using OpenData.Server.Tests.Pages;

namespace OpenData.Server.Tests.Ckan;

/// <summary>
/// What ckanapi, ckanext-harvest's CKAN harvester and ckan.js ask of a catalog, in their words and order, over the sample datasets.
/// </summary>
public sealed class HarvestTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly string[] Names = [.. Directory.EnumerateDirectories(DemoSite.Samples).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("", 16)]
    [InlineData("organization:kongvut OR organization:econvis", 6)]
    [InlineData("organization:kongvut", 4)]
    [InlineData("-organization:kongvut -organization:econvis", 10)]
    [InlineData("groups:kongvut OR groups:moi", 0)]
    [InlineData("-groups:kongvut", 16)]
    [InlineData("organization:moi metadata_modified:[2000-01-01T00:00:00.000000Z TO *]", 1)]
    [InlineData("metadata_modified:[2999-01-01T00:00:00.000000Z TO *]", 0)]
    public async Task The_CKAN_harvester_gathers_each_dataset_once(string filter, int expected)
    {
        var gathered = new Dictionary<string, JObject>(StringComparer.Ordinal);
        string? previous = null;
        for (var start = 0; ; start += 100)
        {
            // urlencode of Python: a space is a plus, a star is encoded.
            var query = $"rows=100&start={start}&sort=id+asc" + (filter.Length == 0 ? "" : "&fq=" + Uri.EscapeDataString(filter).Replace("%20", "+", StringComparison.Ordinal).Replace("*", "%2A", StringComparison.Ordinal));
            var content = await site.Client.GetStringAsync(new Uri("/api/3/action/package_search?" + query, UriKind.Relative));
            content.Should().NotBe(previous, "the harvester takes two equal pages for paging that does not work");
            previous = content;
            var page = CatalogServer.Json(content)["result"]!["results"]!;
            page.Select(p => (string)p["id"]!).Should().BeInAscendingOrder(StringComparer.Ordinal);
            if (!page.Any(p => !gathered.ContainsKey((string)p["id"]!)))
            {
                break;
            }

            foreach (var package in page.Cast<JObject>())
            {
                gathered.Add((string)package["id"]!, package);
            }
        }

        gathered.Should().HaveCount(expected);
        foreach (var package in gathered.Values)
        {
            Import(package);
        }
    }

    [Fact]
    public async Task The_harvester_makes_organizations_of_what_it_is_shown()
    {
        foreach (var name in (await site.Client.CallAsync("organization_list"))!.Values<string>())
        {
            var organization = await site.Client.GetAsync("organization_show", "id=" + name);
            ((string)organization["name"]!).Should().Be(name);
            ((bool)organization["is_organization"]!).Should().BeTrue();
            ((string)organization["type"]!).Should().Be("organization");
            var byId = await site.Client.GetAsync("organization_show", "id=" + organization["id"]);
            JToken.DeepEquals(byId, organization).Should().BeTrue();
        }

        (await site.Client.CallAsync("organization_list", new { sort = "package_count" }))!.Values<string>().Should().Equal("mdes", "kongvut", "anamai", "econvis", "nso", "moi");
        var whole = await site.Client.CallAsync("organization_list", new { all_fields = true, sort = "name asc", limit = 2, offset = 1 });
        whole.Select(o => $"{o["name"]} {o["package_count"]}").Should().Equal("econvis 2", "kongvut 4");
    }

    [Fact]
    public async Task Lists_by_title_stand_as_a_Thai_dictionary_has_them()
    {
        // กรม กระทรวงดิจิทัล กระทรวงมหาดไทย สำนักงาน, then Latin letters.
        (await site.Client.CallAsync("organization_list"))!.Values<string>().Should().Equal("anamai", "mdes", "moi", "nso", "econvis", "kongvut");
        (await site.Client.CallAsync("organization_list", new { sort = "title desc" }))!.Values<string>().Should().Equal("kongvut", "econvis", "nso", "moi", "mdes", "anamai");

        // โครงการ stands by its consonant, behind ความก้าวหน้า and before งบประมาณ; by code points it would be the last.
        var found = await site.Client.GetAsync("package_search", "rows=8&sort=title+asc");
        found["results"]!.Select(p => (string)p["name"]!).Should().Equal(
            "mdes-project-activities-2567", "ita-actions-2567", "mdes-strategy-progress-2567", "mdes-agency-progress-2567", "mdes-projects-2567", "mdes-project-budgets-2567", "provinces", "nso-web-usage-2567");
    }

    [Fact]
    public async Task Ckanapi_dumps_every_dataset_as_its_form_has_it()
    {
        var names = (await site.Client.CallAsync("package_list", new { include_private = false, include_drafts = false, include_deleted = false }))!.Values<string>();
        names.Should().Equal(Names);
        foreach (var name in Names)
        {
            var package = (JObject)await site.Client.CallAsync("package_show", new { id = name, include_users = false });
            var form = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(DemoSite.Samples, name, "dataset.json")));
            ((string)package["title"]!).Should().Be((string)form["title"]!["th"]!);
            package["tags"]!.Select(t => (string)t["name"]!).Should().BeEquivalentTo(form["tag_string"]!.Values<string>());
            foreach (var resource in package["resources"]!)
            {
                await DescribeAsync(name, resource);
            }
        }
    }

    [Fact]
    public async Task Ckanapi_searches_in_pages_until_one_is_empty()
    {
        var found = new List<string>();
        int got;
        do
        {
            var page = await site.Client.CallAsync("package_search", new { start = found.Count, rows = 1000 });
            got = page["results"]!.Count();
            found.AddRange(page["results"]!.Select(p => (string)p["name"]!));
            ((int)page["count"]!).Should().Be(16);
        }
        while (got > 0);

        found.Should().BeEquivalentTo(Names).And.OnlyHaveUniqueItems();
        var whole = await site.Client.CallAsync("current_package_list_with_resources", new { limit = 3, offset = 0 });
        whole.Select(p => (string)p["metadata_modified"]!).Should().BeInDescendingOrder(StringComparer.Ordinal).And.HaveCount(3);
    }

    [Fact]
    public async Task The_exact_Thai_strings_stand_at_top_level()
    {
        var package = (JObject)await site.Client.CallAsync("package_show", new { id = "gross-provincial-product" });
        ((string)package["data_type"]!).Should().Be("ข้อมูลสถิติ");
        package["objective"]!.Values<string>().Should().Equal("ไม่ทราบ");
        ((string)package["update_frequency_unit"]!).Should().Be("ไม่ทราบ");
        ((string)package["geo_coverage"]!).Should().Be("จังหวัด");
        package["data_format"]!.Values<string>().Should().Equal("CSV");
        ((string)package["data_category"]!).Should().Be("ข้อมูลสาธารณะ");
        ((string)package["data_classification"]!).Should().Be("เปิดเผย");
        ((string)package["license_id"]!).Should().Be("อื่นๆ");
        ((string)package["license_id_other"]!).Should().Be("CC0 1.0 Universal (อุทิศเป็นสาธารณสมบัติ)");
        package["disaggregate"]!.Values<string>().Should().Equal("ขอบเขตเชิงภูมิศาสตร์หรือเชิงพื้นที่", "อุตสาหกรรม/ประเภทกิจการ");
        ((string)package["first_year_of_data"]!).Should().Be("1995");
        ((string)package["maintainer_email"]!).Should().BeEmpty();
        package["extras"]!.Should().BeEmpty();
        package.Properties().Where(p => p.Value is JObject).Select(p => p.Name).Should().Equal(["organization"], "a text of two languages is no value of CKAN's");
    }

    [Theory]
    [InlineData("q=จังหวัด", 5)]
    [InlineData("q=title:จังหวัด", 3)]
    [InlineData("q=name:provinces", 1)]
    [InlineData("q=provinces OR geographies", -1)]
    [InlineData("fq=tags:provinces", 1)]
    [InlineData("fq=tags:\"gross provincial product\"", 1)]
    [InlineData("fq=res_format:CSV", 16)]
    [InlineData("fq=res_format:XLSX", 0)]
    [InlineData("fq=license_id:\"License not specified\"", 10)]
    [InlineData("fq=data_type:ข้อมูลสถิติ AND organization:mdes", 2)]
    [InlineData("fq=update_frequency_unit:ไม่ทราบ name:gross*", 1)]
    [InlineData("fq=organization:(mdes OR nso) AND NOT data_type:ข้อมูลระเบียน", 4)]
    [InlineData("fq=state:active capacity:public private:false dataset_type:dataset", 16)]
    [InlineData("fq=state:draft", 0)]
    [InlineData("fq=no_such_field:x", 0)]
    [InlineData("fq=organization:*", 16)]
    [InlineData("fq=first_year_of_data:[1990 TO 2000]", 1)]
    [InlineData("fq_list=organization:mdes&fq_list=data_type:ข้อมูลสถิติ", 2)]
    public async Task Queries_find_what_a_person_counts(string query, int expected)
    {
        var page = await site.Client.GetAsync("package_search", "rows=1000&" + query.Replace(" ", "+", StringComparison.Ordinal));
        var found = page["results"]!.Select(p => (string)p["name"]!).ToList();
        ((int)page["count"]!).Should().Be(found.Count);
        if (expected >= 0)
        {
            found.Should().HaveCount(expected, string.Join(' ', found));
        }
        else
        {
            found.Should().Contain(["provinces", "geographies"]);
        }
    }

    [Fact]
    public async Task Facets_count_what_a_person_counts()
    {
        var page = await site.Client.GetAsync("package_search", "rows=0&facet.field=[\"organization\",\"data_type\",\"res_format\"]&facet.limit=3");
        page["results"]!.Should().BeEmpty();
        page["facets"]!["organization"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""{"mdes":5,"kongvut":4,"anamai":2}""");
        page["facets"]!["data_type"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""{"ข้อมูลระเบียน":10,"ข้อมูลสถิติ":6}""");
        page["facets"]!["res_format"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""{"CSV":16}""");
        page["search_facets"]!["organization"]!["items"]!.Single(i => (string)i["name"]! == "kongvut")["display_name"]!.Value<string>().Should().Be("kongvut (ผู้เผยแพร่บน GitHub)");
        var within = await site.Client.CallAsync("package_search", new { fq = "organization:mdes", rows = 0, facet_field = (string?)null }.ToCkan("facet.field", new[] { "data_type" }));
        within["facets"]!["data_type"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""{"ข้อมูลระเบียน":3,"ข้อมูลสถิติ":2}""");
    }

    [Fact]
    public async Task Names_resources_and_tags_are_completed_and_searched()
    {
        (await site.Client.GetAsync("package_autocomplete", "q=prov&limit=5")).Select(p => $"{p["name"]} {p["match_field"]}").Should().Equal("gross-provincial-product name", "provinces name", "tourism-by-province name");
        var resources = await site.Client.GetAsync("resource_search", "query=format:csv&query=name:จังหวัด&order_by=name");
        ((int)resources["count"]!).Should().Be(resources["results"]!.Count()).And.BeGreaterThan(0);
        resources["results"]!.Should().OnlyContain(r => ((string)r["name"]!).Contains("จังหวัด"));
        (await site.Client.GetAsync("tag_list", "query=gross"))!.Values<string>().Should().Equal("gross provincial product");
        ((int)(await site.Client.GetAsync("resource_search", "query=format:"))["count"]!).Should().Be(16);
    }

    [NodeFact("Ckan/Clients")]
    public async Task Ckan_js_pages_all_datasets_and_reads_a_table()
    {
        var resource = (string)(await site.Client.CallAsync("package_show", new { id = "provinces" }))["resources"]![0]!["id"]!;
        var said = CatalogServer.Json(await NodeFolder.Of("Ckan/Clients").RunAsync("paging.js", site.Address.ToString(), resource, "20"));
        said["datasets"]!["names"]!.Values<string>().Should().Equal(Names);
        ((int)said["datasets"]!["count"]!).Should().Be(16);
        ((string)said["title"]!).Should().Be("จังหวัดของประเทศไทย");
        var lines = (await File.ReadAllLinesAsync(Path.Combine(DemoSite.Samples, "provinces", "provinces.csv"))).Skip(1).ToList();
        ((int)said["table"]!["total"]!).Should().Be(lines.Count);
        said["table"]!["rows"]!.Select(r => string.Join(',', r.Skip(1).Select(c => c.Type == JTokenType.Null ? "" : ((JValue)c).ToString(CultureInfo.InvariantCulture)))).Should().Equal(lines);
        said["filtered"]!.Select(r => (string)r["name_th"]!).Should().Equal("เชียงใหม่");
        ((string)said["refused"]!).Should().Contain("404").And.Contain("Not Found Error");
    }

    /// <summary>As the harvester's import stage looks at a dataset: what CKAN's schemas would refuse is a fault here.</summary>
    private void Import(JObject package)
    {
        ((string)package["type"]!).Should().Be("dataset");
        ((string)package["name"]!).Should().MatchRegex("^[a-z0-9_-]{2,100}$");
        ((string)package["owner_org"]!).Should().Be((string)package["organization"]!["id"]!);
        var keys = package.Properties().Select(p => p.Name).ToHashSet();
        package["extras"]!.Select(e => (string)e["key"]!).Should().NotContain(keys);
        DateTime.TryParseExact((string)package["metadata_modified"]!, "yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture, DateTimeStyles.None, out _).Should().BeTrue();
        foreach (var resource in package["resources"]!)
        {
            new Uri((string)resource["url"]!).GetLeftPart(UriPartial.Authority).Should().Be(site.Address.GetLeftPart(UriPartial.Authority));
            ((string)resource["package_id"]!).Should().Be((string)package["id"]!);
        }
    }

    /// <summary>As ckanapi makes a data package of a resource.</summary>
    private async Task DescribeAsync(string dataset, JToken resource)
    {
        ((bool)resource["datastore_active"]!).Should().BeTrue();
        (await site.Client.CallAsync("resource_view_list", new { id = (string)resource["id"]! })).Should().BeEmpty();
        var described = await site.Client.CallAsync("datastore_search", new { resource_id = (string)resource["id"]!, limit = 0 });
        described["records"]!.Should().BeEmpty();
        var dictionary = JObject.Parse(await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(DemoSite.Samples, dataset), "*.dictionary.json").Single()));
        var fields = described["fields"]!.Skip(1).ToList();
        fields.Select(f => (string)f["id"]!).Should().Equal(dictionary["columns"]!.Select(c => (string)c["name"]!));
        fields.Select(f => (string?)f["info"]?["label"]).Should().Equal(dictionary["columns"]!.Select(c => c["label"] is JObject both ? (string?)both["th"] : (string?)c["label"]));
        using var file = await site.Client.GetAsync(new Uri((string)resource["url"]!));
        file.StatusCode.Should().Be(HttpStatusCode.OK);
        file.Content.Headers.ContentLength.Should().Be((long)resource["size"]!);
    }
}

/// <summary>Arguments whose names are none of C#'s.</summary>
internal static class CkanArguments
{
    public static JObject ToCkan(this object arguments, string name, object value)
    {
        var json = JObject.FromObject(arguments);
        json.Remove("facet_field");
        json[name] = JToken.FromObject(value);
        return json;
    }
}
