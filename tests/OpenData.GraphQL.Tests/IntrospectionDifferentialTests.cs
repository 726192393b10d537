using System.Text.Json.Nodes;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Tests;

/// <summary>Our schemas as graphql-js reads them.</summary>
public class IntrospectionDifferentialTests
{
    public static IEnumerable<(string Name, string Sdl)> All => Schemas.All.Select(s => (s.Key, s.Value)).Concat(Enumerable.Range(0, 60).Select(seed => ($"random{seed}", SchemaGenerator.Sdl(seed))));

    [ReferenceFact]
    public async Task A_client_builds_from_our_introspection_the_schema_we_print()
    {
        var differences = new Differences();
        var query = Reference.Ask("introspectionQuery")["text"]!.GetValue<string>();
        foreach (var (name, sdl) in All)
        {
            var schema = SdlModule.Build(sdl);
            using var response = await new GraphQLExecutor().ExecuteAsync(schema, new GraphQLRequest(query));
            response.Errors.Should().BeEmpty();
            var client = Reference.Ask("client", ("introspection", JsonNode.Parse(response.ToString())!["data"]!.DeepClone()));
            var printed = new JsonObject { ["errors"] = new JsonArray(), ["printed"] = SchemaPrinter.Print(schema) };
            differences.Compare($"client of {name}", printed, client);
            differences.Compare($"sdl of {name}", printed, Reference.Ask("schema", ("name", name), ("sdl", sdl)));
        }
        differences.ShouldBeNone();
    }

    [ReferenceFact]
    public async Task The_whole_introspection_is_that_of_graphql_js_but_for_what_came_after_the_edition()
    {
        var differences = new Differences();
        var query = Reference.Ask("introspectionQuery")["text"]!.GetValue<string>();
        foreach (var (name, sdl) in All)
        {
            Reference.Ask("schema", ("name", name), ("sdl", sdl));
            using var response = await new GraphQLExecutor().ExecuteAsync(SdlModule.Build(sdl), new GraphQLRequest(query));
            differences.Compare(name, JsonNode.Parse(response.ToString()), WithoutWhatIsNewer(Reference.Ask("execute", ("schema", name), ("text", query))));
        }
        differences.ShouldBeNone();
    }

    /// <summary>Takes away what differences.md lists: directives on directives, and fragment variables.</summary>
    static JsonObject WithoutWhatIsNewer(JsonObject answer)
    {
        var schema = answer["data"]!["__schema"]!;
        foreach (var type in schema["types"]!.AsArray())
        {
            var name = type!["name"]!.GetValue<string>();
            if (name == "__DirectiveLocation") Remove(type["enumValues"], "FRAGMENT_VARIABLE_DEFINITION", "DIRECTIVE_DEFINITION");
            if (name == "__Directive") Remove(type["fields"], "isDeprecated", "deprecationReason");
            if (name == "__Schema") type["fields"]!.AsArray().First(f => f!["name"]!.GetValue<string>() == "directives")!["args"] = new JsonArray();
        }
        var deprecated = schema["directives"]!.AsArray().First(d => d!["name"]!.GetValue<string>() == "deprecated")!["locations"]!.AsArray();
        deprecated.Remove(deprecated.First(l => l!.GetValue<string>() == "DIRECTIVE_DEFINITION"));
        return answer;
    }

    static void Remove(JsonNode? list, params string[] names)
    {
        foreach (var item in list!.AsArray().Where(i => names.Contains(i!["name"]!.GetValue<string>())).ToArray()) list.AsArray().Remove(item);
    }
}
