using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>What others say of our answers: the audits of GraphQL over HTTP, and graphql-js of our schema.</summary>
[Collection(CatalogCollection.Name)]
[Trait("Store", "None")] // The protocol, asked by a program of npm.
public sealed class AuditTests(CatalogServer server)
{
    [NodeFact(NodeFolder.AuditFolder)]
    public async Task All_61_audits_of_graphql_http_pass()
    {
        var results = JArray.Parse(await NodeFolder.Audits.RunAsync("audits.js", new Uri(server.Reader.BaseAddress!, "/graphql").ToString()));
        results.Should().HaveCount(61);
        results.Where(r => (string)r["status"]! != "ok").Select(r => $"{r["id"]} {r["name"]}: {r["reason"]}").Should().BeEmpty();
    }

    [NodeFact(NodeFolder.AuditFolder)]
    public async Task The_reference_finds_no_fault_in_the_schema_and_reads_the_same_from_introspection_as_from_its_text()
    {
        var said = JObject.Parse(await NodeFolder.Audits.RunAsync("schema.js", new Uri(server.Reader.BaseAddress!, "/graphql").ToString()));
        said["faults"]!.Should().BeEmpty();
        ((bool)said["isSame"]!).Should().BeTrue();
        ((int)said["types"]!).Should().BeGreaterThan(40);
    }
}
