using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>Parameters as OpenAPI describes them, of the same table by which they are refused.</summary>
internal static class ParameterShapes
{
    /// <summary>A parameter of a place of the request.</summary>
    public static OpenApiParameter Of(ParameterDescription parameter, ParameterLocation place, Language language)
    {
        var isList = parameter.Kind is ParameterKind.List or ParameterKind.Numbers;
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = place,
            Required = parameter.Required || place == ParameterLocation.Path,
            Description = parameter.Text.In(language),
            Schema = SchemaOf(parameter),
            Style = isList ? ParameterStyle.Form : null,
            Explode = false,
        };
    }

    /// <summary>The conditions that are parameters by the name of a column or of a term: <c>column.op=value</c>.</summary>
    public static OpenApiParameter Conditions(string names, LocalText text, Language language) => new()
    {
        Name = "conditions",
        In = ParameterLocation.Query,
        Description = text.In(language),
        Style = ParameterStyle.Form,
        Explode = true,
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            PropertyNames = Shape.Matching(names),
            AdditionalProperties = Shape.Text,
            Examples = [new JsonObject()],
        },
    };

    private static OpenApiSchema SchemaOf(ParameterDescription parameter)
    {
        var schema = parameter.Kind switch
        {
            ParameterKind.Integer => Whole(parameter),
            ParameterKind.Boolean => Shape.Flag,
            ParameterKind.Day => Shape.Day,
            ParameterKind.Id => Shape.Id,
            ParameterKind.Choice => Shape.OneOf(parameter.Allowed),
            ParameterKind.IntegerOrChoice => new OpenApiSchema { AnyOf = [Whole(parameter), Shape.OneOf(parameter.Allowed)] },
            ParameterKind.List => Several(parameter, parameter.Allowed.Count > 0 ? Shape.OneOf(parameter.Allowed) : Word(parameter)),
            ParameterKind.Numbers => Several(parameter, Shape.Number),
            _ => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = parameter.Pattern, MaxLength = (int?)parameter.Maximum },
        };
        schema.Default = parameter.Standard is { } standard ? ValueOf(standard, parameter.Kind) : null;
        if (parameter.Example is { } example)
        {
            schema.Examples = [ValueOf(example, parameter.Kind)];
        }

        return schema;
    }

    private static OpenApiSchema Whole(ParameterDescription parameter) => Shape.Whole(parameter.Minimum, parameter.Maximum);

    private static OpenApiSchema Word(ParameterDescription parameter) => new() { Type = JsonSchemaType.String, Pattern = parameter.Pattern, MinLength = 1 };

    private static OpenApiSchema Several(ParameterDescription parameter, OpenApiSchema items) => new()
    {
        Type = JsonSchemaType.Array,
        Items = items,
        MinItems = (int?)parameter.Minimum ?? 1,
        MaxItems = (int?)parameter.Maximum,
    };

    /// <summary>A value as JSON has it: what stands for itself in an address is a number or a list there.</summary>
    private static JsonNode ValueOf(string text, ParameterKind kind) => kind switch
    {
        ParameterKind.Integer or ParameterKind.IntegerOrChoice when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        ParameterKind.Boolean => JsonValue.Create(text == "true"),
        ParameterKind.List => new JsonArray([.. text.Split(',').Select(t => (JsonNode)JsonValue.Create(t))]),
        ParameterKind.Numbers => new JsonArray([.. text.Split(',').Select(t => (JsonNode)JsonValue.Create(decimal.Parse(t, CultureInfo.InvariantCulture)))]),
        _ => JsonValue.Create(text),
    };
}
