using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>An argument is given once. Specification 5.4.2 (Argument Uniqueness).</summary>
public sealed class UniqueArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.Field | NodeKinds.Directive;

    public override bool Enter(Node node)
    {
        var arguments = node is FieldNode field ? field.Arguments : ((DirectiveNode)node).Arguments;
        if (arguments.Count < 2) return true;
        foreach (var group in arguments.Select(a => a.Name).GroupBy(n => n.Value).Where(g => g.Count() > 1))
            Report($"There can be only one argument named \"{group.Key}\".", [.. group]);
        return true;
    }
}
