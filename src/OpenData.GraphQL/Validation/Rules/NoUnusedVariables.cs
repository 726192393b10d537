using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Variables that are defined are used. Specification 5.8.4 (All Variables Used).</summary>
public sealed class NoUnusedVariables(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.OperationDefinition;

    public override bool Enter(Node node)
    {
        var operation = (OperationDefinitionNode)node;
        var used = Context.Fragments.UsagesOf(operation).Select(u => u.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var variable in operation.VariableDefinitions)
        {
            var name = variable.Variable.Name.Value;
            if (!used.Contains(name))
                Report($"Variable \"${name}\" is never used{(operation.Name is { } named ? $" in operation \"{named.Value}\"" : "")}.", variable);
        }
        return true;
    }
}
