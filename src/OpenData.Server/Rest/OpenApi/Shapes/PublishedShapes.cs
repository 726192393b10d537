using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using OpenData.Registry;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>The schemas that <c>schemas/</c> publishes, as shapes of the document: their definitions become shapes of their own.</summary>
internal static class PublishedShapes
{
    private const string Definitions = "#/definitions/";

    private static readonly IReadOnlyList<(string File, string Name)> Files =
    [
        ("dataset.schema.json", "Form1"), ("dictionary.schema.json", "Form2"), ("report.schema.json", "Report"), ("comparison.schema.json", "Comparison"), ("indicator.schema.json", "Indicator"),
    ];

    /// <summary>Adds them.</summary>
    public static void Add(IDictionary<string, IOpenApiSchema> shapes)
    {
        foreach (var (file, name) in Files)
        {
            var json = Parse(file).AsObject();
            json.Remove("$schema");
            var definitions = json["definitions"]?.AsObject().ToDictionary(d => d.Key, d => d.Value!, StringComparer.Ordinal) ?? [];
            json.Remove("definitions");
            shapes.Add(name, Read(json, name));
            foreach (var (key, definition) in definitions)
            {
                shapes.Add($"{name}.{key}", Read(definition, name));
            }
        }
    }

    private static JsonNode Parse(string file)
    {
        using var stream = typeof(DatasetForm).Assembly.GetManifestResourceStream("schemas/" + file) ?? throw new InvalidOperationException($"The assembly carries no schemas/{file}.");
        return JsonNode.Parse(stream)!;
    }

    private static OpenApiSchema Read(JsonNode json, string name)
    {
        Lead(json, $"#/components/schemas/{name}.");
        var schema = new OpenApiJsonReader().ReadFragment<OpenApiSchema>(json, OpenApiSpecVersion.OpenApi3_1, new OpenApiDocument(), out var faults);
        return schema is not null && faults.Errors.Count == 0 ? schema : throw new InvalidOperationException($"The schema {name} cannot be read: {string.Join("; ", faults.Errors)}");
    }

    /// <summary>Leads references to where the definitions are now.</summary>
    private static void Lead(JsonNode? json, string to)
    {
        foreach (var part in json switch { JsonObject members => members.Select(m => m.Value), JsonArray items => items, _ => [] })
        {
            Lead(part, to);
        }

        if (json is JsonObject schema && schema["$ref"] is JsonValue reference && reference.GetValue<string>() is var target && target.StartsWith(Definitions, StringComparison.Ordinal))
        {
            schema["$ref"] = to + target[Definitions.Length..];
        }
    }
}
