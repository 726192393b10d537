using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Variables of an operation have names of their own. Specification 5.8.1 (Variable Uniqueness).</summary>
public sealed class UniqueVariableNames(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.OperationDefinition;

    public override bool Enter(Node node)
    {
        foreach (var group in ((OperationDefinitionNode)node).VariableDefinitions.Select(v => v.Variable.Name).GroupBy(n => n.Value).Where(g => g.Count() > 1))
            Report($"There can be only one variable named \"${group.Key}\".", [.. group]);
        return true;
    }
}
