using OpenData.Schemas;
using OpenData.Store.Sqlite;

namespace OpenData.Store.Postgres;

/// <summary>An order of rows, and the condition "beyond this row" in that order. The row's number settles every tie.</summary>
internal sealed class PostgresOrder
{
    /// <summary>What a statement calls its table: without it a term of ORDER BY would be the text that is sent of the column.</summary>
    public const string Table = "r";

    private readonly DataDictionary dictionary;
    private readonly IReadOnlyList<Sort> asked;
    private readonly List<Step> steps = [];
    private readonly bool backward;
    private readonly IReadOnlySet<int> plain;

    /// <param name="dictionary">The release's dictionary.</param>
    /// <param name="order">The steps asked for.</param>
    /// <param name="backward">True for the opposite order, in which the last row comes first.</param>
    /// <param name="facts">What is known of the unit.</param>
    public PostgresOrder(DataDictionary dictionary, IReadOnlyList<Sort> order, bool backward, UnitFacts facts)
    {
        this.dictionary = dictionary;
        this.backward = backward;
        plain = facts.Plain;
        asked = order;
        HashSet<int> seen = [];
        for (var i = 0; i < order.Count; i++)
        {
            // A column ordered a second time changes nothing.
            if (seen.Add(order[i].Column))
            {
                steps.Add(new Step(i, order[i].Column, RowFilter.Column(dictionary, order[i].Column), order[i].Descending != backward, facts.Empty.Contains(order[i].Column)));
            }
        }

        if (steps.Count > StoreLimits.OrderSteps)
        {
            throw new ArgumentException($"A query can order by {StoreLimits.OrderSteps} columns at most, not {steps.Count}.", nameof(order));
        }
    }

    /// <summary>The terms of <c>ORDER BY</c>: empty cells first ascending, last descending, as the indexes have them.</summary>
    public string Sql => string.Join(", ", steps.Select(s => Term($"{Table}.{s.Column}", s.Descending, IsThai(s))).Append(backward ? $"{Table}.{PostgresColumn.Number} DESC" : $"{Table}.{PostgresColumn.Number}"));

    /// <summary>A term of <c>ORDER BY</c>.</summary>
    public static string Term(string column, bool descending, bool isThai)
    {
        var ordered = isThai ? PostgresFilter.Thai(column) : column;
        return descending ? $"{ordered} DESC NULLS LAST" : $"{ordered} NULLS FIRST";
    }

    /// <summary>
    /// "Beyond in the first step; or equal there and beyond in the second; …; or equal in all and of a number beyond." The first step is said
    /// once more in front, where an index can use it.
    /// </summary>
    public string Beyond(RowPosition position, PostgresParameters parameters)
    {
        if (position.Values.Count != asked.Count)
        {
            throw new ArgumentException($"A position of {position.Values.Count} values does not fit an order of {asked.Count} steps.", nameof(position));
        }

        List<string> ways = [];
        List<string> equal = [];
        string? inFront = null;
        foreach (var step in steps)
        {
            var at = position.Values[step.Index];
            var sides = Sides(step, at, parameters);
            var ordered = sides is var (bare, other) ? (!asked[step.Index].ByBytes && ThaiOrder.IsOf(dictionary, step.Place, plain, at) ? PostgresFilter.Thai(bare) : bare, other) : sides;
            if (step.Beyond(ordered) is { } beyond)
            {
                ways.Add(string.Join(" AND ", [.. equal, beyond]));
            }

            inFront ??= step == steps[0] && ordered is var (left, right) && step.IsRange ? $"{left} {(step.Descending ? "<=" : ">=")} {right} AND " : null;
            equal.Add(sides is var (column, value) ? $"{column} = {value}" : $"{step.Column} IS NULL");
        }

        ways.Add(string.Join(" AND ", [.. equal, $"{PostgresColumn.Number} {(backward ? '<' : '>')} {parameters.Add(position.Row)}"]));
        var any = string.Join(" OR ", ways.Select(w => $"({w})"));
        return inFront is null ? any : $"{inFront}({any})";
    }

    private bool IsThai(Step step) => !asked[step.Index].ByBytes && ThaiOrder.IsOf(dictionary, step.Place, plain);

    private (string Column, string Value)? Sides(Step step, RowValue value, PostgresParameters parameters)
    {
        if (value.Kind == RowValueKind.Null)
        {
            return null;
        }

        RowFilter.Require(dictionary, step.Place, value);
        return PostgresFilter.Sides(dictionary, step.Place, value, parameters);
    }

    /// <param name="Index">Its place in the order asked for.</param>
    /// <param name="Place">The column's position in the dictionary.</param>
    /// <param name="Column">The physical column.</param>
    /// <param name="Descending">True for the greatest value first.</param>
    /// <param name="HasEmpty">True where the column has an empty cell.</param>
    private sealed record Step(int Index, int Place, string Column, bool Descending, bool HasEmpty)
    {
        /// <summary>True where all that comes after a value lies on one side of it; empty cells, last when descending, lie on neither.</summary>
        public bool IsRange => !(Descending && HasEmpty);

        /// <summary>What comes after the value in this step alone, or null where nothing can.</summary>
        public string? Beyond((string Column, string Value)? sides) => (Descending, sides) switch
        {
            (false, null) => $"{Column} IS NOT NULL",
            (true, null) => null,
            (false, var (left, right)) => $"{left} > {right}",
            (true, var (left, right)) => HasEmpty ? $"({left} < {right} OR {Column} IS NULL)" : $"{left} < {right}",
        };
    }
}
