using System.Globalization;
using OpenData.Schemas;
using OpenData.Store.Sqlite;

namespace OpenData.Store.Postgres;

/// <summary>Translates an <see cref="AggregateQuery"/> to one statement over a unit's table.</summary>
internal static class PostgresAggregateSql
{
    /// <summary>The sum of floats from which on they are added another way: PostgreSQL refuses a sum that has become too large, where floats become infinite.</summary>
    private const string Huge = "1e200";

    /// <summary>The groups asked for: a 0 where rows have their number, then the terms.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="dictionary">The release's dictionary.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="plain">The positions of the columns whose texts are all plain.</param>
    /// <param name="mayOverflow">True where sums of floats may become infinite.</param>
    /// <exception cref="ArgumentException">The query names a column, or a function of one, that the dictionary does not have.</exception>
    public static PostgresStatement Select(string unit, DataDictionary dictionary, AggregateQuery query, IReadOnlySet<int> plain, bool mayOverflow)
    {
        if (query.Terms.Count + query.GroupBy.Count > StoreLimits.PostgresColumns)
        {
            throw new ArgumentException($"A query can have {StoreLimits.PostgresColumns:N0} terms at most, not {query.Terms.Count:N0}.", nameof(query));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit ?? 0);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Offset);
        var parameters = new PostgresParameters();
        var groups = Groups(unit, dictionary, query, parameters, plain, mayOverflow);
        var table = AggregateQuery.Table(dictionary, query.Terms);
        var plainTerms = ThaiOrder.PlainTerms(query.Terms, plain);
        var having = query.Having is null ? "" : $" WHERE {PostgresFilter.Sql(table, query.Having, parameters, plainTerms)}";
        var limit = (query.Limit is { } most ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {most}") : "")
            + (query.Offset > 0 ? string.Create(CultureInfo.InvariantCulture, $" OFFSET {query.Offset}") : "");
        var terms = string.Concat(query.Terms.Select((t, i) => ", " + PostgresColumn.Sent(t.TypeIn(dictionary), Identifier.Column(i))));
        return new PostgresStatement($"SELECT 0::bigint{terms} FROM ({groups}) AS {PostgresOrder.Table}{having}{Order(dictionary, table, query, plain, plainTerms)}{limit}", parameters.Values);
    }

    private static string Groups(string unit, DataDictionary dictionary, AggregateQuery query, PostgresParameters parameters, IReadOnlySet<int> plain, bool mayOverflow)
    {
        var keys = query.GroupBy.Select(c => RowFilter.Column(dictionary, c)).ToList();
        var terms = query.Terms.Select((t, i) => $"{Term(dictionary, query, t, plain, mayOverflow)} AS {Identifier.Column(i)}").Concat(keys.Select((k, i) => $"{k} AS k{i}"));
        var where = query.Where is null ? "" : $" WHERE {PostgresFilter.Sql(dictionary, query.Where, parameters, plain)}";
        var groupBy = keys.Count == 0 ? "" : $" GROUP BY {string.Join(", ", keys.Select(k => $"{PostgresOrder.Table}.{k}"))}";
        return $"SELECT {string.Join(", ", terms)} FROM {PostgresUnitSchema.TableOf(unit)} AS {PostgresOrder.Table}{where}{groupBy}";
    }

    private static string Order(DataDictionary dictionary, DataDictionary table, AggregateQuery query, IReadOnlySet<int> plain, IReadOnlySet<int> plainTerms)
    {
        var steps = query.Order.Select(s => PostgresOrder.Term($"{PostgresOrder.Table}.{RowFilter.Column(table, s.Column)}", s.Descending, !s.ByBytes && ThaiOrder.IsOf(table, s.Column, plainTerms)))
            .Concat(query.GroupBy.Select((c, i) => PostgresOrder.Term($"k{i}", descending: false, ThaiOrder.IsOf(dictionary, c, plain)))).ToList();
        return steps.Count switch
        {
            0 => "",
            <= StoreLimits.OrderSteps => $" ORDER BY {string.Join(", ", steps)}",
            _ => throw new ArgumentException($"A query can order by {StoreLimits.OrderSteps} columns at most, those grouped by among them, not {steps.Count}.", nameof(query)),
        };
    }

    private static string Term(DataDictionary dictionary, AggregateQuery query, AggregateTerm term, IReadOnlySet<int> plain, bool mayOverflow)
    {
        if (term.Function == AggregateFunction.Count)
        {
            return "count(*)";
        }

        var column = PostgresOrder.Table + "." + RowFilter.Column(dictionary, term.Column);
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
            AggregateFunction.Min or AggregateFunction.Max when ThaiOrder.IsOf(dictionary, term.Column, plain) =>
                $"({(term.Function == AggregateFunction.Min ? "min" : "max")}({PostgresFilter.Thai(column)}) COLLATE \"C\")",
            AggregateFunction.Min => definition.Type == ColumnType.Boolean ? $"bool_and({column})" : $"min({column})",
            AggregateFunction.Max => definition.Type == ColumnType.Boolean ? $"bool_or({column})" : $"max({column})",
            AggregateFunction.Sum => definition.Type == ColumnType.Number ? FloatSum(column, mayOverflow) : $"sum({column})",
            _ => definition.Type == ColumnType.Number ? $"({FloatSum(column, mayOverflow)} / count({column}))" : $"{PostgresServer.RowsSchema}.average(sum({column}), count({column}))",
        };
    }

    /// <summary>
    /// A sum of floats. Where it may become infinite, small and huge ones are added apart, the huge ones as hundredths of hundredths of them:
    /// neither sum can be refused, and what is too large in the end is infinite.
    /// </summary>
    private static string FloatSum(string column, bool mayOverflow)
    {
        if (!mayOverflow)
        {
            return $"sum({column})";
        }

        var small = $"coalesce(sum(CASE WHEN abs({column}) < {Huge} THEN {column} END), 0)";
        var huge = $"(coalesce(sum(CASE WHEN abs({column}) >= {Huge} THEN {column} / 1e50 END), 0) + {small} / 1e50)";
        return
            $"""
            CASE WHEN count({column}) = 0 THEN NULL
            WHEN coalesce(max(abs({column})), 0) < {Huge} THEN {small}
            WHEN abs({huge}) > 1.7976931348623157e258 THEN sign({huge}) * 'Infinity'::double precision
            ELSE {huge} * 1e50 END
            """;
    }
}
