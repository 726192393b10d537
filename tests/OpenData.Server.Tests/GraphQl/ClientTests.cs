using Newtonsoft.Json.Linq;
using OpenData.Server.Tests.Pages;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>Clients of other people against the sample datasets: graphql-js, graphql-request, graphql-codegen and the TypeScript compiler.</summary>
[Trait("Store", "None")] // What clients of npm make of the schema, which is the same.
public sealed class ClientTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Codegen = "node_modules/@graphql-codegen/cli/cjs/bin.js";
    private const string Compiler = "node_modules/typescript/bin/tsc";

    private string Endpoint => new Uri(site.Address, "/graphql").ToString();

    [NodeFact(NodeFolder.ClientFolder)]
    public async Task Graphql_js_builds_every_schema_from_introspection_and_prints_it_as_it_is_served()
    {
        var addresses = Directory.EnumerateDirectories(DemoSite.Samples).Select(d => $"{Endpoint}/{Path.GetFileName(d)}").Prepend(Endpoint).ToArray();
        var schemas = JArray.Parse(await NodeFolder.Clients.RunAsync("schemas.js", addresses));
        schemas.Select(s => (string)s["url"]!).Should().Equal(addresses).And.HaveCount(17);
        foreach (var schema in schemas)
        {
            schema["faults"]!.Should().BeEmpty("{0} has none", schema["url"]);
            schema["firstDifference"]!.Type.Should().Be(JTokenType.Null, "{0} reads the same both ways, not {1}", schema["url"], schema["firstDifference"]);
        }

        ((int)schemas[0]["types"]!).Should().BeGreaterThan(schemas.Skip(1).Max(s => (int)s["types"]!), "the whole schema has every dataset");
    }

    [NodeFact(NodeFolder.ClientFolder)]
    public Task Graphql_request_pages_through_Thai_rows_with_empty_cells_in_both_directions_and_sees_each_once() =>
        PageAsync("/sub-districts", "subDistricts", "sub-districts/sub-districts", pageSize: 100, order: "district_id", rows: 7451, pages: 75);

    [NodeFact(NodeFolder.ClientFolder)]
    public Task Graphql_request_pages_through_figures_and_quoted_cells_of_the_whole_catalog_in_both_directions_and_sees_each_once() =>
        PageAsync("", "grossProvincialProduct", "gross-provincial-product/gpp", pageSize: 999, order: "y2001", rows: 5356, pages: 6);

    [NodeFact(NodeFolder.ClientFolder)]
    public async Task Graphql_codegen_makes_types_with_which_a_program_compiles_and_runs_and_a_wrong_one_does_not_compile()
    {
        await GenerateAsync();
        await NodeFolder.Clients.RunAsync(Compiler, "--strict");
        var said = JObject.Parse(await NodeFolder.Clients.RunAsync("compiled/program.js", Endpoint));

        // The last three of those that begin with บาง, as a dictionary has them: อ comes after ห, and ใ after every other vowel of ห.
        said["names"]!.Values<string>().Should().Equal("บางอ้อ", "บางอ้อ", "บางใหญ่");
        said["latitudes"]!.Values<double?>().Should().Equal(null, 14.176, 13.837);
        said["titles"]!.Values<string>().Should().Equal("ตำบลและแขวงของประเทศไทย");
        said["chiang"]!.Values<string>().Should().Equal("เชียงใหม่", "เชียงราย");
        ((string)said["name"]!).Should().Be("พระบรมมหาราชวัง");
        ((int)said["total"]!).Should().Be(Lines("sub-districts/sub-districts.csv").Count(l => l.Split(',')[2].StartsWith("บาง", StringComparison.Ordinal)));
        ((int)said["largest"]!).Should().Be(Lines("sub-districts/sub-districts.csv").CountBy(l => l.Split(',')[4]).Max(g => g.Value));

        var (code, output, _) = await NodeFolder.Clients.TryAsync([], Compiler, "--project", "wrong.json");
        code.Should().NotBe(0);
        output.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(l => l[..(l.IndexOf(": error TS", StringComparison.Ordinal) + 14)]).Should().Equal(
            "wrong.ts(4,56): error TS2551", "wrong.ts(5,51): error TS2322", "wrong.ts(6,53): error TS2353", "wrong.ts(7,64): error TS2322", "wrong.ts(8,14): error TS2741");
    }

    private async Task PageAsync(string dataset, string root, string file, int pageSize, string order, int rows, int pages)
    {
        var path = Path.Combine(DemoSite.Samples, file);
        var walks = JObject.Parse(await NodeFolder.Clients.RunAsync("paging.js", Endpoint + dataset, root, path + ".csv", path + ".dictionary.json", $"{pageSize}", order));
        walks.Properties().Select(w => w.Name).Should().Equal("forward", "backward", "orderedForward", "orderedBackward");
        foreach (var walk in walks.PropertyValues())
        {
            walk["faults"]!.Values<string>().Should().BeEmpty("{0} sees every row once and in order", walk.Path);
            ((int)walk["rows"]!).Should().Be(rows);
            ((int)walk["pages"]!).Should().Be(pages);
        }
    }

    /// <summary>Makes the types anew: what an earlier run left must not pass for them.</summary>
    private async Task GenerateAsync()
    {
        foreach (var folder in (string[])["generated", "compiled"])
        {
            if (Directory.Exists(NodeFolder.Clients.File(folder)))
            {
                Directory.Delete(NodeFolder.Clients.File(folder), recursive: true);
            }
        }

        var (code, output, error) = await NodeFolder.Clients.TryAsync(new() { ["ENDPOINT"] = Endpoint }, Codegen, "--config", "codegen.yml");
        code.Should().Be(0, "{0}{1}", output, error);
    }

    private static IEnumerable<string> Lines(string file) => File.ReadLines(Path.Combine(DemoSite.Samples, file)).Skip(1);
}
