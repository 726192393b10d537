using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Introspection does not ask for lists in lists in lists. No rule of the specification but a limit, counted as graphql-js counts it.</summary>
public sealed class MaxIntrospectionDepth(ValidationContext context) : ValidationRule(context)
{
    readonly Dictionary<string, int> passed = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> exceeded = new(StringComparer.Ordinal);

    public override NodeKinds Enters => NodeKinds.Field;

    public override bool Enter(Node node)
    {
        if (((FieldNode)node).Name.Value is not ("__schema" or "__type")) return true;
        if (!IsTooDeep(node, new(StringComparer.Ordinal), 0)) return true;
        Report("Maximum introspection depth exceeded", node);
        return false;
    }

    bool IsTooDeep(Node node, Dictionary<string, int> visited, int depth)
    {
        if (node is FragmentSpreadNode spread) return FragmentIsTooDeep(spread.Name.Value, visited, depth);
        if (node is FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" } && ++depth >= Context.Limits.MaxIntrospectionLists) return true;
        var set = node switch
        {
            FieldNode field => field.SelectionSet,
            InlineFragmentNode inline => inline.SelectionSet,
            FragmentDefinitionNode fragment => fragment.SelectionSet,
            _ => null,
        };
        return set is not null && set.Selections.Any(s => IsTooDeep(s, visited, depth));
    }

    bool FragmentIsTooDeep(string name, Dictionary<string, int> visited, int depth)
    {
        if (exceeded.TryGetValue(name, out var from) && from <= depth) return true;
        if ((visited.TryGetValue(name, out var seen) && seen >= depth) || (passed.TryGetValue(name, out var good) && good >= depth)) return false;
        if (Context.Fragments[name] is not { } fragment) return false;
        visited[name] = depth;
        var tooDeep = IsTooDeep(fragment, visited, depth);
        (tooDeep ? exceeded : passed)[name] = depth;
        return tooDeep;
    }
}
