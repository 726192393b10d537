using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>No fragment spreads itself, not even through others. Specification 5.5.2.2 (Fragment Spreads Must Not Form Cycles).</summary>
public sealed class NoFragmentCycles(ValidationContext context) : ValidationRule(context)
{
    readonly HashSet<string> visited = new(StringComparer.Ordinal);
    readonly List<FragmentSpreadNode> path = [];
    readonly Dictionary<string, int> pathIndex = new(StringComparer.Ordinal);

    public override NodeKinds Enters => NodeKinds.OperationDefinition | NodeKinds.FragmentDefinition;

    public override bool Enter(Node node)
    {
        if (node is FragmentDefinitionNode fragment) Detect(fragment);
        return false;
    }

    void Detect(FragmentDefinitionNode fragment)
    {
        if (!visited.Add(fragment.Name.Value)) return;
        var spreads = Context.Fragments.SpreadsIn(fragment.SelectionSet);
        if (spreads.Count == 0) return;
        pathIndex[fragment.Name.Value] = path.Count;
        foreach (var spread in spreads)
        {
            var name = spread.Name.Value;
            path.Add(spread);
            if (pathIndex.TryGetValue(name, out var start))
            {
                var cycle = path[start..];
                var via = string.Join(", ", cycle.SkipLast(1).Select(s => $"\"{s.Name.Value}\""));
                Report($"Cannot spread fragment \"{name}\" within itself{(via.Length > 0 ? $" via {via}" : "")}.", cycle);
            }
            else if (Context.Fragments[name] is { } next) Detect(next);
            path.RemoveAt(path.Count - 1);
        }
        pathIndex.Remove(fragment.Name.Value);
    }
}
