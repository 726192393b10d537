using System.Net;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Tests.Dcat;
using OpenData.Server.Tests.GraphQl;
using OpenData.Server.Tests.Review;
using OpenData.Server.Tests.Rows;
using OpenData.Store;

namespace OpenData.Server.Tests.OpenApi;

/// <summary>The OpenAPI document of one resource: its columns, its conditions, and examples from what is published.</summary>
[Collection(TableCollection.Name)]
public sealed class ResourceDocumentTests(TableServer tables)
{
    private const string Places = "/api/v1/data/places/main";

    [Fact]
    public async Task A_row_has_the_columns_of_the_dictionary_with_types_labels_and_values_of_the_data()
    {
        var row = (await DocumentAsync(Places))["components"]!["schemas"]!["Row"]!;
        row["properties"]!.Children<JProperty>().Select(p => p.Name).Should().Equal("id", "name", "code", "price", "ratio", "active", "day", "moment", "hour", "year");
        Types(row, "id").Should().Equal("null", "integer");
        Types(row, "name").Should().Equal("null", "string");
        Types(row, "price").Should().Equal("null", "number");
        Types(row, "ratio").Should().Equal("null", "number");
        Types(row, "active").Should().Equal("null", "boolean");
        Types(row, "year").Should().Equal("null", "integer");
        ((string)row["properties"]!["day"]!["format"]!).Should().Be("date");
        ((string)row["properties"]!["name"]!["title"]!).Should().Be("Label name");
        ((string)row["properties"]!["name"]!["description"]!).Should().Be("About name");
        ((string)row["properties"]!["name"]!["examples"]!.Single()!).Should().Be("เชียงใหม่");
        (await tables.Reader.GetStringAsync(Places + "/openapi.json?lang=en")).Should().MatchRegex("\"examples\": \\[\\s*10\\.50\\s*\\]", "a decimal has the digits of the file");
        ((bool)row["additionalProperties"]!).Should().BeFalse();
    }

    [Fact]
    public async Task Each_column_has_the_conditions_that_fit_its_type_and_no_others()
    {
        var document = await DocumentAsync(Places);
        Operators(document, "name").Should().Equal("eq", "neq", "gt", "gte", "lt", "lte", "in", "nin", "contains", "startsWith", "endsWith", "isNull");
        Operators(document, "id").Should().Equal("eq", "neq", "gt", "gte", "lt", "lte", "in", "nin", "isNull");
        Operators(document, "active").Should().Equal("eq", "neq", "in", "nin", "isNull");
        ((string)document["components"]!["parameters"]!["id.eq"]!["name"]!).Should().Be("id");
        document["components"]!["parameters"]!["id.in"]!["schema"]!["items"]!["type"]!.Value<string>().Should().Be("integer");
        var select = document["paths"]![Places]!["get"]!["parameters"]!.Single(p => (string?)p["name"] == "select");
        select["schema"]!["items"]!["enum"]!.Values<string>().Should().Contain("moment").And.HaveCount(10);
    }

    [Fact]
    public async Task Coordinates_and_keys_are_offered_only_where_a_table_has_them()
    {
        var (places, stations) = (await DocumentAsync(Places), await DocumentAsync(TableServer.Stations));
        Names(stations["paths"]![TableServer.Stations]!["get"]!).Should().Contain(["bbox", "near"]);
        Names(places["paths"]![Places]!["get"]!).Should().NotContain("bbox").And.NotContain("near");
        Formats(stations, TableServer.Stations).Should().Equal("json", "ndjson", "csv", "xml", "geojson", "xlsx");
        Formats(places, Places).Should().Equal("json", "ndjson", "csv", "xml", "xlsx");
        var key = stations["paths"]![TableServer.Stations + "/rows/{id}"]!["get"]!["parameters"]!.First();
        ((string)key["schema"]!["examples"]!.Single()!).Should().Be("10,1");
        ((string)key["description"]!).Should().EndWith("(province,no)");
    }

    [Fact]
    public async Task A_code_list_and_bounds_are_promised_where_nothing_was_excepted()
    {
        var dictionary = DictionaryDocument.Read("""
            { "columns": [
              { "name": "kind", "type": "code", "description": "ชนิด", "required": true, "codes": [{ "code": "a", "label": { "th": "หนึ่ง", "en": "One" } }, { "code": "b", "label": { "th": "สอง", "en": "Two" } }] },
              { "name": "share", "type": "integer", "description": "ส่วน", "minimum": 0, "maximum": 100 },
              { "name": "limit", "type": "text", "description": "ชื่อเหมือนพารามิเตอร์", "maxLength": 3 } ] }
            """).Value!;
        await tables.Catalog.PublishAsync("promised", "interior", "คำสัญญา", dictionary, [[RowValue.Of("a"), RowValue.Of(7L), RowValue.Of("x")]]);
        var document = await DocumentAsync("/api/v1/data/promised/main");
        var row = document["components"]!["schemas"]!["Row"]!["properties"]!;
        JToken.DeepEquals(row["kind"], JObject.Parse("""{ "title": "kind", "enum": ["a", "b"], "type": "string", "description": "ชนิด\n\n`a` One, `b` Two", "examples": ["a"] }""")).Should().BeTrue("{0}", row["kind"]);
        JToken.DeepEquals(row["share"], JObject.Parse("""{ "title": "share", "format": "int64", "maximum": 100, "minimum": 0, "type": ["null", "integer"], "description": "ส่วน", "examples": [7] }""")).Should().BeTrue("{0}", row["share"]);
        ((int)row["limit"]!["maxLength"]!).Should().Be(3);

        // A column called like a parameter has no condition of its bare name.
        ((string)document["components"]!["parameters"]!["limit.eq"]!["name"]!).Should().Be("limit.eq");
    }

    [Fact]
    public async Task What_is_not_published_has_no_document_and_leaves_no_trace_in_one()
    {
        var hidden = await tables.Catalog.GetJsonAsync("/api/v1/data/hidden/main/openapi.json", HttpStatusCode.NotFound);
        ((string)hidden["code"]!).Should().Be("unknown-dataset");
        ((string)(await tables.Catalog.GetJsonAsync("/api/v1/data/places/other/openapi.json", HttpStatusCode.NotFound))["code"]!).Should().Be("unknown-resource");

        await tables.Catalog.PublishAsync("renewed", "interior", "ชื่อที่เผยแพร่", Tables.Big, Tables.BigRows(2));
        var resource = (await tables.Catalog.Store.Registry.FindDatasetAsync("renewed"))!.Resources[0];
        await tables.Catalog.Store.Registry.SaveDictionaryAsync(resource.Id, DictionaryDocument.Read("""{"columns":[{"name":"unreleased","type":"integer","description":"ลับ"}]}""").Value!);
        foreach (var client in new[] { tables.Catalog.Reader, tables.Catalog.Writer })
        {
            var text = await client.GetStringAsync("/api/v1/data/renewed/main/openapi.json");
            text.Should().Contain("\"amount\"").And.NotContain("unreleased").And.NotContain("ลับ");
        }
    }

    [NodeFact(ServerDocumentTests.Lint)]
    public async Task The_linter_of_Redocly_finds_no_error_in_it()
    {
        foreach (var address in new[] { Places, TableServer.Stations })
        {
            var document = NodeFolder.Of(ServerDocumentTests.Lint).File("resource.json");
            await File.WriteAllTextAsync(document, await tables.Reader.GetStringAsync(address + "/openapi.json?lang=en"));

            // These forms name no licence, and the document makes none up.
            await ServerDocumentTests.ShouldPassAsync(document, "warn info-license: Info object should contain `license` field. #/info");
        }
    }

    private async Task<JObject> DocumentAsync(string rows) => await tables.Catalog.GetJsonAsync(rows + "/openapi.json?lang=en");

    private static IEnumerable<string> Types(JToken row, string column) => row["properties"]![column]!["type"] is JArray several ? several.Values<string>().Select(t => t!) : [(string)row["properties"]![column]!["type"]!];

    private static IEnumerable<string> Operators(JObject document, string column) =>
        document["components"]!["parameters"]!.Children<JProperty>().Where(p => p.Name.StartsWith(column + ".", StringComparison.Ordinal)).Select(p => p.Name[(column.Length + 1)..]);

    private static IEnumerable<string?> Names(JToken operation) => operation["parameters"]!.Select(p => (string?)p["name"]);

    private static IEnumerable<string?> Formats(JObject document, string rows) => document["paths"]![rows + ".{format}"]!["get"]!["parameters"]!.First()["schema"]!["enum"]!.Values<string>();
}

/// <summary>What was withdrawn has no document any more.</summary>
[Collection(ReviewCollection.Name)]
public sealed class WithdrawnDocumentTests(ReviewServer server)
{
    [Fact]
    public async Task A_withdrawn_dataset_answers_410_and_a_draft_404()
    {
        using var gone = await server["anonymous"].GetAsync($"/api/v1/data/{await server.MakeAsync(DatasetState.Withdrawn)}/main/openapi.json");
        gone.StatusCode.Should().Be(HttpStatusCode.Gone);
        using var draft = await server["officer"].GetAsync($"/api/v1/data/{await server.MakeAsync(DatasetState.Approved)}/main/openapi.json");
        draft.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}

/// <summary>The licence that a document tells is that of the data.</summary>
[Collection(HarvestCollection.Name)]
public sealed class LicenceDocumentTests(HarvestSite site)
{
    [Theory]
    [InlineData("filled-stat", "Creative Commons Attributions", "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0")]
    [InlineData("hostile-6", "@th ^^xsd:date <urn:x> .", null)]
    [InlineData("hostile-bare", null, null)]
    public async Task A_known_one_has_its_address_another_its_own_words_and_none_is_made_up(string dataset, string? name, string? address)
    {
        var licence = CatalogServer.Json(await site.Client.GetStringAsync($"/api/v1/data/{dataset}/main/openapi.json?lang=en"))["info"]!["license"];
        ((string?)licence?["name"]).Should().Be(name);
        ((string?)licence?["url"]).Should().Be(address);
        (licence is null).Should().Be(name is null);
    }
}
