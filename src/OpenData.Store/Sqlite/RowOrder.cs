using OpenData.Schemas;

namespace OpenData.Store.Sqlite;

/// <summary>The order of a query, and the condition "after this row" in that order. The row's number settles every tie.</summary>
internal sealed class RowOrder
{
    private readonly List<Step> steps;
    private readonly long row;

    private RowOrder(List<Step> steps, long row)
    {
        this.steps = steps;
        this.row = row;
    }

    /// <summary>The terms of <c>ORDER BY</c>.</summary>
    public string Sql => string.Join(", ", steps.Select(s => s.Descending ? s.Column + " DESC" : s.Column).Append("rowid"));

    public static RowOrder Of(DataDictionary dictionary, RowQuery query, Func<int, bool> hasEmpty)
    {
        var order = query.Order;
        if (query.After is { } after && after.Values.Count != order.Count)
        {
            throw new ArgumentException($"A position of {after.Values.Count} values does not fit an order of {order.Count} steps.", nameof(query));
        }

        List<Step> steps = [];
        HashSet<int> seen = [];
        for (var i = 0; i < order.Count; i++)
        {
            var value = query.After is null ? RowValue.Null : query.After.Values[i];
            if (value.Kind != RowValueKind.Null)
            {
                RowFilter.Require(dictionary, order[i].Column, value);
            }

            // A column ordered a second time changes nothing.
            if (seen.Add(order[i].Column))
            {
                steps.Add(new Step(RowFilter.Column(dictionary, order[i].Column), order[i].Descending, hasEmpty(order[i].Column), value));
            }
        }

        if (steps.Count > StoreLimits.OrderSteps)
        {
            throw new ArgumentException($"A query can order by {StoreLimits.OrderSteps} columns at most, not {steps.Count}.", nameof(query));
        }

        return new RowOrder(steps, query.After?.Row ?? 0);
    }

    /// <summary>
    /// "Beyond in the first step; or equal there and beyond in the second; …; or equal in all and of a greater number." Side by side,
    /// not nested: SQLite's parser keeps 100 symbols only. The first step is said once more in front, where an index can use it.
    /// </summary>
    public string After(SqlParameters parameters)
    {
        List<string> ways = [];
        List<string> equal = [];
        foreach (var step in steps)
        {
            var value = step.Value.Kind == RowValueKind.Null ? null : parameters.Add(step.Value);
            if (step.Beyond(value) is { } beyond)
            {
                ways.Add(string.Join(" AND ", [.. equal, beyond]));
            }

            equal.Add(step.Equal(value));
        }

        ways.Add(string.Join(" AND ", [.. equal, $"rowid > {parameters.Add(RowValue.Of(row))}"]));
        var after = string.Join(" OR ", ways);
        return steps is [{ IsRange: true } first, ..]
            ? $"{first.Column} {(first.Descending ? "<=" : ">=")} ?{parameters.Values.Count - Bound + 1} AND ({after})"
            : after;
    }

    /// <summary>How many parameters <see cref="After"/> binds: the last row's values that are not empty, and its number.</summary>
    private int Bound => 1 + steps.Count(s => s.Value.Kind != RowValueKind.Null);

    /// <param name="Column">The physical column.</param>
    /// <param name="Descending">True for the greatest value first.</param>
    /// <param name="HasEmpty">True where the column has an empty cell.</param>
    /// <param name="Value">The value of the last row seen.</param>
    private sealed record Step(string Column, bool Descending, bool HasEmpty, RowValue Value)
    {
        /// <summary>True where all that comes after the value lies on one side of it; empty cells, last when descending, lie on neither.</summary>
        public bool IsRange => Value.Kind != RowValueKind.Null && !(Descending && HasEmpty);

        public string Equal(string? value) => value is null ? $"{Column} IS NULL" : $"{Column} = {value}";

        /// <summary>What comes after the value in this step alone, or null where nothing can: empty cells are first ascending and last descending.</summary>
        public string? Beyond(string? value) => (Descending, value) switch
        {
            (false, null) => $"{Column} IS NOT NULL",
            (true, null) => null,
            (false, _) => $"{Column} > {value}",
            (true, _) => HasEmpty ? $"({Column} < {value} OR {Column} IS NULL)" : $"{Column} < {value}",
        };
    }
}
