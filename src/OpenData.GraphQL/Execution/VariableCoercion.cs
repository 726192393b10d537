using System.Text.Json;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>Specification 6.1.2 (Coercing Variable Values): CoerceVariableValues().</summary>
internal sealed class VariableCoercion
{
    readonly Schema schema;
    readonly GraphQLLimits limits;
    readonly SuggestionBudget suggestions;
    readonly List<GraphQLError> errors = [];
    readonly VariableValues values = new();

    VariableCoercion(Schema schema, GraphQLLimits limits) =>
        (this.schema, this.limits, suggestions) = (schema, limits, new SuggestionBudget(limits.MaxNameComparisons));

    /// <summary>The values, or the errors that keep the operation from being run.</summary>
    public static (VariableValues Values, IReadOnlyList<GraphQLError> Errors) Coerce(Schema schema, OperationDefinitionNode operation, JsonElement? variables, GraphQLLimits limits)
    {
        if (variables is { ValueKind: JsonValueKind.Object } given && CountValues(given, limits.MaxVariableValues) is > 0 and var count && count > limits.MaxVariableValues)
            return (VariableValues.None, [GraphQLLimits.Refuse("variableValues", "The variables have too many values", count, limits.MaxVariableValues)]);
        if (variables is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined) })
            return (VariableValues.None, [new GraphQLError("Variables must be provided as an Object where each property is a variable value.", Array.Empty<SourceLocation>())]);
        if (operation.VariableDefinitions.Count == 0) return (VariableValues.None, []);
        var coercion = new VariableCoercion(schema, limits);
        foreach (var definition in operation.VariableDefinitions)
        {
            if (coercion.errors.Count > limits.MaxCoercionErrors) break;
            coercion.Coerce(definition, variables);
        }
        return (coercion.values, coercion.Told());
    }

    void Coerce(VariableDefinitionNode definition, JsonElement? variables)
    {
        var name = definition.Variable.Name.Value;
        var type = TypeRef.From(definition.Type);
        if (schema.Type(type.Name) is not { IsInput: true })
        {
            errors.Add(new GraphQLError($"Variable \"${name}\" expected value of type \"{type}\" which cannot be used as an input type.", definition.Type));
            return;
        }
        JsonElement? value = variables is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var found) ? found : null;
        values.Sources[name] = (definition, value);
        if (value is null)
        {
            if (definition.DefaultValue is { } defaultValue)
            {
                UseDefault(definition, name, type, defaultValue);
                return;
            }
            if (!type.IsNonNull) return;
        }
        var before = errors.Count;
        try
        {
            var coerced = new ValueCoercion(schema, suggestions, (message, path) => Add($"Variable \"${name}\" has invalid value{InputPath.Print(path)}: {message}", definition)).Coerce(value, type);
            if (errors.Count == before) values.Coerced[name] = coerced;
        }
        catch (TooManyErrorsException)
        {
            // What was told is enough.
        }
    }

    /// <summary>Ends the walk through a value once there are more errors than are told: each looks at the value it is about.</summary>
    void Add(string message, Node about)
    {
        errors.Add(new GraphQLError(message, about));
        if (errors.Count > limits.MaxCoercionErrors) throw new TooManyErrorsException();
    }

    void UseDefault(VariableDefinitionNode definition, string name, TypeRef type, ValueNode defaultValue)
    {
        var coerced = LiteralCoercion.Coerce(schema, defaultValue, type, VariableValues.None);
        if (coerced != LiteralCoercion.Undefined) values.Coerced[name] = coerced;
        else
            new LiteralValidation(schema, suggestions, null, (message, _, path) =>
                errors.Add(new GraphQLError($"Variable \"${name}\" has invalid default value{InputPath.Print(path)}: {message}", definition))).Validate(defaultValue, type);
    }

    IReadOnlyList<GraphQLError> Told() => errors.Count <= limits.MaxCoercionErrors ? errors
        : [.. errors.Take(limits.MaxCoercionErrors), new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.", Array.Empty<SourceLocation>())];

    /// <summary>How many values there are inside, counted no further than just over the limit.</summary>
    static int CountValues(JsonElement value, int limit)
    {
        var count = 0;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    if ((count += 1 + CountValues(property.Value, limit - count)) > limit) break;
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    if ((count += 1 + CountValues(item, limit - count)) > limit) break;
                break;
        }
        return count;
    }

    sealed class TooManyErrorsException : Exception;
}
