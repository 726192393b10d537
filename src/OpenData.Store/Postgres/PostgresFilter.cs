using OpenData.Schemas;
using OpenData.Store.Sqlite;

namespace OpenData.Store.Postgres;

/// <summary>Translates a <see cref="Filter"/> to a condition of PostgreSQL with bound parameters.</summary>
internal static class PostgresFilter
{
    /// <param name="dictionary">The columns.</param>
    /// <param name="filter">The condition.</param>
    /// <param name="parameters">Where its values go.</param>
    /// <param name="plain">The positions of the columns whose texts are all plain.</param>
    public static string Sql(DataDictionary dictionary, Filter filter, PostgresParameters parameters, IReadOnlySet<int> plain) => Sql(dictionary, filter, parameters, plain, depth: 1);

    /// <summary>A text in the order of the language.</summary>
    public static string Thai(string expression) => $"{expression} COLLATE {PostgresServer.RowsSchema}.{ThaiOrder.Collation}";

    /// <summary>A column and a value, as the two sides of a comparison.</summary>
    public static (string Column, string Value) Sides(DataDictionary dictionary, int column, RowValue value, PostgresParameters parameters)
    {
        var name = RowFilter.Column(dictionary, column);
        var type = dictionary.Columns[column].Type;
        return (PostgresParameters.Fits(type, value), type) switch
        {
            (true, _) => (name, parameters.Add(type, value)),

            // What is no day stands between days as texts do.
            (false, ColumnType.Date) => (TextOf(type, name), parameters.Add(value.Text)),
            _ => ($"{name}::int::bigint", parameters.Add(value.Integer)),
        };
    }

    private static string Sql(DataDictionary dictionary, Filter filter, PostgresParameters parameters, IReadOnlySet<int> plain, int depth)
    {
        if (depth > StoreLimits.FilterDepth)
        {
            throw new ArgumentException($"A filter can be {StoreLimits.FilterDepth} levels deep at most.", nameof(filter));
        }

        return filter switch
        {
            Filter.And and => Join(dictionary, RowFilter.Flat(and), " AND ", "TRUE", parameters, plain, depth),
            Filter.Or or => Join(dictionary, RowFilter.Flat(or), " OR ", "FALSE", parameters, plain, depth),
            Filter.Not not => $"({Sql(dictionary, not.Part, parameters, plain, depth + 1)}) IS NOT TRUE",
            Filter.Compare compare => Compare(dictionary, compare, parameters, plain),
            Filter.RowNumber numbers => Number(numbers, parameters),
            Filter.Search search => PostgresFound.Search(dictionary, search, parameters),
            Filter.Box box => PostgresFound.Box(dictionary, box, parameters),
            Filter.Near near => PostgresFound.Near(dictionary, near, parameters),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    private static string Join(DataDictionary dictionary, List<Filter> parts, string with, string none, PostgresParameters parameters, IReadOnlySet<int> plain, int depth) =>
        parts.Count == 0 ? none : string.Join(with, parts.Select(p => $"({Sql(dictionary, p, parameters, plain, parts.Count == 1 ? depth : depth + 1)})"));

    private static string Compare(DataDictionary dictionary, Filter.Compare compare, PostgresParameters parameters, IReadOnlySet<int> plain)
    {
        var column = RowFilter.Column(dictionary, compare.Column);
        if (compare.Operator == FilterOperator.IsNull)
        {
            return RowFilter.Single(compare).Integer != 0 ? $"{column} IS NULL" : $"{column} IS NOT NULL";
        }

        foreach (var value in compare.Values)
        {
            RowFilter.Require(dictionary, compare.Column, value);
        }

        return compare.Operator switch
        {
            FilterOperator.Eq => With("="),
            FilterOperator.Neq => With("IS DISTINCT FROM"),
            FilterOperator.Gt or FilterOperator.Gte or FilterOperator.Lt or FilterOperator.Lte => With(RowFilter.Sign(compare.Operator), ordered: true),
            FilterOperator.In => compare.Values.Count == 0 ? "FALSE" : In(dictionary, compare, parameters),
            FilterOperator.Nin => compare.Values.Count == 0 ? "TRUE" : $"{column} IS NULL OR NOT ({In(dictionary, compare, parameters)})",
            FilterOperator.Contains or FilterOperator.StartsWith or FilterOperator.EndsWith =>
                Match(TextOf(dictionary.Columns[compare.Column].Type, column), compare.Operator, RowFilter.Single(compare), parameters),
            _ => throw new ArgumentOutOfRangeException(nameof(compare), compare.Operator, "An operator the store does not know."),
        };

        string With(string how, bool ordered = false)
        {
            var value = RowFilter.Single(compare);
            var (left, right) = Sides(dictionary, compare.Column, value, parameters);
            return $"{(ordered && ThaiOrder.IsOf(dictionary, compare.Column, plain, value) ? Thai(left) : left)} {how} {right}";
        }
    }

    private static string Number(Filter.RowNumber numbers, PostgresParameters parameters) => numbers switch
    {
        { Operator: FilterOperator.In } => $"{PostgresColumn.Number} = ANY({parameters.AddAll(ColumnType.Integer, [.. numbers.Numbers.Select(RowValue.Of)])})",
        { Numbers: [var number] } => $"{PostgresColumn.Number} {RowFilter.Sign(numbers.Operator)} {parameters.Add(number)}",
        _ => throw new ArgumentException($"{numbers.Operator} takes one number, not {numbers.Numbers.Count}.", nameof(numbers)),
    };

    private static string In(DataDictionary dictionary, Filter.Compare compare, PostgresParameters parameters)
    {
        // A text that is no day equals no day.
        var type = dictionary.Columns[compare.Column].Type;
        var values = compare.Values.Where(v => PostgresParameters.Fits(type, v)).ToList();
        return $"{RowFilter.Column(dictionary, compare.Column)} = ANY({parameters.AddAll(type, values)})";
    }

    private static string TextOf(ColumnType type, string column) => type == ColumnType.Date ? $"(to_char({column}, 'YYYY-MM-DD') COLLATE \"C\")" : column;

    /// <summary>Part of a text, ASCII letters without case: <c>lower</c> in the order of code points changes no others. LIKE is what an index over trigrams can answer.</summary>
    private static string Match(string column, FilterOperator how, RowValue value, PostgresParameters parameters)
    {
        if (value.Kind != RowValueKind.Text)
        {
            throw new ArgumentException($"{how} compares texts, not {value}.", nameof(value));
        }

        if (value.Text.Length == 0)
        {
            return $"{column} IS NOT NULL";
        }

        var part = RowFilter.LowerAscii(value.Text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        var pattern = how switch
        {
            FilterOperator.Contains => $"%{part}%",
            FilterOperator.StartsWith => $"{part}%",
            _ => $"%{part}",
        };
        return $"lower({column}) LIKE {parameters.Add(pattern)}";
    }
}
