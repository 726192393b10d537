using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Leaves have no selection, everything else has one. Specification 5.3.3 (Leaf Field Selections).</summary>
public sealed class ScalarLeafs(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.Field;

    public override bool Enter(Node node)
    {
        var field = (FieldNode)node;
        if (Context.Types.Type is not { } type || Context.Schema.Type(type.Name) is not { } named) return true;
        var name = field.Name.Value;
        if (named.IsLeaf && field.SelectionSet is { } set)
            Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", set);
        else if (!named.IsLeaf && field.SelectionSet is null)
            Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field);
        return true;
    }
}
