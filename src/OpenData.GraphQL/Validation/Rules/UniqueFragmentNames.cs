using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Fragments have names of their own. Specification 5.5.1.1 (Fragment Name Uniqueness).</summary>
public sealed class UniqueFragmentNames(ValidationContext context) : ValidationRule(context)
{
    readonly Dictionary<string, NameNode> known = new(StringComparer.Ordinal);

    public override NodeKinds Enters => NodeKinds.OperationDefinition | NodeKinds.FragmentDefinition;

    public override bool Enter(Node node)
    {
        if (node is FragmentDefinitionNode { Name: var name } && !known.TryAdd(name.Value, name))
            Report($"There can be only one fragment named \"{name.Value}\".", known[name.Value], name);
        return false;
    }
}
