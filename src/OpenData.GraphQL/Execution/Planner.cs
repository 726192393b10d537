using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>Collects the fields of an operation, type by type. Specification 6.3.2 (Field Collection).</summary>
internal sealed class Planner(IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, IReadOnlyDictionary<string, object?> conditions, int maxFields)
{
    int planned;

    /// <summary>How many fields were planned so far.</summary>
    public int Planned => planned;

    public SelectionPlan Plan(Schema schema, ObjectType type, IReadOnlyList<FieldNode> parents) =>
        Plan(schema, type, parents.Select(p => p.SelectionSet).OfType<SelectionSetNode>());

    public SelectionPlan Plan(Schema schema, ObjectType type, IEnumerable<SelectionSetNode> selectionSets)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var set in selectionSets) Collect(schema, type, set, groups, visited);
        }
        catch (GraphQLException failure)
        {
            return new SelectionPlan(type, [], failure);
        }
        var fields = new List<FieldPlan>(groups.Count);
        foreach (var nodes in groups.Values)
        {
            if (schema.Field(type, nodes[0].Name.Value) is not { } definition) continue;
            if (Interlocked.Increment(ref planned) > maxFields) throw new PlanTooLargeException(planned, maxFields);
            fields.Add(new FieldPlan(this, schema, type, fields.Count, definition, nodes));
        }
        return new SelectionPlan(type, fields, null);
    }

    void Collect(Schema schema, ObjectType type, SelectionSetNode set, OrderedDictionary<string, List<FieldNode>> groups, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection)) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!groups.TryGetValue(field.ResponseName, out var nodes)) groups.Add(field.ResponseName, nodes = []);
                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(schema, type, inline.TypeCondition):
                    Collect(schema, type, inline.SelectionSet, groups, visited);
                    break;
                case FragmentSpreadNode spread:
                    if (fragments.TryGetValue(spread.Name.Value, out var fragment) && Applies(schema, type, fragment.TypeCondition) && visited.Add(spread.Name.Value))
                        Collect(schema, type, fragment.SelectionSet, groups, visited);
                    break;
            }
        }
    }

    /// <summary>Specification 3.13.1 (@skip) and 3.13.2 (@include).</summary>
    bool IsIncluded(SelectionNode selection)
    {
        if (selection.Directives.Count == 0) return true;
        return Condition(selection, "skip") != true && Condition(selection, "include") != false;
    }

    bool? Condition(SelectionNode selection, string directive)
    {
        var found = selection.Directives.FirstOrDefault(d => d.Name.Value == directive);
        var value = found?.Arguments.LastOrDefault(a => a.Name.Value == "if")?.Value;
        if (value is BooleanValueNode literal) return literal.Value;
        if (value is not VariableNode variable) return null;
        if (conditions.TryGetValue(variable.Name.Value, out var given) && given is bool known) return known;
        throw new GraphQLException($"Argument \"@{directive}(if:)\" has invalid value: Expected variable \"${variable.Name.Value}\" provided to "
            + (conditions.ContainsKey(variable.Name.Value) ? "non-null type \"Boolean!\" not to be null." : "type \"Boolean!\" to provide a runtime value."), [value]);
    }

    static bool Applies(Schema schema, ObjectType type, NamedTypeNode? condition) =>
        condition is null || condition.Name.Value == type.Name
        || (schema.Type(condition.Name.Value) is { IsAbstract: true } abstractType && schema.IsSubType(abstractType, type.Name));
}

/// <summary>Fragments spread into more fields than one operation may have.</summary>
internal sealed class PlanTooLargeException(long value, long maximum) : Exception
{
    public GraphQLError ToError() => GraphQLLimits.Refuse("plannedFields", "The operation selects too many fields once its fragments are spread", value, maximum);
}
