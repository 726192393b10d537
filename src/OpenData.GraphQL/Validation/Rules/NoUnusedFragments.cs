using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Every fragment is reached from an operation. Specification 5.5.1.4 (Fragments Must Be Used).</summary>
public sealed class NoUnusedFragments(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Leaves => NodeKinds.Document;

    public override void Leave(Node node)
    {
        var document = (DocumentNode)node;
        var used = Context.Fragments.ReachedFrom(document.Definitions.OfType<OperationDefinitionNode>()).Select(f => f.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
            if (!used.Contains(fragment.Name.Value)) Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
    }
}
