using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Variables that are used are defined by every operation that reaches the use. Specification 5.8.3 (All Variable Uses Defined).</summary>
public sealed class NoUndefinedVariables(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.OperationDefinition;

    public override bool Enter(Node node)
    {
        var operation = (OperationDefinitionNode)node;
        var defined = operation.VariableDefinitions.Select(v => v.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var usage in Context.Fragments.UsagesOf(operation))
        {
            var name = usage.Node.Name.Value;
            if (!defined.Contains(name))
                Report($"Variable \"${name}\" is not defined{(operation.Name is { } named ? $" by operation \"{named.Value}\"" : "")}.", usage.Node, operation);
        }
        return true;
    }
}
