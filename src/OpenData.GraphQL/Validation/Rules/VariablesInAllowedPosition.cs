using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>A variable's type fits every place it is used at. Specification 5.8.5 (All Variable Usages Are Allowed).</summary>
public sealed class VariablesInAllowedPosition(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Leaves => NodeKinds.OperationDefinition;

    public override void Leave(Node node)
    {
        var operation = (OperationDefinitionNode)node;
        var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions) definitions[definition.Variable.Name.Value] = definition;
        foreach (var usage in Context.Fragments.UsagesOf(operation))
        {
            var name = usage.Node.Name.Value;
            if (usage.Type is not { } expected || !definitions.TryGetValue(name, out var definition)) continue;
            var type = TypeRef.From(definition.Type);
            if (Context.Schema.Type(type.Name) is null) continue;
            if (!IsAllowed(type, definition.DefaultValue, expected, usage.HasDefault))
                Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);
            if (OneOf(usage.ParentType) is { } oneOf && !type.IsNonNull)
                Report($"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".", definition, usage.Node);
        }
    }

    InputObjectType? OneOf(TypeRef? parent) =>
        parent?.Nullable is { IsList: false } type && Context.Schema.Type(type.Name) is InputObjectType { IsOneOf: true } oneOf ? oneOf : null;

    /// <summary>IsVariableUsageAllowed() of the specification.</summary>
    static bool IsAllowed(TypeRef type, ValueNode? defaultValue, TypeRef expected, bool placeHasDefault)
    {
        if (!expected.IsNonNull || type.IsNonNull) return AreCompatible(type, expected);
        return (placeHasDefault || defaultValue is not (null or NullValueNode)) && AreCompatible(type, expected.OfType!);
    }

    /// <summary>AreTypesCompatible() of the specification.</summary>
    static bool AreCompatible(TypeRef type, TypeRef expected)
    {
        if (expected.IsNonNull) return type.IsNonNull && AreCompatible(type.OfType!, expected.OfType!);
        if (type.IsNonNull) return AreCompatible(type.OfType!, expected);
        if (expected.IsList) return type.IsList && AreCompatible(type.OfType!, expected.OfType!);
        return !type.IsList && type.Name == expected.Name;
    }
}
