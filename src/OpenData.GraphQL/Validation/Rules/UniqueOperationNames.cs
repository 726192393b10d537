using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Operations have names of their own. Specification 5.2.2.1 (Operation Name Uniqueness).</summary>
public sealed class UniqueOperationNames(ValidationContext context) : ValidationRule(context)
{
    readonly Dictionary<string, NameNode> known = new(StringComparer.Ordinal);

    public override NodeKinds Enters => NodeKinds.OperationDefinition | NodeKinds.FragmentDefinition;

    public override bool Enter(Node node)
    {
        if (node is OperationDefinitionNode { Name: { } name } && !known.TryAdd(name.Value, name))
            Report($"There can be only one operation named \"{name.Value}\".", known[name.Value], name);
        return false;
    }
}
