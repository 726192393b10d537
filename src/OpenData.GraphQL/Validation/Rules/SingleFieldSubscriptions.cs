using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, and not one that may be left out. Specification 5.2.4.1 (Single Root Field).</summary>
public sealed class SingleFieldSubscriptions(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.OperationDefinition;

    public override bool Enter(Node node)
    {
        var operation = (OperationDefinitionNode)node;
        if (operation.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } root) return true;
        var groups = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var forbidden = new List<Node>();
        Collect(root, operation.SelectionSet, groups, forbidden, new HashSet<string>(StringComparer.Ordinal));

        var who = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        if (forbidden.Count > 0)
        {
            Report($"{who} must not use `@skip` or `@include` directives in the top level selection.", forbidden);
            return true;
        }
        if (groups.Count == 0) Report($"{who} must select one top level field.", operation.SelectionSet);
        else if (groups.Count > 1) Report($"{who} must select only one top level field.", [.. groups.Values.Skip(1).SelectMany(g => g)]);
        foreach (var fields in groups.Values.Where(g => g[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
            Report($"{who} must not select an introspection top level field.", fields);
        return true;
    }

    void Collect(ObjectType root, SelectionSetNode set, OrderedDictionary<string, List<FieldNode>> groups, List<Node> forbidden, HashSet<string> visited)
    {
        Context.SpendFragmentSteps(set.Selections.Count);
        foreach (var selection in set.Selections)
        {
            Context.SpendFragmentSteps(selection.Directives.Count);
            var condition = selection.Directives.FirstOrDefault(d => d.Name.Value == "skip") ?? selection.Directives.FirstOrDefault(d => d.Name.Value == "include");
            if (condition is not null)
            {
                forbidden.Add(condition);
                continue;
            }
            switch (selection)
            {
                case FieldNode field:
                    if (!groups.TryGetValue(field.ResponseName, out var group)) groups.Add(field.ResponseName, group = []);
                    group.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(root, inline.TypeCondition):
                    Collect(root, inline.SelectionSet, groups, forbidden, visited);
                    break;
                case FragmentSpreadNode spread when Context.Fragments[spread.Name.Value] is { } fragment && Applies(root, fragment.TypeCondition) && visited.Add(spread.Name.Value):
                    Collect(root, fragment.SelectionSet, groups, forbidden, visited);
                    break;
            }
        }
    }

    bool Applies(ObjectType root, NamedTypeNode? condition) =>
        condition is null || condition.Name.Value == root.Name || (Context.TypeOf(condition) is { IsAbstract: true } type && Context.Schema.IsSubType(type, root.Name));
}
