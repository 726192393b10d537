using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.Merging;

/// <summary>A field where it was found, with the type it was asked of.</summary>
internal sealed class CollectedField(NamedType? parent, FieldNode node, FieldDefinition? definition, NamedType? namedType)
{
    public NamedType? Parent => parent;

    public FieldNode Node => node;

    public FieldDefinition? Definition => definition;

    public NamedType? NamedType => namedType;
}

/// <summary>The fields of a selection set by response name, inline fragments opened, and the fragments it spreads.</summary>
internal sealed class CollectedFields
{
    public OrderedDictionary<string, List<CollectedField>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>Each known fragment once.</summary>
    public List<FragmentDefinitionNode> Fragments { get; } = [];

    /// <summary>How many spreads there are, unknown fragments and repetitions counted.</summary>
    public int Spreads { get; set; }
}

/// <summary>Collects fields once for each type and selection set.</summary>
internal sealed class FieldCollector(ValidationContext context, FieldComparison comparison)
{
    readonly Dictionary<(NamedType?, SelectionSetNode), CollectedFields> known = [];

    public CollectedFields Of(FragmentDefinitionNode fragment) => Of(context.TypeOf(fragment.TypeCondition), fragment.SelectionSet);

    public CollectedFields Of(NamedType? parent, SelectionSetNode set)
    {
        if (known.TryGetValue((parent, set), out var found)) return found;
        found = new CollectedFields();
        Collect(parent, set, found);
        return known[(parent, set)] = found;
    }

    void Collect(NamedType? parent, SelectionSetNode set, CollectedFields into)
    {
        comparison.Spend(set.Selections.Count);
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    var definition = (parent as FieldsType)?.Fields[field.Name.Value];
                    if (!into.Groups.TryGetValue(field.ResponseName, out var group)) into.Groups.Add(field.ResponseName, group = []);
                    group.Add(new CollectedField(parent, field, definition, definition is null ? null : context.Schema.Type(definition.Type.Name)));
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.TypeCondition is null ? parent : context.TypeOf(inline.TypeCondition), inline.SelectionSet, into);
                    break;
                case FragmentSpreadNode spread:
                    into.Spreads++;
                    if (context.Fragments[spread.Name.Value] is { } fragment && !into.Fragments.Contains(fragment)) into.Fragments.Add(fragment);
                    break;
            }
        }
    }
}
