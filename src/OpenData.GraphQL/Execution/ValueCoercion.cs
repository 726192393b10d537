using System.Text.Json;
using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>Turns the JSON of variables into values, and says what does not fit. Specification 6.1.2 (Coercing Variable Values).</summary>
internal sealed class ValueCoercion(Schema schema, SuggestionBudget suggestions, Action<string, InputPath?> onError)
{
    public object? Coerce(JsonElement? value, TypeRef type, InputPath? path = null)
    {
        if (type.IsNonNull)
        {
            if (value is null) return Fail($"Expected a value of non-null type \"{type}\" to be provided.", path);
            if (value.Value.ValueKind == JsonValueKind.Null) return Fail($"Expected value of non-null type \"{type}\" not to be null.", path);
            return Coerce(value, type.OfType!, path);
        }
        if (value is not { } given || given.ValueKind == JsonValueKind.Null) return null;
        if (type.IsList)
        {
            if (given.ValueKind != JsonValueKind.Array) return new List<object?> { Coerce(given, type.OfType!, path) };
            var items = new List<object?>(given.GetArrayLength());
            foreach (var item in given.EnumerateArray()) items.Add(Coerce(item, type.OfType!, new InputPath(path, items.Count)));
            return items;
        }
        return schema.Type(type.Name) switch
        {
            InputObjectType input => Object(given, input, path),
            EnumType enumType => Leaf(() => enumType.ParseValue(given, suggestions), path),
            ScalarType scalar => Leaf(() => scalar.ParseValue(given), path),
            _ => null,
        };
    }

    object? Object(JsonElement value, InputObjectType type, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.Object) return Fail($"Expected value of type \"{type}\" to be an object, found: {Inspect.Value(value)}.", path);
        var coerced = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out var given)) coerced[field.Name] = Coerce(given, field.Type, new InputPath(path, field.Name));
            else if (field.IsRequired) Fail($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Inspect.Value(value)}.", path);
            else if (field.DefaultValue is not null) coerced[field.Name] = LiteralCoercion.Default(schema, field);
        }
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (type.Field(property.Name) is not null)
            {
                known.Add(property.Name);
                continue;
            }
            var suggestion = suggestions.DidYouMean(property.Name, type.Fields.Select(f => f.Name));
            Fail($"Expected value of type \"{type}\" not to include unknown field \"{property.Name}\"{(suggestion.Length > 0 ? $".{suggestion} Found" : ", found")}: {Inspect.Value(value)}.", path);
        }
        if (type.IsOneOf) OneOf(value, type, known, path);
        return coerced;
    }

    /// <summary>Specification 3.10.1 (OneOf Input Objects).</summary>
    void OneOf(JsonElement value, InputObjectType type, HashSet<string> known, InputPath? path)
    {
        if (known.Count != 1) Fail(LiteralValidation.OneOfMessage(type), path);
        if (known.FirstOrDefault() is { } name && value.GetProperty(name).ValueKind == JsonValueKind.Null)
            Fail(LiteralValidation.OneOfMessage(type), new InputPath(path, name));
    }

    object? Leaf(Func<object?> parse, InputPath? path)
    {
        try
        {
            return parse();
        }
        catch (GraphQLException error)
        {
            return Fail(error.Message, path);
        }
    }

    object? Fail(string message, InputPath? path)
    {
        onError(message, path);
        return null;
    }
}
