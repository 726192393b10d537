using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>What an operation would cost, reckoned from its plan and arguments before it runs: weights times the sizes of lists.</summary>
internal sealed class OperationCost(Schema schema, VariableValues variables)
{
    public long Of(SelectionPlan plan) => Of(plan, 1, null, 1);

    /// <param name="plan">The selection.</param>
    /// <param name="times">How many objects it is taken of.</param>
    /// <param name="sized">Fields here that are lists of a size said further up.</param>
    /// <param name="size">That size.</param>
    long Of(SelectionPlan plan, long times, IReadOnlyList<string>? sized, long size)
    {
        long cost = 0;
        foreach (var field in plan.Fields)
        {
            var here = sized is not null && sized.Contains(field.Name) ? Times(times, size) : times;
            cost = Plus(cost, Of(field, here));
        }
        return cost;
    }

    long Of(FieldPlan field, long times)
    {
        var own = Times(times, field.Definition.Cost.Weight);
        if (field.ReturnType.IsLeaf) return own;
        var cost = field.Definition.Cost;
        var size = cost.AssumedSize > 0 ? Size(field, cost) : 1;
        var below = cost.SizedFields.Count > 0
            ? (Func<SelectionPlan, long>)(plan => Of(plan, times, cost.SizedFields, size))
            : plan => Of(plan, Times(times, size), null, 1);
        if (field.Selection is { } selection) return Plus(own, below(selection));
        // Of an abstract type the dearest possibility counts.
        long dearest = 0;
        foreach (var name in schema.PossibleTypes(field.ReturnType))
            if (schema.Type(name) is ObjectType type) dearest = Math.Max(dearest, below(field.SelectionFor(schema, type)));
        return Plus(own, dearest);
    }

    long Size(FieldPlan field, FieldCost cost)
    {
        try
        {
            var arguments = field.Arguments(schema, variables);
            var sizes = cost.SizeArguments.Select(a => arguments[a]).OfType<int>().ToArray();
            return sizes.Length == 0 ? cost.AssumedSize : Math.Max(0, sizes.Max());
        }
        catch (GraphQLException)
        {
            return 0; // the field will fail with this very error when it is run
        }
    }

    static long Times(long a, long b) => a > 0 && b > long.MaxValue / a ? long.MaxValue : a * b;

    static long Plus(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;
}
