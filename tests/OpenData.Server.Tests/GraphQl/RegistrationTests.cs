using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>Registration by mutations: with the token only, and with the same words as by REST.</summary>
[Collection(CatalogCollection.Name)]
public sealed class RegistrationTests(CatalogServer server)
{
    private const string Create = "mutation($d: DatasetInput!) { createDataset(dataset: $d) { name state version title { th en } organization { name } dataCategory { code } objective { code } createdDate updateFrequencyInterval highValueDataset tagString resources { key name { th en } } } }";
    private const string Update = "mutation($d: DatasetInput!, $v: Int) { updateDataset(dataset: $d, version: $v) { name version title { th } } }";
    private const string Set = "mutation($d: String!, $x: DictionaryInput!) { setDictionary(dataset: $d, resource: \"main\", dictionary: $x) { key dictionary { sha256 key columns { name type minimum calendar codes { code label { th } } } } } }";

    [Theory]
    [InlineData("mutation { createDataset(dataset: { name: \"no-token\", title: { th: \"ก\" } }) { name } }")]
    [InlineData("mutation { updateDataset(dataset: { name: \"places\", title: { th: \"ก\" } }) { name } }")]
    [InlineData("mutation { setDictionary(dataset: \"places\", resource: \"main\", dictionary: { columns: [] }) { key } }")]
    [InlineData("mutation { __typename }")]
    public async Task A_mutation_needs_the_token(string mutation)
    {
        foreach (var accept in new[] { Asking.Json, Asking.GraphQlResponse })
        {
            var answer = await server.Reader.AskAsync(mutation, accept: accept);
            (answer.Status, answer.Code, answer.Json.ContainsKey("data")).Should().Be((401, "token-required", false));
            answer.Message.Should().Be("Writing needs the header Authorization: Bearer <token>.");
        }

        await using var closed = await server.StartAsync(token: null);
        using var client = CatalogServer.Client(closed);
        var off = await client.AskAsync(mutation);
        (off.Status, off.Code).Should().Be((403, "writing-is-off"));
        off.Message.Should().Contain("OPENDATA_TOKEN");
        (await server.Writer.AskAsync("{ dataset(name: \"no-token\") { name } }")).Data["dataset"]!.Type.Should().Be(JTokenType.Null);
    }

    [Fact]
    public async Task A_dataset_is_registered_described_and_guarded_against_lost_changes()
    {
        var form = JObject.Parse("""
            { "name": "by-graphql", "title": { "th": "ชุดใหม่", "en": "New" }, "organization": { "name": "by-graphql-office", "title": { "th": "หน่วยใหม่" } },
              "dataCategory": "ข้อมูลสาธารณะ", "objective": ["mission"], "createdDate": "2024-02-29", "updateFrequencyInterval": 3, "highValueDataset": true, "tagString": ["ก", "ข"],
              "resources": [{ "key": "main", "name": { "th": "ตาราง", "en": "Table" } }] }
            """);
        var made = (await server.Writer.AskAsync(Create, new { d = form })).Data["createDataset"]!;
        made.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""{"name":"by-graphql","state":"DRAFT","version":1,"title":{"th":"ชุดใหม่","en":"New"},"organization":{"name":"by-graphql-office"},"dataCategory":{"code":"public"},"objective":[{"code":"mission"}],"createdDate":"2024-02-29","updateFrequencyInterval":3,"highValueDataset":true,"tagString":["ก","ข"],"resources":[{"key":"main","name":{"th":"ตาราง","en":"Table"}}]}""");
        (await server.Reader.AskAsync("{ dataset(name: \"by-graphql\") { name } organization(name: \"by-graphql-office\") { name } }")).Data.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""{"dataset":null,"organization":null}""", "a draft is nobody's business");
        (await server.Writer.AskAsync(Create, new { d = form })).Code.Should().Be("already-exists");

        form["title"]!["th"] = "ชุดที่แก้";
        ((int)(await server.Writer.AskAsync(Update, new { d = form, v = 1 })).Data["updateDataset"]!["version"]!).Should().Be(2);
        (await server.Writer.AskAsync(Update, new { d = form, v = 1 })).Code.Should().Be("changed-in-between");

        var dictionary = JObject.Parse("""{ "columns": [{ "name": "id", "type": "INTEGER", "minimum": "1", "description": { "th": "ลำดับ" } }, { "name": "code", "type": "CODE", "description": { "th": "รหัส" }, "codes": [{ "code": "01", "label": { "th": "หนึ่ง" } }] }], "key": ["id"] }""");
        var set = (await server.Writer.AskAsync(Set, new { d = "by-graphql", x = dictionary })).Data["setDictionary"]!["dictionary"]!;
        set["columns"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""[{"name":"id","type":"INTEGER","minimum":"1","calendar":"gregorian","codes":[]},{"name":"code","type":"CODE","minimum":null,"calendar":"gregorian","codes":[{"code":"01","label":{"th":"หนึ่ง"}}]}]""");
        using var rest = await server.Writer.GetAsync("/api/v1/datasets/by-graphql/resources/main/dictionary");
        CatalogServer.Json(await rest.Content.ReadAsStringAsync())["columns"]!.Should().HaveCount(2);
    }

    [Fact]
    public async Task Faults_of_a_form_are_told_all_at_once_with_their_places_as_by_REST()
    {
        var form = new { name = "with-faults", title = new { th = "ก" }, dataCategory = "nothing-known", maintainerEmail = "no address", organization = new { name = "unknown-office" } };
        var answer = await server.Writer.AskAsync(Create, new { d = form });
        (answer.Status, answer.Code).Should().Be((200, "invalid-document"));
        answer.Json["data"]!.Type.Should().Be(JTokenType.Null);
        var rest = await server.Writer.PostAsync("""{"name":"with-faults","title":{"th":"ก"},"data_category":"nothing-known","maintainer_email":"no address","owner_org":"unknown-office"}""", address: "/api/v1/datasets", accept: Asking.Json);
        answer.Message.Should().Be((string)rest.Json["detail"]!);
        JToken.DeepEquals(answer.Json["errors"]![0]!["extensions"]!["errors"], rest.Json["errors"]).Should().BeTrue("REST says {0}, we say {1}", rest.Json, answer.Json);

        var owner = await server.Writer.AskAsync(Create, new { d = new { name = "with-faults", title = new { th = "ก" }, organization = new { name = "unknown-office" } } });
        ((string)owner.Json["errors"]![0]!["extensions"]!["errors"]![0]!["code"]!).Should().Be("unknown-organization");
        (await server.Writer.AskAsync(Update, new { d = new { name = "not-there", title = new { th = "ก" } } })).Code.Should().Be("unknown-dataset");
        (await server.Writer.AskAsync(Set, new { d = "not-there", x = new { columns = new[] { new { name = "id", type = "INTEGER", description = new { th = "ก" } } } } })).Code.Should().Be("unknown-dataset");
        var twice = await server.Writer.AskAsync(Set, new { d = "places", x = new { columns = new[] { new { name = "id", type = "INTEGER" }, new { name = "id", type = "TEXT" } } } });
        twice.Code.Should().Be("invalid-document");
    }
}
