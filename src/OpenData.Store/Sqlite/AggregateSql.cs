using OpenData.Schemas;

namespace OpenData.Store.Sqlite;

/// <summary>Translates an <see cref="AggregateQuery"/> to one statement over a unit's table <c>rows</c>.</summary>
internal static class AggregateSql
{
    /// <summary>The groups asked for: a 0 where rows have their number, then the terms.</summary>
    /// <param name="dictionary">The release's dictionary.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="plain">The positions of the columns whose texts are all plain.</param>
    /// <exception cref="ArgumentException">The query names a column, or a function of one, that the dictionary does not have.</exception>
    public static SqlStatement Select(DataDictionary dictionary, AggregateQuery query, IReadOnlySet<int> plain)
    {
        if (query.Terms.Count + query.GroupBy.Count > StoreLimits.Columns)
        {
            throw new ArgumentException($"A query can have {StoreLimits.Columns:N0} terms at most (SQLite's limit), not {query.Terms.Count:N0}.", nameof(query));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit ?? 0);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Offset);
        var parameters = new SqlParameters();
        var groups = Groups(dictionary, query, parameters, plain);
        var table = AggregateQuery.Table(dictionary, query.Terms);
        var plainTerms = ThaiOrder.PlainTerms(query.Terms, plain);
        var having = query.Having is null ? "" : $" WHERE {RowFilter.Sql(table, query.Having, parameters, plainTerms)}";
        var limit = query.Limit is null && query.Offset == 0 ? "" : $" LIMIT {parameters.Add(RowValue.Of(query.Limit ?? -1))} OFFSET {parameters.Add(RowValue.Of(query.Offset))}";
        var terms = string.Concat(query.Terms.Select((_, i) => ", " + Identifier.Column(i)));
        return new SqlStatement($"SELECT 0{terms} FROM ({groups}){having}{Order(dictionary, table, query, plain, plainTerms)}{limit}", parameters.Values);
    }

    /// <summary>The groups with their terms as <c>c1</c>, <c>c2</c>, …, so that conditions on them read as conditions on rows do; behind them what settles ties.</summary>
    private static string Groups(DataDictionary dictionary, AggregateQuery query, SqlParameters parameters, IReadOnlySet<int> plain)
    {
        var keys = query.GroupBy.Select(c => RowFilter.Column(dictionary, c)).ToList();
        var terms = query.Terms.Select((t, i) => $"{Term(dictionary, query, t, plain)} AS {Identifier.Column(i)}").Concat(keys.Select((k, i) => $"{k} AS k{i}"));
        var where = query.Where is null ? "" : $" WHERE {RowFilter.Sql(dictionary, query.Where, parameters, plain)}";
        var groupBy = keys.Count == 0 ? "" : $" GROUP BY {string.Join(", ", keys)}";
        return $"SELECT {string.Join(", ", terms)} FROM rows{where}{groupBy}";
    }

    private static string Order(DataDictionary dictionary, DataDictionary table, AggregateQuery query, IReadOnlySet<int> plain, IReadOnlySet<int> plainTerms)
    {
        var steps = query.Order.Select(s => Ordered(RowFilter.Column(table, s.Column), !s.ByBytes && ThaiOrder.IsOf(table, s.Column, plainTerms)) + (s.Descending ? " DESC" : ""))
            .Concat(query.GroupBy.Select((c, i) => Ordered($"k{i}", ThaiOrder.IsOf(dictionary, c, plain)))).ToList();
        return steps.Count switch
        {
            0 => "",
            <= StoreLimits.OrderSteps => $" ORDER BY {string.Join(", ", steps)}",
            _ => throw new ArgumentException($"A query can order by {StoreLimits.OrderSteps} columns at most, those grouped by among them, not {steps.Count}.", nameof(query)),
        };
    }

    private static string Ordered(string column, bool isThai) => isThai ? RowFilter.Thai(column) : column;

    private static string Term(DataDictionary dictionary, AggregateQuery query, AggregateTerm term, IReadOnlySet<int> plain)
    {
        if (term.Function == AggregateFunction.Count)
        {
            return "count(*)";
        }

        var column = RowFilter.Column(dictionary, term.Column);
        var definition = dictionary.Columns[term.Column];
        if (!AggregateTerm.Fits(term.Function, definition.Type))
        {
            throw new ArgumentException($"Column '{definition.Name}' is of type {definition.Type}, which has no {term.Function}.", nameof(term));
        }

        return term.Function switch
        {
            AggregateFunction.Key when !query.GroupBy.Contains(term.Column) =>
                throw new ArgumentException($"Column '{definition.Name}' is not among those grouped by.", nameof(term)),
            AggregateFunction.Key => column,
            AggregateFunction.CountDistinct => $"count(DISTINCT {column})",
            _ when ThaiOrder.IsOf(dictionary, term.Column, plain) => $"({Value(term.Function, RowFilter.Thai(column), definition.Type)} COLLATE BINARY)",
            _ when term.TypeIn(dictionary) == ColumnType.Decimal => $"({Value(term.Function, column, definition.Type)} COLLATE {DecimalText.Collation})",
            _ => Value(term.Function, column, definition.Type),
        };
    }

    private static string Value(AggregateFunction function, string column, ColumnType type)
    {
        var exact = type != ColumnType.Number;
        return function switch
        {
            AggregateFunction.Sum => exact ? Sum(column, type) : $"sum({column})",
            AggregateFunction.Avg => exact ? $"{DecimalFunctions.Average}({Sum(column, type)}, count({column}))" : $"avg({column})",
            AggregateFunction.Min => $"min({column})",
            AggregateFunction.Max => $"max({column})",
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "A function the store does not know."),
        };
    }

    /// <summary>The exact sum as decimal text. Whole numbers go in two halves, neither of which can become too large for SQLite's own sum.</summary>
    private static string Sum(string column, ColumnType type) => type == ColumnType.Decimal
        ? $"{DecimalFunctions.Sum}({column})"
        : $"{DecimalFunctions.OfHalves}(sum({column} >> 32), sum({column} & 4294967295))";
}
