using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation;

/// <summary>A place where a variable is used, and the type expected there.</summary>
internal readonly record struct VariableUsage(VariableNode Node, TypeRef? Type, TypeRef? ParentType, bool HasDefault);

/// <summary>The fragments of a document, what they spread and which variables they use; each is looked through once.</summary>
internal sealed class DocumentFragments(DocumentNode document, ValidationContext context)
{
    readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> spreads = [];
    readonly Dictionary<Node, List<VariableUsage>> usages = [];
    readonly Dictionary<OperationDefinitionNode, List<VariableUsage>> allUsages = [];
    readonly Dictionary<string, FragmentDefinitionNode> byName = ByName(document);

    public FragmentDefinitionNode? this[string name] => byName.GetValueOrDefault(name);

    /// <summary>The spreads in a selection set and in what is nested in it, not in other fragments.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode set)
    {
        if (spreads.TryGetValue(set, out var found)) return found;
        found = [];
        var left = new Stack<SelectionSetNode>([set]);
        while (left.TryPop(out var next))
            foreach (var selection in next.Selections)
            {
                if (selection is FragmentSpreadNode spread) found.Add(spread);
                else if ((selection as FieldNode)?.SelectionSet is { } inner) left.Push(inner);
                else if (selection is InlineFragmentNode inline) left.Push(inline.SelectionSet);
            }
        return spreads[set] = found;
    }

    /// <summary>Every fragment the operations reach, directly or through other fragments.</summary>
    public List<FragmentDefinitionNode> ReachedFrom(params IEnumerable<OperationDefinitionNode> operations)
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in operations)
            foreach (var spread in SpreadsIn(operation.SelectionSet))
                if (seen.Add(spread.Name.Value)) names.Add(spread.Name.Value);
        context.SpendFragmentSteps(names.Count);
        var reached = new List<FragmentDefinitionNode>();
        for (var i = 0; i < names.Count; i++)
        {
            if (this[names[i]] is not { } fragment) continue;
            reached.Add(fragment);
            var inner = SpreadsIn(fragment.SelectionSet);
            context.SpendFragmentSteps(inner.Count);
            foreach (var spread in inner)
                if (seen.Add(spread.Name.Value)) names.Add(spread.Name.Value);
        }
        return reached;
    }

    /// <summary>The variables used by an operation, also in the fragments it reaches.</summary>
    public List<VariableUsage> UsagesOf(OperationDefinitionNode operation)
    {
        if (allUsages.TryGetValue(operation, out var found)) return found;
        found = [.. UsagesIn(operation)];
        foreach (var fragment in ReachedFrom(operation))
        {
            var inner = UsagesIn(fragment);
            context.SpendFragmentSteps(inner.Count);
            found.AddRange(inner);
        }
        return allUsages[operation] = found;
    }

    List<VariableUsage> UsagesIn(Node definition)
    {
        if (usages.TryGetValue(definition, out var found)) return found;
        var finder = new UsageFinder(new TypeInfo(context.Schema));
        finder.Visit(definition);
        return usages[definition] = finder.Found;
    }

    static Dictionary<string, FragmentDefinitionNode> ByName(DocumentNode document)
    {
        var fragments = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>()) fragments[fragment.Name.Value] = fragment;
        return fragments;
    }

    sealed class UsageFinder(TypeInfo types) : INodeWalker
    {
        public List<VariableUsage> Found { get; } = [];

        public void Visit(Node? node)
        {
            if (node is null or VariableDefinitionNode) return;
            types.Enter(node);
            if (node is VariableNode variable) Found.Add(new VariableUsage(variable, types.InputType, types.ParentInputType, types.HasDefault));
            node.Walk(this);
            types.Leave(node);
        }

        public void Visit(IReadOnlyList<Node> nodes)
        {
            foreach (var node in nodes) Visit(node);
        }
    }
}
