using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Fragments are on objects, interfaces and unions. Specification 5.5.1.3 (Fragments on Object, Interface or Union Types).</summary>
public sealed class FragmentsOnCompositeTypes(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.InlineFragment | NodeKinds.FragmentDefinition;

    public override bool Enter(Node node)
    {
        var condition = node is InlineFragmentNode inline ? inline.TypeCondition : ((FragmentDefinitionNode)node).TypeCondition;
        if (Context.TypeOf(condition) is not { IsComposite: false }) return true;
        var which = node is FragmentDefinitionNode fragment ? $"Fragment \"{fragment.Name.Value}\"" : "Fragment";
        Report($"{which} cannot condition on non composite type \"{condition!.Name.Value}\".", condition);
        return true;
    }
}
