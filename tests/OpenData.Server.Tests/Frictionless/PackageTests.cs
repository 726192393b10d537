using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Publishing;
using OpenData.Schemas;
using OpenData.Server.Tests.Dcat;
using OpenData.Server.Tests.GraphQl;

namespace OpenData.Server.Tests.Frictionless;

/// <summary>What the catalog says of its datasets to tools of Frictionless and the W3C.</summary>
[Collection(HarvestCollection.Name)]
public sealed class PackageTests(HarvestSite site)
{
    [NodeFact(NodeFolder.DcatFolder)]
    public async Task Packages_and_schemas_are_valid_by_both_versions_of_the_standard_and_lead_to_their_files()
    {
        var addresses = Forms.All.Select(f => $"{site.Root}/api/v1/datasets/{f["name"]}/datapackage.json").Append($"{site.Root}/api/v1/datasets/filled-stat/resources/main/tableschema.json").ToArray();
        var answers = JArray.Parse(await NodeFolder.Of(NodeFolder.DcatFolder).RunAsync("packages.js", addresses));
        answers.Should().HaveCount(addresses.Length);
        foreach (var answer in answers)
        {
            answer["errors"]!.Values<string>().Should().BeEmpty("{0}", answer["address"]);
            answer["files"]!.Where(f => !(bool)f["hash"]! || !(bool)f["bytes"]! || !(bool)f["header"]!).Should().BeEmpty("{0}", answer);
        }
    }

    [Fact]
    public async Task A_package_of_ours_in_a_folder_is_the_same_dataset_again()
    {
        var folder = Directory.CreateTempSubdirectory("opendata-package-");
        try
        {
            var package = JObject.Parse(await site.Client.GetStringAsync("/api/v1/datasets/valid-stat/datapackage.json"));
            package["resources"]![0]!["path"] = "main.csv";
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "datapackage.json"), package.ToString());
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "main.csv"), await site.Client.GetByteArrayAsync("/api/v1/data/valid-stat/main.csv?limit=all"));
            var read = DatasetFolder.Read(folder.FullName);
            read.Errors.Should().BeEmpty();
            read.Losses.Should().BeEmpty();
            var expected = Forms.Valid("stat");
            ((JObject)expected["resources"]![0]!).Remove("url");
            JToken.DeepEquals(Sorted(read.Value!.Form.Json), Sorted(expected)).Should().BeTrue("{0} is {1}", read.Value.Form.Json, expected);
            JToken.DeepEquals(DictionaryDocument.Write(read.Value.Resources[0].Dictionary!), DictionaryDocument.Write(Tables.Places)).Should().BeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_CSV_says_where_its_metadata_are_and_they_describe_its_header()
    {
        using var csv = await site.Client.GetAsync("/api/v1/data/filled-stat/main.csv?limit=2");
        csv.Headers.GetValues("Link").Should().Contain(l => l.Contains("<main.csv-metadata.json>; rel=\"describedby\"", StringComparison.Ordinal));
        using var answer = await site.Client.GetAsync("/api/v1/data/filled-stat/main.csv-metadata.json");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/csvm+json");
        var metadata = CatalogServer.Json(await answer.Content.ReadAsStringAsync());
        metadata["@context"]![0]!.Value<string>().Should().Be("http://www.w3.org/ns/csvw");
        var columns = metadata["tableSchema"]!["columns"]!;
        var header = (await csv.Content.ReadAsStringAsync()).Split("\r\n")[0].Split(',');
        columns.Select(c => (string)c["name"]!).Should().Equal(header);
        columns.Select(c => (string)c["titles"]!["und"]!).Should().Equal(header);
        columns.Select(c => (string?)(c["datatype"] is JObject d ? d["base"] : c["datatype"])).Should().Equal("integer", "string", "string", "decimal", "double", "boolean", "date", "dateTime", "string", "gYear");
        using var chosen = await site.Client.GetAsync("/api/v1/data/filled-stat/main.csv?select=id");
        chosen.Headers.TryGetValues("Link", out var links);
        (links ?? []).Should().NotContain(l => l.Contains("-metadata.json", StringComparison.Ordinal), "the metadata are of other columns");
    }

    [Theory]
    [InlineData("/api/v1/datasets/draft-kept-secret/datapackage.json")]
    [InlineData("/api/v1/datasets/draft-kept-secret/resources/main/tableschema.json")]
    [InlineData("/api/v1/datasets/filled-stat/resources/none/tableschema.json")]
    [InlineData("/api/v1/data/draft-kept-secret/main.csv-metadata.json")]
    public async Task What_is_not_published_is_not_described(string address)
    {
        using var answer = await site.Client.GetAsync(address);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_dictionary_may_be_sent_as_a_Table_Schema_and_the_answer_tells_the_losses()
    {
        await site.Store.Registry.SaveDatasetAsync(new Registry.DatasetForm(With(Forms.Named("sent-schema", "ส่ง"))), [new Store.ResourceDraft("main", new LocalText("ตาราง", null))], null);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/datasets/sent-schema/resources/main/dictionary")
        {
            Content = new StringContent("""{"fields":[{"name":"id","type":"integer","description":"ลำดับ"},{"name":"at","type":"geopoint","description":"ที่"}]}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", CatalogServer.Token);
        using var answer = await site.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        JObject.Parse(text)["losses"]!.Select(l => (string)l["pointer"]!).Should().Equal("/fields/1/type");
        (await site.Store.Registry.FindDatasetAsync("sent-schema"))!.Resources[0].Dictionary!.Columns.Select(c => c.Type).Should().Equal(ColumnType.Integer, ColumnType.Text);
    }

    private static JObject With(JObject form)
    {
        form["resources"] = new JArray(new JObject { ["key"] = "main", ["name"] = "ตาราง" });
        return form;
    }

    private static JToken Sorted(JToken token) => token switch
    {
        JObject json => new JObject(json.Properties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new JProperty(p.Name, Sorted(p.Value)))),
        JArray array => new JArray(array.Select(Sorted)),
        _ => token.DeepClone(),
    };
}

/// <summary>A file that was really published, as a tool of Frictionless gets it.</summary>
public sealed class OriginalPackageTests(Review.ReviewServer server) : IClassFixture<Review.ReviewServer>
{
    [Fact]
    public async Task A_file_that_is_written_as_the_catalog_writes_is_given_with_its_hash_and_size()
    {
        var name = await server.MakeAsync(Registry.DatasetState.Published);
        var package = JObject.Parse(await server["anonymous"].GetStringAsync($"/api/v1/datasets/{name}/datapackage.json"));
        var resource = package["resources"]!.Single();
        var bytes = await server["anonymous"].GetByteArrayAsync(new Uri((string)resource["path"]!).PathAndQuery);
        ((string)resource["hash"]!).Should().Be("sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        ((long)resource["bytes"]!).Should().Be(bytes.Length);
        Encoding.UTF8.GetString(bytes).Split("\r\n")[0].Should().Be(string.Join(',', resource["schema"]!["fields"]!.Select(f => (string)f["name"]!)));
    }
}
