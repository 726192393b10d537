using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenData.Schemas;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>The columns of a dictionary as shapes of JSON.</summary>
internal static class ColumnShapes
{
    /// <summary>A cell of an answer: what the dictionary promises of it where <paramref name="isKept"/>, else its type alone.</summary>
    public static OpenApiSchema CellOf(DictionaryColumn column, bool isKept, JsonNode? example, Language language)
    {
        var schema = TypeOf(column.Type);
        if (isKept)
        {
            Promise(schema, column);
        }

        if (!isKept || !column.Required)
        {
            schema = Shape.OrNull(schema);
        }

        schema.Title = column.Label.IsEmpty ? column.Header : column.Label.In(language);
        schema.Description = About(column, language);
        schema.Examples = example is null ? null : [example.DeepClone()];
        return schema;
    }

    /// <summary>The value of a condition: any of the column's type, whether the dictionary lists it or not.</summary>
    public static OpenApiSchema ValueOf(DictionaryColumn column, JsonNode? example)
    {
        // A year is asked for by its four digits.
        var schema = column.Type == ColumnType.Year ? Shape.Whole(1000, 9999) : TypeOf(column.Type);
        if (column.Type is ColumnType.Integer or ColumnType.Number)
        {
            // In an address a number is a text: how wide it is in memory matters to whoever reads a cell, and Swagger UI has no input for it.
            schema.Format = null;
        }

        if (column.Type is ColumnType.Text or ColumnType.Code)
        {
            schema.Examples = [.. column.Codes.Take(ServerLimits.DocumentCodes).Select(c => (JsonNode)JsonValue.Create(c.Code))];
        }

        if (schema.Examples is not { Count: > 0 })
        {
            schema.Examples = example is null ? null : [example.DeepClone()];
        }

        return schema;
    }

    private static OpenApiSchema TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
        ColumnType.Year => Shape.Whole(0, 9999),
        ColumnType.Number => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" },
        ColumnType.Decimal => Shape.Number,
        ColumnType.Boolean => Shape.Flag,
        ColumnType.Date => Shape.Day,
        ColumnType.DateTime => Shape.Matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"),
        ColumnType.Time => Shape.Matching("^[0-9]{2}:[0-9]{2}(:[0-9]{2})?"),
        _ => Shape.Text,
    };

    /// <summary>What a release of the dictionary keeps: its code list, lengths and bounds. A list of every village is left to the dictionary's own address.</summary>
    private static void Promise(OpenApiSchema schema, DictionaryColumn column)
    {
        if (column.Codes.Count is > 0 and <= ServerLimits.DocumentCodes && schema.Type == JsonSchemaType.String)
        {
            schema.Enum = [.. column.Codes.Select(c => (JsonNode)JsonValue.Create(c.Code))];
        }

        if (schema.Type == JsonSchemaType.String)
        {
            (schema.MinLength, schema.MaxLength) = (column.MinLength, column.MaxLength);
        }
        else if (schema.Type is JsonSchemaType.Integer or JsonSchemaType.Number && column.Calendar == Calendar.Gregorian)
        {
            (schema.Minimum, schema.Maximum) = (NumberOf(column.Minimum) ?? schema.Minimum, NumberOf(column.Maximum) ?? schema.Maximum);
        }
    }

    private static string? NumberOf(string? text) => text is not null && RowQueries.JsonNumber.Is(System.Text.Encoding.UTF8.GetBytes(text)) ? text : null;

    /// <summary>The label, the description, the unit, and what codes mean.</summary>
    private static string About(DictionaryColumn column, Language language)
    {
        var codes = column.Codes.Take(ServerLimits.DocumentCodes).Where(c => !c.Label.IsEmpty).Select(c => $"`{c.Code}` {c.Label.In(language)}");
        string?[] parts = [column.Description.In(language), column.Unit.In(language), string.Join(", ", codes)];
        return string.Join("\n\n", parts.Where(p => !string.IsNullOrEmpty(p))) is { Length: > 0 } text ? text : column.Header;
    }
}
