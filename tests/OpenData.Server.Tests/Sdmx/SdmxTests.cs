using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using System.Xml.Schema;
using Newtonsoft.Json.Linq;
using OpenData.Server.Tests.Pages;

namespace OpenData.Server.Tests.Sdmx;

/// <summary>The SDMX face over the sample dataset of tourism: 2,688 figures by level, province, variable and year.</summary>
public sealed class SdmxTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Flow = "/sdmx/3.0/data/dataflow/econvis/tourism-by-province/1.0.0";
    private const string Csv = "application/vnd.sdmx.data+csv;version=2.0.0";
    private const string Json = "application/vnd.sdmx.data+json;version=2.0.0";
    private static readonly XNamespace Str = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure";

    [Fact]
    public async Task A_data_structure_is_what_the_dictionary_says()
    {
        using var answer = await AskAsync("/sdmx/3.0/structure/datastructure/econvis/tourism-by-province/~?references=children", null);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/vnd.sdmx.structure+xml");
        var message = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        var structure = message.Descendants(Str + "DataStructure").Single();
        structure.Attribute("urn")!.Value.Should().Be("urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=econvis:tourism-by-province(1.0.0)");
        structure.Descendants(Str + "Dimension").Select(d => $"{d.Attribute("position")!.Value} {d.Attribute("id")!.Value}").Should().Equal("1 LEVEL", "2 PROVINCE_EN", "3 VARIABLE_EN");
        structure.Descendants(Str + "TimeDimension").Single().Attribute("id")!.Value.Should().Be("TIME_PERIOD");
        structure.Descendants(Str + "Measure").Single().Attribute("id")!.Value.Should().Be("OBS_VALUE");
        structure.Descendants(Str + "Attribute").Select(a => a.Attribute("id")!.Value).Should().Equal("PROVINCE_TH", "VARIABLE_TH");
        var variables = message.Descendants(Str + "Codelist").Single(c => c.Attribute("id")!.Value == "CL_tourism-by-province_VARIABLE_EN");
        variables.Elements(Str + "Code").Should().HaveCount(8);
        variables.Elements(Str + "Code").First().Attribute("id")!.Value.Should().Be("OCCUPANCY_RATE");
        variables.Elements(Str + "Code").First().Elements().Select(n => n.Value).Should().Equal("อัตราการเข้าพัก (ร้อยละ)", "Occupancy Rate (%)");
        message.Descendants(Str + "Concept").Should().HaveCount(7);
        Validate(message);
    }

    [Fact]
    public async Task Everything_that_is_served_is_listed_and_each_artefact_is_found_by_its_id()
    {
        var all = await StructureAsync("/sdmx/3.0/structure");
        Validate(all);
        var flows = all.Descendants(Str + "Dataflow").Select(f => f.Attribute("id")!.Value).ToList();
        flows.Should().Contain("tourism-by-province").And.OnlyHaveUniqueItems().And.NotContain(["provinces", "mdes-projects-2567"]);
        all.Descendants(Str + "DataStructure").Should().HaveCount(flows.Count);
        (await StructureAsync("/sdmx/3.0/structure/dataflow/econvis/tourism-by-province")).Descendants(Str + "Structure").Single().Value.Should().EndWith("DataStructure=econvis:tourism-by-province(1.0.0)");
        (await StructureAsync("/sdmx/3.0/structure/codelist/econvis/CL_tourism-by-province_LEVEL/1.0.0")).Descendants().Where(e => e.Name.LocalName is "Codelist" or "DataStructure").Select(e => e.Attribute("id")!.Value).Should().Equal("CL_tourism-by-province_LEVEL");
        (await StructureAsync("/sdmx/3.0/structure/conceptscheme/*/CS_tourism-by-province")).Descendants(Str + "ConceptScheme").Should().HaveCount(1);
    }

    [Fact]
    public async Task Data_as_CSV_are_the_rows_of_the_file()
    {
        var lines = Lines(await TextAsync(Flow, Csv));
        lines[0].Should().Be("STRUCTURE,STRUCTURE_ID,ACTION,LEVEL,PROVINCE_EN,VARIABLE_EN,TIME_PERIOD,OBS_VALUE,PROVINCE_TH,VARIABLE_TH");
        lines[1].Should().StartWith("dataflow,econvis:tourism-by-province(1.0.0),I,Provincial,Bangkok,OCCUPANCY_RATE,2022,46.59,กรุงเทพมหานคร,");
        lines.Should().HaveCount(1 + 2688);
        Lines(await TextAsync(Flow + "?measures=none&attributes=none&limit=1&offset=2", Csv + ";labels=both;keys=obs"))[1]
            .Should().Be("dataflow,\"econvis:tourism-by-province(1.0.0): Tourism statistics by province, 2019-2022\",I,Provincial.Bangkok.OCCUPANCY_RATE.2020,Provincial: Province,Bangkok,OCCUPANCY_RATE: Occupancy Rate (%),2020");
    }

    [Theory]
    [InlineData("/Provincial.Bangkok.OCCUPANCY_RATE.2022", 1)]
    [InlineData("/Provincial.Bangkok.OCCUPANCY_RATE", 4)]
    [InlineData("/*.Bangkok.OCCUPANCY_RATE.*", 4)]
    [InlineData("/*.Bangkok.OCCUPANCY_RATE.2022,*.Chiang Mai.OCCUPANCY_RATE.2022", 2)]
    [InlineData("?c[PROVINCE_EN]=Bangkok&c[VARIABLE_EN]=OCCUPANCY_RATE", 4)]
    [InlineData("?c[PROVINCE_EN]=Bangkok&c[VARIABLE_EN]=eq:OCCUPANCY_RATE&c[TIME_PERIOD]=ge:2020+le:2021", 2)]
    [InlineData("?c[PROVINCE_EN]=Bangkok&c[VARIABLE_EN]=OCCUPANCY_RATE&c[TIME_PERIOD]=2019,2022", 2)]
    [InlineData("?c[PROVINCE_EN]=Bangkok&c[VARIABLE_EN]=OCCUPANCY_RATE&c[TIME_PERIOD]=ne:2019", 3)]
    [InlineData("?c[PROVINCE_EN]=Bangkok&c[VARIABLE_EN]=OCCUPANCY_RATE&c[TIME_PERIOD]=gt:2020-06", 2)]
    [InlineData("?c[PROVINCE_EN]=sw:Chiang&c[VARIABLE_EN]=OCCUPANCY_RATE&c[TIME_PERIOD]=2022", 2)]
    [InlineData("?c[PROVINCE_EN]=ew:kok&c[VARIABLE_EN]=co:OCCUPANCY&c[TIME_PERIOD]=lt:2020", 1)]
    [InlineData("?c%5BPROVINCE_EN%5D=sw:Chiang%2Bx", 0)]
    [InlineData("?c[OBS_VALUE]=ge:46.59+le:46.59&c[PROVINCE_EN]=Bangkok", 1)]
    [InlineData("?c[VARIABLE_EN]=NOTHING", 0)]
    public async Task Keys_and_component_filters_find_what_a_person_counts(string query, int expected)
    {
        using var answer = await AskAsync(Flow + query, Csv);
        answer.StatusCode.Should().Be(expected == 0 ? HttpStatusCode.NoContent : HttpStatusCode.OK);
        Lines(await answer.Content.ReadAsStringAsync()).Count.Should().Be(expected == 0 ? 0 : expected + 1);
    }

    [Fact]
    public async Task Data_as_JSON_point_to_the_values_of_their_dimensions()
    {
        var flat = CatalogServer.Json(await TextAsync(Flow + "/Provincial.Bangkok.OCCUPANCY_RATE?dimensionAtObservation=AllDimensions", Json));
        var structure = flat["data"]!["structures"]![0]!;
        structure["dimensions"]!["observation"]!.Select(d => (string)d["id"]!).Should().Equal("LEVEL", "PROVINCE_EN", "VARIABLE_EN", "TIME_PERIOD");
        structure["dimensions"]!["observation"]![3]!["values"]!.Select(v => (string)v["id"]!).Should().Equal("2022", "2021", "2020", "2019");
        structure["dimensions"]!["observation"]![1]!["values"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""[{"value":"Bangkok"}]""", "what has no code list has no ids");
        flat["data"]!["dataSets"]![0]!["links"]![0]!["urn"]!.Value<string>().Should().EndWith("Dataflow=econvis:tourism-by-province(1.0.0)");
        var observations = (JObject)flat["data"]!["dataSets"]![0]!["observations"]!;
        observations.Properties().Select(p => p.Name).Should().Equal("0:0:0:0", "0:0:0:1", "0:0:0:2", "0:0:0:3");
        observations["0:0:0:0"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("[46.59,0,0]");
        structure["attributes"]!["observation"]![0]!["values"]![0]!["value"]!.Value<string>().Should().Be("กรุงเทพมหานคร");

        var series = CatalogServer.Json(await TextAsync(Flow + "?c[VARIABLE_EN]=OCCUPANCY_RATE&c[LEVEL]=Provincial", Json));
        var sets = (JObject)series["data"]!["dataSets"]![0]!["series"]!;
        sets.Properties().Select(p => p.Name).Should().OnlyHaveUniqueItems();
        sets.Properties().Sum(p => ((JObject)p.Value["observations"]!).Count).Should().Be(Lines(await TextAsync(Flow + "?c[VARIABLE_EN]=OCCUPANCY_RATE&c[LEVEL]=Provincial", Csv)).Count - 1);
        series["data"]!["structures"]![0]!["dimensions"]!["series"]!.Select(d => (string)d["id"]!).Should().Equal("LEVEL", "PROVINCE_EN", "VARIABLE_EN");
    }

    [Theory]
    [InlineData("/sdmx/3.0/data/dataflow/econvis/nothing", HttpStatusCode.NotFound, "nothing")]
    [InlineData("/sdmx/3.0/data/dataflow/econvis/tourism-by-province/7.0.0", HttpStatusCode.NotFound, "7.0.0")]
    [InlineData(Flow + "/a.b.c.2020.e", HttpStatusCode.BadRequest, "dimensions")]
    [InlineData(Flow + "?c[NOTHING]=1", HttpStatusCode.BadRequest, "NOTHING")]
    [InlineData(Flow + "?c[TIME_PERIOD]=soon", HttpStatusCode.BadRequest, "soon")]
    [InlineData(Flow + "?c[OBS_VALUE]=co:4", HttpStatusCode.BadRequest, "co")]
    [InlineData(Flow + "?wrong=1", HttpStatusCode.BadRequest, "wrong")]
    [InlineData(Flow + "?limit=x", HttpStatusCode.BadRequest, "limit")]
    [InlineData(Flow + "?asOf=2020", HttpStatusCode.NotImplemented, "asOf")]
    [InlineData("/sdmx/3.0/data", HttpStatusCode.NotImplemented, "dataflow")]
    [InlineData("/sdmx/3.0/structure/process", HttpStatusCode.NotImplemented, "process")]
    public async Task A_refusal_is_SDMXs_in_the_format_that_is_taken(string address, HttpStatusCode status, string said)
    {
        using var json = await AskAsync(address, "application/json, */*;q=0.1");
        json.StatusCode.Should().Be(status);
        var error = CatalogServer.Json(await json.Content.ReadAsStringAsync())["errors"]![0]!;
        ((string)error["titles"]!["en"]!).Should().Contain(said);
        ((string)error["titles"]!["th"]!).Should().NotBeNullOrEmpty();
        using var xml = await AskAsync(address, "application/xml, */*;q=0.1");
        xml.StatusCode.Should().Be(status);
        var message = XDocument.Parse(await xml.Content.ReadAsStringAsync());
        message.Root!.Name.LocalName.Should().Be("Error");
        message.Descendants(XName.Get("ErrorMessage", "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message")).Single().Attribute("code")!.Value.Should().Be(((int)error["code"]!).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_format_that_is_not_served_is_refused_and_answers_may_be_kept()
    {
        using var refused = await AskAsync(Flow, "application/vnd.sdmx.data+xml;version=3.0.0");
        refused.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
        using var older = await AskAsync(Flow, "application/vnd.sdmx.data+json;version=1.0.0");
        older.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
        using var first = await AskAsync(Flow + "?limit=1", Json);
        using var again = new HttpRequestMessage(HttpMethod.Get, Flow + "?limit=1");
        again.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(Json));
        again.Headers.TryAddWithoutValidation("Accept-Language", "en");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await site.Client.SendAsync(again);
        known.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    /// <summary>Validates by the official schemas where they are on this machine: OPENDATA_SDMX_SCHEMAS names the folder <c>schemas</c> of sdmx-twg/sdmx-ml, v3.0.0.</summary>
    private static void Validate(XDocument message)
    {
        message.Root!.Name.Should().Be(XName.Get("Structure", "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"));
        if (Environment.GetEnvironmentVariable("OPENDATA_SDMX_SCHEMAS") is not { Length: > 0 } folder)
        {
            return;
        }

        var schemas = new XmlSchemaSet { XmlResolver = new System.Xml.XmlUrlResolver() };
        schemas.Add(null, Path.Combine(folder, "SDMXMessage.xsd"));
        var faults = new List<string>();
        message.Validate(schemas, (_, fault) => faults.Add(fault.Message));
        faults.Should().BeEmpty();
    }

    private async Task<XDocument> StructureAsync(string address) => XDocument.Parse(await TextAsync(address, null));

    private async Task<string> TextAsync(string address, string? accept)
    {
        using var answer = await AskAsync(address, accept);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return text;
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        return await site.Client.SendAsync(request);
    }

    private static List<string> Lines(string text) => [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
}
