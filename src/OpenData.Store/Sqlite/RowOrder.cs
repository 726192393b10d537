using System.Globalization;
using OpenData.Schemas;

namespace OpenData.Store.Sqlite;

/// <summary>An order of rows, and the condition "beyond this row" in that order. The row's number settles every tie.</summary>
internal sealed class RowOrder
{
    private readonly IReadOnlyList<Sort> asked;
    private readonly List<Step> steps;
    private readonly bool backward;
    private readonly IReadOnlySet<int> plain;

    private RowOrder(IReadOnlyList<Sort> asked, List<Step> steps, bool backward, IReadOnlySet<int> plain)
    {
        this.asked = asked;
        this.steps = steps;
        this.backward = backward;
        this.plain = plain;
    }

    /// <summary>The terms of <c>ORDER BY</c>.</summary>
    public string Sql => string.Join(", ", steps.Select(s => s.Descending ? s.Ordered + " DESC" : s.Ordered).Append(backward ? "rowid DESC" : "rowid"));

    /// <param name="dictionary">The release's dictionary.</param>
    /// <param name="order">The steps asked for.</param>
    /// <param name="backward">True for the opposite order, in which the last row comes first.</param>
    /// <param name="facts">What is known of the unit.</param>
    public static RowOrder Of(DataDictionary dictionary, IReadOnlyList<Sort> order, bool backward, UnitFacts facts)
    {
        List<Step> steps = [];
        HashSet<int> seen = [];
        for (var i = 0; i < order.Count; i++)
        {
            // A column ordered a second time changes nothing.
            if (seen.Add(order[i].Column))
            {
                var column = RowFilter.Column(dictionary, order[i].Column);
                var ordered = !order[i].ByBytes && ThaiOrder.IsOf(dictionary, order[i].Column, facts.Plain) ? RowFilter.Thai(column) : column;
                steps.Add(new Step(i, column, ordered, order[i].Descending != backward, facts.Empty.Contains(order[i].Column)));
            }
        }

        return steps.Count <= StoreLimits.OrderSteps
            ? new RowOrder(order, steps, backward, facts.Plain)
            : throw new ArgumentException($"A query can order by {StoreLimits.OrderSteps} columns at most, not {steps.Count}.", nameof(order));
    }

    /// <summary>
    /// "Beyond in the first step; or equal there and beyond in the second; …; or equal in all and of a number beyond." Side by side,
    /// not nested: SQLite's parser keeps 100 symbols only. The first step is said once more in front, where an index can use it.
    /// </summary>
    public string Beyond(DataDictionary dictionary, RowPosition position, SqlParameters parameters)
    {
        Require(dictionary, position);
        List<string> ways = [];
        List<string> equal = [];
        string? inFront = null;
        foreach (var step in steps)
        {
            var at = position.Values[step.Index];
            var value = at.Kind == RowValueKind.Null ? null : parameters.Add(at);
            var column = at.Kind == RowValueKind.Null || asked[step.Index].ByBytes ? step.Column : RowFilter.Ordered(dictionary, asked[step.Index].Column, plain, at);
            if (step.Beyond(column, value) is { } beyond)
            {
                ways.Add(string.Join(" AND ", [.. equal, beyond]));
            }

            inFront ??= step == steps[0] && step.IsRange(value) ? string.Create(CultureInfo.InvariantCulture, $"{column} {(step.Descending ? "<=" : ">=")} {value} AND ") : null;
            equal.Add(step.Equal(value));
        }

        ways.Add(string.Join(" AND ", [.. equal, $"rowid {(backward ? '<' : '>')} {parameters.Add(RowValue.Of(position.Row))}"]));
        var any = string.Join(" OR ", ways);
        return inFront is null ? any : $"{inFront}({any})";
    }

    private void Require(DataDictionary dictionary, RowPosition position)
    {
        if (position.Values.Count != asked.Count)
        {
            throw new ArgumentException($"A position of {position.Values.Count} values does not fit an order of {asked.Count} steps.", nameof(position));
        }

        for (var i = 0; i < asked.Count; i++)
        {
            if (position.Values[i].Kind != RowValueKind.Null)
            {
                RowFilter.Require(dictionary, asked[i].Column, position.Values[i]);
            }
        }
    }

    /// <param name="Index">Its place in the order asked for.</param>
    /// <param name="Column">The physical column.</param>
    /// <param name="Ordered">The column in its order.</param>
    /// <param name="Descending">True for the greatest value first.</param>
    /// <param name="HasEmpty">True where the column has an empty cell.</param>
    private sealed record Step(int Index, string Column, string Ordered, bool Descending, bool HasEmpty)
    {
        /// <summary>True where all that comes after the value lies on one side of it; empty cells, last when descending, lie on neither.</summary>
        public bool IsRange(string? value) => value is not null && !(Descending && HasEmpty);

        public string Equal(string? value) => value is null ? $"{Column} IS NULL" : $"{Column} = {value}";

        /// <summary>What comes after the value in this step alone, or null where nothing can: empty cells are first ascending and last descending.</summary>
        public string? Beyond(string column, string? value) => (Descending, value) switch
        {
            (false, null) => $"{Column} IS NOT NULL",
            (true, null) => null,
            (false, _) => $"{column} > {value}",
            (true, _) => HasEmpty ? $"({column} < {value} OR {Column} IS NULL)" : $"{column} < {value}",
        };
    }
}
