using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace OpenData.Schemas;

/// <summary>One of the JSON schemas that we publish, read once, when it is first asked for.</summary>
internal sealed class SchemaFile
{
    private static readonly Lazy<SchemaFile> LazyDictionary = new(() => new SchemaFile("dictionary.schema.json"));
    private static readonly Lazy<SchemaFile> LazyDataset = new(() => new SchemaFile("dataset.schema.json"));
    private static readonly Lazy<SchemaFile> LazyIndicator = new(() => new SchemaFile("indicator.schema.json"));
    private readonly Lazy<JsonSchema> schema;

    private SchemaFile(string file)
    {
        var text = Embedded(file);
        Json = JObject.Parse(text);
        schema = new(() => JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult());
    }

    /// <summary>The schema of the data dictionary (Form 2).</summary>
    public static SchemaFile Dictionary => LazyDictionary.Value;

    /// <summary>The schema of the dataset (Form 1).</summary>
    public static SchemaFile Dataset => LazyDataset.Value;

    /// <summary>The schema of an indicator's definition.</summary>
    public static SchemaFile Indicator => LazyIndicator.Value;

    /// <summary>The schema as written, with our own <c>x-</c> members.</summary>
    public JObject Json { get; }

    /// <summary>The schema as NJsonSchema validates with it; costs a cold process some 250 ms, mostly compiling NJsonSchema itself, so it is only made to validate.</summary>
    public JsonSchema Validator => schema.Value;

    /// <summary>A quick look at documents of this schema.</summary>
    public SchemaGlance Glance => new(Json);

    /// <summary>The text of a file of <c>schemas/</c>, which the assembly carries.</summary>
    public static string Embedded(string file)
    {
        using var stream = typeof(SchemaFile).Assembly.GetManifestResourceStream("schemas/" + file)
            ?? throw new InvalidOperationException($"The assembly carries no schemas/{file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The names of the files of a folder of <c>schemas/</c>, with the folder, in order.</summary>
    public static IReadOnlyList<string> Folder(string folder) =>
    [
        .. typeof(SchemaFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"schemas/{folder}/", StringComparison.Ordinal))
            .Select(name => name["schemas/".Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What the schema says of the value at <paramref name="pointer"/>, or null where it knows no such value.</summary>
    public SchemaField? Field(string pointer)
    {
        var at = new List<JObject> { Json };
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            at = [.. at.SelectMany(Alternatives).Select(a => Step(a, segment)).OfType<JObject>()];
        }

        return at.Count == 0 ? null : new SchemaField(at[0], [.. at.SelectMany(Alternatives)]);
    }

    private static JObject? Step(JObject schema, string segment) =>
        schema["properties"]?[segment] as JObject
        ?? (int.TryParse(segment, out _) ? schema["items"] as JObject : null);

    /// <summary>A schema and all that it refers to or is put together from.</summary>
    private IEnumerable<JObject> Alternatives(JObject schema)
    {
        yield return schema;
        var parts = (schema["anyOf"] ?? Enumerable.Empty<JToken>()).Concat(schema["allOf"] ?? Enumerable.Empty<JToken>()).OfType<JObject>();
        if ((string?)schema["$ref"] is { } reference && JsonPointer.Find(Json, reference.TrimStart('#')) is JObject referred)
        {
            parts = parts.Prepend(referred);
        }

        foreach (var deeper in parts.SelectMany(Alternatives))
        {
            yield return deeper;
        }
    }
}

/// <summary>What a schema says of one field, for the sentences about it.</summary>
/// <param name="Json">The field's own schema.</param>
/// <param name="Alternatives">It, and every schema it refers to or is put together from.</param>
internal sealed record SchemaField(JObject Json, IReadOnlyList<JObject> Alternatives)
{
    /// <summary>The field's label: Thai from <c>title</c>, English from <c>description</c> up to the colon.</summary>
    public LocalText Title => new((string?)Json["title"], ((string?)Json["description"])?.Split(':')[0]);

    /// <summary>The values allowed, or empty where any is.</summary>
    public IReadOnlyList<string> Codes => [.. Alternatives.SelectMany(a => a["enum"] ?? Enumerable.Empty<JToken>()).Select(v => (string)v!)];

    /// <summary>The JSON types allowed, each once.</summary>
    public IReadOnlyList<string> Types =>
        [.. Alternatives.SelectMany(a => a["type"] is JArray several ? several : a["type"] is { } one ? [one] : Enumerable.Empty<JToken>()).Select(t => (string)t!).Distinct()];

    /// <summary>The names of the members that the field, an object, may have.</summary>
    public IReadOnlyList<string> Members => [.. Alternatives.SelectMany(a => (a["properties"] as JObject)?.Properties() ?? []).Select(p => p.Name)];

    /// <summary>The first value of a keyword, such as <c>minimum</c>.</summary>
    public JToken? Keyword(string name) => Alternatives.Select(a => a[name]).FirstOrDefault(v => v is not null);
}
