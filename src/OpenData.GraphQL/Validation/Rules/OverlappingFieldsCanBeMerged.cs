using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.GraphQL.Validation.Merging;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Fields under one response name are the same field with the same arguments, or can never meet. Specification 5.3.2 (Field Selection Merging).</summary>
/// <remarks>The comparisons are remembered and counted: what would grow with the square of the document ends at a limit.</remarks>
public sealed class OverlappingFieldsCanBeMerged : ValidationRule
{
    const int MaxNodes = 20;
    const int MaxText = 1000;
    readonly FieldCollector fields;
    readonly FieldComparison comparison;
    readonly HashSet<(CollectedFields, FragmentDefinitionNode, bool)> withFragment = [];
    readonly HashSet<(FragmentDefinitionNode, FragmentDefinitionNode, bool)> fragmentPairs = [];

    public OverlappingFieldsCanBeMerged(ValidationContext context) : base(context)
    {
        comparison = new FieldComparison(context);
        fields = new FieldCollector(context, comparison);
    }

    public override NodeKinds Enters => NodeKinds.SelectionSet;

    public override bool Enter(Node node)
    {
        var set = (SelectionSetNode)node;
        if (Context.Parent is InlineFragmentNode || (set.Selections.Count <= 1 && set.Selections[0] is not InlineFragmentNode)) return true;
        foreach (var conflict in Within(set))
            Report($"Fields \"{Short(conflict.ResponseName)}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.", [.. conflict.First, .. conflict.Second]);
        return true;
    }

    List<Conflict> Within(SelectionSetNode set)
    {
        var conflicts = new List<Conflict>();
        var all = fields.Of(Context.Types.ParentType, set);
        foreach (var (name, same) in all.Groups)
            for (var i = 0; i < same.Count; i++)
                for (var j = i + 1; j < same.Count; j++) Add(conflicts, Find(false, name, same[i], same[j]));
        if (all.Fragments.Count == 0 || (all.Groups.Count == 0 && all.Spreads == 1)) return conflicts;
        for (var i = 0; i < all.Fragments.Count; i++)
        {
            FieldsAndFragment(conflicts, false, all, all.Fragments[i]);
            for (var j = i + 1; j < all.Fragments.Count; j++) Fragments(conflicts, false, all.Fragments[i], all.Fragments[j]);
        }
        return conflicts;
    }

    void FieldsAndFragment(List<Conflict> conflicts, bool exclusive, CollectedFields all, FragmentDefinitionNode fragment)
    {
        comparison.Spend(1);
        if (all.Groups.Count == 0 || Compared(withFragment, (all, fragment, false), (all, fragment, true), exclusive)) return;
        var inner = fields.Of(fragment);
        if (all == inner) return;
        Between(conflicts, exclusive, all, inner);
        foreach (var next in inner.Fragments) FieldsAndFragment(conflicts, exclusive, all, next);
    }

    void Fragments(List<Conflict> conflicts, bool exclusive, FragmentDefinitionNode a, FragmentDefinitionNode b)
    {
        comparison.Spend(2);
        if (a == b) return;
        if (fragmentPairs.Contains((b, a, false)) || (exclusive && fragmentPairs.Contains((b, a, true)))) return;
        if (Compared(fragmentPairs, (a, b, false), (a, b, true), exclusive)) return;
        var first = fields.Of(a);
        var second = fields.Of(b);
        Between(conflicts, exclusive, first, second);
        foreach (var next in second.Fragments) Fragments(conflicts, exclusive, a, next);
        foreach (var next in first.Fragments) Fragments(conflicts, exclusive, next, b);
    }

    /// <summary>Whether a pair was compared before at least as strictly; else it is now.</summary>
    static bool Compared<T>(HashSet<T> known, T strictly, T loosely, bool exclusive)
    {
        if (known.Contains(strictly) || (exclusive && known.Contains(loosely))) return true;
        known.Add(exclusive ? loosely : strictly);
        return false;
    }

    void Between(List<Conflict> conflicts, bool exclusive, CollectedFields a, CollectedFields b)
    {
        if (a.Groups.Count == 0 || b.Groups.Count == 0) return;
        foreach (var (name, first) in a.Groups)
        {
            comparison.Spend(1);
            if (!b.Groups.TryGetValue(name, out var second)) continue;
            foreach (var x in first)
                foreach (var y in second) Add(conflicts, Find(exclusive, name, x, y));
        }
    }

    Conflict? Find(bool parentsExclusive, string name, CollectedField a, CollectedField b)
    {
        var exclusive = parentsExclusive || (a.Parent != b.Parent && a.Parent is ObjectType && b.Parent is ObjectType);
        comparison.Spend(2);
        if (comparison.Difference(a, b, exclusive) is { } reason) return new Conflict(name, reason, [a.Node], [b.Node]);
        if (a.Node.SelectionSet is not { } first || b.Node.SelectionSet is not { } second) return null;
        return Below(Between(exclusive, fields.Of(a.NamedType, first), fields.Of(b.NamedType, second)), name, a.Node, b.Node);
    }

    List<Conflict> Between(bool exclusive, CollectedFields a, CollectedFields b)
    {
        var conflicts = new List<Conflict>();
        Between(conflicts, exclusive, a, b);
        foreach (var fragment in b.Fragments) FieldsAndFragment(conflicts, exclusive, a, fragment);
        foreach (var fragment in a.Fragments) FieldsAndFragment(conflicts, exclusive, b, fragment);
        foreach (var x in a.Fragments)
            foreach (var y in b.Fragments) Fragments(conflicts, exclusive, x, y);
        return conflicts;
    }

    static Conflict? Below(List<Conflict> conflicts, string name, FieldNode a, FieldNode b)
    {
        if (conflicts.Count == 0) return null;
        var text = "";
        foreach (var conflict in conflicts)
        {
            text += $"{(text.Length == 0 ? "" : " and ")}subfields \"{Short(conflict.ResponseName)}\" conflict because {conflict.Reason}";
            if (text.Length > MaxText) break;
        }
        return new Conflict(name, Short(text), Nodes(a, conflicts.Select(c => c.First)), Nodes(b, conflicts.Select(c => c.Second)));
    }

    static List<FieldNode> Nodes(FieldNode own, IEnumerable<List<FieldNode>> below)
    {
        var nodes = new List<FieldNode> { own };
        foreach (var some in below)
        {
            nodes.AddRange(some.TakeLast(MaxNodes - nodes.Count));
            if (nodes.Count == MaxNodes) break;
        }
        return nodes;
    }

    static void Add(List<Conflict> conflicts, Conflict? conflict)
    {
        if (conflict is not null) conflicts.Add(conflict);
    }

    static string Short(string text) => text.Length > MaxText ? text[..MaxText] + "..." : text;

    sealed record Conflict(string ResponseName, string Reason, List<FieldNode> First, List<FieldNode> Second);
}
