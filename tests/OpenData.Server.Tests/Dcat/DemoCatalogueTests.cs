using Newtonsoft.Json.Linq;
using OpenData.Server.Tests.GraphQl;
using OpenData.Server.Tests.Pages;

namespace OpenData.Server.Tests.Dcat;

/// <summary>The sample datasets as one catalogue, held to the official shapes.</summary>
[Trait("Store", "None")] // What programs of npm make of the documents, which other tests ask for.
public sealed class DemoCatalogueTests(DemoSite site) : IClassFixture<DemoSite>
{
    [NodeFact(NodeFolder.DcatFolder)]
    public async Task The_sample_catalogue_keeps_the_official_shapes_of_DCAT_AP_and_its_packages_are_valid()
    {
        var said = JObject.Parse(await NodeFolder.Of(NodeFolder.DcatFolder).RunAsync("same.js", "--shapes", new Uri(site.Address, "/catalog").ToString()));
        said["violations"]!.Values<string>().Should().BeEmpty();
        said["answers"]!.SelectMany(a => a["different"]!.Values<string>()).Should().BeEmpty();
        var packages = Directory.EnumerateDirectories(DemoSite.Samples).Select(d => new Uri(site.Address, $"/api/v1/datasets/{Path.GetFileName(d)}/datapackage.json").ToString()).ToArray();
        foreach (var answer in JArray.Parse(await NodeFolder.Of(NodeFolder.DcatFolder).RunAsync("packages.js", packages)))
        {
            answer["errors"]!.Values<string>().Should().BeEmpty("{0}", answer["address"]);
            answer["files"]!.Should().NotBeEmpty().And.OnlyContain(f => (bool)f["hash"]! && (bool)f["bytes"]! && (bool)f["header"]!, "{0}", answer);
        }
    }
}
