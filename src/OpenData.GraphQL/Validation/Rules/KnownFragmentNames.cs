using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Fragments that are spread exist. Specification 5.5.2.1 (Fragment Spread Target Defined).</summary>
public sealed class KnownFragmentNames(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.FragmentSpread;

    public override bool Enter(Node node)
    {
        var name = ((FragmentSpreadNode)node).Name;
        if (Context.Fragments[name.Value] is null) Report($"Unknown fragment \"{name.Value}\".", name);
        return true;
    }
}
