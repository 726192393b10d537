using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>Makes JSON Schemas in few words.</summary>
internal static class Shape
{
    public static OpenApiSchema Text => new() { Type = JsonSchemaType.String };

    /// <summary>Anything at all.</summary>
    public static OpenApiSchema Any => new();

    public static OpenApiSchema Flag => new() { Type = JsonSchemaType.Boolean };

    public static OpenApiSchema Number => new() { Type = JsonSchemaType.Number };

    /// <summary>A moment, RFC 3339.</summary>
    public static OpenApiSchema Time => new() { Type = JsonSchemaType.String, Format = "date-time" };

    public static OpenApiSchema Day => new() { Type = JsonSchemaType.String, Format = "date" };

    public static OpenApiSchema Id => new() { Type = JsonSchemaType.String, Format = "uuid" };

    public static OpenApiSchema Sha256 => Matching("^[0-9a-f]{64}$");

    public static OpenApiSchema Slugged => Matching(Slug.Pattern);

    /// <summary>A whole number that is not less than <paramref name="from"/>.</summary>
    public static OpenApiSchema Whole(long? from = 0, long? to = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = from?.ToString(CultureInfo.InvariantCulture),
        Maximum = to?.ToString(CultureInfo.InvariantCulture),
    };

    public static OpenApiSchema Matching(string pattern) => new() { Type = JsonSchemaType.String, Pattern = pattern };

    /// <summary>A text of some length.</summary>
    public static OpenApiSchema Words(int most) => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = most };

    public static OpenApiSchema OneOf(IEnumerable<string> words) => new() { Type = JsonSchemaType.String, Enum = [.. words.Select(w => (JsonNode)JsonValue.Create(w))] };

    /// <summary>True alone, or false alone.</summary>
    public static OpenApiSchema OneOfFlags(bool value) => new() { Type = JsonSchemaType.Boolean, Enum = [JsonValue.Create(value)] };

    /// <summary>One of the values of an enumeration, as our interfaces write them.</summary>
    public static OpenApiSchema WordOf<T>()
        where T : struct, Enum => OneOf(Enum.GetNames<T>().Select(n => n.ToLowerInvariant()));

    public static OpenApiSchema List(IOpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    /// <summary>Another shape of <see cref="ShapeBook"/>, by its name.</summary>
    public static IOpenApiSchema Of(string name) => new OpenApiSchemaReference(name);

    /// <summary>The same, or null.</summary>
    public static OpenApiSchema OrNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema { Type: { } type } plain)
        {
            return new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        }

        plain.Type = type | JsonSchemaType.Null;
        plain.Enum?.Add(JsonNullSentinel.JsonNull);
        return plain;
    }

    /// <summary>An object with these members and no others; a name with a question mark may be left out.</summary>
    public static OpenApiSchema Object(params IReadOnlyList<(string Name, IOpenApiSchema Schema)> members)
    {
        var schema = Open(members);
        schema.AdditionalPropertiesAllowed = false;
        return schema;
    }

    /// <summary>An object with these members, and others that are told elsewhere.</summary>
    public static OpenApiSchema Open(params IReadOnlyList<(string Name, IOpenApiSchema Schema)> members) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = members.ToDictionary(m => m.Name.TrimEnd('?'), m => m.Schema, StringComparer.Ordinal),
        Required = members.Where(m => !m.Name.EndsWith('?')).Select(m => m.Name).ToHashSet(StringComparer.Ordinal),
    };

    /// <summary>A list as the interface gives one: all of it in one answer, so that <c>next</c> is null.</summary>
    public static OpenApiSchema Page(string item) => Object(("items", List(Of(item))), ("total", Whole()), ("next", OrNull(Text)));
}
