using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>A field of an input object is given once. Specification 5.6.3 (Input Object Field Uniqueness).</summary>
public sealed class UniqueInputFieldNames(ValidationContext context) : ValidationRule(context)
{
    readonly Stack<Dictionary<string, NameNode>> known = new();

    public override NodeKinds Enters => NodeKinds.ObjectValue | NodeKinds.ObjectField;

    public override NodeKinds Leaves => NodeKinds.ObjectValue;

    public override bool Enter(Node node)
    {
        if (node is ObjectFieldNode { Name: var name })
        {
            if (!known.Peek().TryAdd(name.Value, name)) Report($"There can be only one input field named \"{name.Value}\".", known.Peek()[name.Value], name);
        }
        else known.Push(new(StringComparer.Ordinal));
        return true;
    }

    public override void Leave(Node node) => known.Pop();
}
