using OpenData.GraphQL.Language;
using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>Specification 6.4.1 (Coercing Field Arguments): CoerceArgumentValues().</summary>
internal static class ArgumentCoercion
{
    /// <param name="schema">The snapshot the operation runs on.</param>
    /// <param name="owner">The field or directive as messages name it: <c>Type.field</c> or <c>@directive</c>.</param>
    /// <param name="definitions">The arguments there are.</param>
    /// <param name="node">The field or directive; what errors point to.</param>
    /// <param name="given">The arguments written.</param>
    /// <param name="variables">The request's variables.</param>
    /// <exception cref="GraphQLException">An argument is missing or does not fit.</exception>
    public static Arguments Coerce(Schema schema, string owner, IReadOnlyList<InputValue> definitions, Node node, IReadOnlyList<ArgumentNode> given, VariableValues variables)
    {
        if (definitions.Count == 0) return Arguments.None;
        var coerced = new Dictionary<string, object?>(definitions.Count, StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var argument = given.LastOrDefault(a => a.Name.Value == definition.Name);
            if (argument is null && definition.IsRequired)
                throw new GraphQLException($"Argument \"{owner}({definition.Name}:)\" of required type \"{definition.Type}\" was not provided.", [node]);
            if (argument is null || (argument.Value is VariableNode variable && variables.IsMissing(variable) && !definition.IsRequired))
            {
                if (definition.DefaultValue is not null) coerced[definition.Name] = LiteralCoercion.Default(schema, definition);
                continue;
            }
            var value = LiteralCoercion.Coerce(schema, argument.Value, definition.Type, variables);
            if (value == LiteralCoercion.Undefined)
                new LiteralValidation(schema, SuggestionBudget.Unlimited, variables, (message, at, path) =>
                    throw new GraphQLException($"Argument \"{owner}({definition.Name}:)\" has invalid value{InputPath.Print(path)}: {message}", [at])).Validate(argument.Value, definition.Type);
            coerced[definition.Name] = value;
        }
        return new Arguments(coerced);
    }
}
