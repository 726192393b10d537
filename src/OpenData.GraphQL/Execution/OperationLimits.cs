using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Execution;

/// <summary>The limits that can be told from the text alone, before any rule is checked: depth, aliases, root fields, directives.</summary>
/// <remarks>Every fragment is walked once, however often it is spread; a cycle of fragments counts once and is left to validation.</remarks>
internal sealed class OperationLimits
{
    readonly record struct Size(int Depth, int RootFields);

    readonly GraphQLLimits limits;
    readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    readonly Dictionary<string, Size> measured = new(StringComparer.Ordinal);
    int aliases;
    int directives;

    OperationLimits(GraphQLLimits limits, DocumentNode document)
    {
        this.limits = limits;
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>()) fragments.TryAdd(fragment.Name.Value, fragment);
    }

    /// <summary>The refusal, or null.</summary>
    public static GraphQLError? Check(DocumentNode document, GraphQLLimits limits)
    {
        var check = new OperationLimits(limits, document);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            check.aliases = 0;
            check.measured.Clear();
            check.directives += operation.Directives.Count + operation.VariableDefinitions.Sum(v => v.Directives.Count);
            if (check.Refusal(check.Measure(operation.SelectionSet)) is { } refusal) return refusal;
        }
        return null;
    }

    GraphQLError? Refusal(Size size) =>
        size.Depth > limits.MaxDepth ? GraphQLLimits.Refuse("depth", "The operation is too deep", size.Depth, limits.MaxDepth)
        : size.RootFields > limits.MaxRootFields ? GraphQLLimits.Refuse("rootFields", "The operation has too many root fields", size.RootFields, limits.MaxRootFields)
        : aliases > limits.MaxAliases ? GraphQLLimits.Refuse("aliases", "The operation has too many aliases", aliases, limits.MaxAliases)
        : directives > limits.MaxDirectives ? GraphQLLimits.Refuse("directives", "The document has too many directives", directives, limits.MaxDirectives)
        : null;

    Size Measure(SelectionSetNode? set)
    {
        if (set is null) return default;
        int depth = 0, fields = 0;
        foreach (var selection in set.Selections)
        {
            directives += selection.Directives.Count;
            var size = selection switch
            {
                FieldNode field => Field(field),
                InlineFragmentNode inline => Measure(inline.SelectionSet),
                FragmentSpreadNode spread => Fragment(spread.Name.Value),
                _ => default,
            };
            depth = Math.Max(depth, size.Depth);
            fields += size.RootFields;
        }
        return new Size(depth, fields);
    }

    Size Field(FieldNode field)
    {
        if (field.Alias is not null) aliases++;
        return new Size(1 + Measure(field.SelectionSet).Depth, 1);
    }

    Size Fragment(string name)
    {
        if (measured.TryGetValue(name, out var known)) return known;
        if (!fragments.TryGetValue(name, out var fragment)) return default;
        measured[name] = default;
        return measured[name] = Measure(fragment.SelectionSet);
    }
}
