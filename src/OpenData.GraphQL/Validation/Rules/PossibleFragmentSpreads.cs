using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>A fragment is spread only where an object could be of its type. Specification 5.5.2.3 (Fragment Spread Is Possible).</summary>
public sealed class PossibleFragmentSpreads(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.InlineFragment | NodeKinds.FragmentSpread;

    public override bool Enter(Node node)
    {
        var spread = node as FragmentSpreadNode;
        var type = spread is null
            ? Context.Types.Type is { } inline ? Context.Schema.Type(inline.Name) : null
            : Context.TypeOf(Context.Fragments[spread.Name.Value]?.TypeCondition);
        if (type is not { IsComposite: true } || Context.Types.ParentType is not { } parent || Overlap(type, parent)) return true;
        var which = spread is null ? "Fragment" : $"Fragment \"{spread.Name.Value}\"";
        Report($"{which} cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", node);
        return true;
    }

    bool Overlap(NamedType a, NamedType b)
    {
        if (a == b) return true;
        if (a.IsAbstract && b.IsAbstract) return Context.Schema.PossibleTypes(a).Any(name => Context.Schema.IsSubType(b, name));
        if (a.IsAbstract) return Context.Schema.IsSubType(a, b.Name);
        return b.IsAbstract && Context.Schema.IsSubType(b, a.Name);
    }
}
