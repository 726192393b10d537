using OpenData.GraphQL;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>Reads a filter input as a condition on rows, or on groups.</summary>
/// <param name="table">The columns by name.</param>
internal sealed class FilterReader(ResourceTable table)
{
    private static readonly Dictionary<string, (FilterOperator Operator, bool Negated)> Operators = new(StringComparer.Ordinal)
    {
        ["eq"] = (FilterOperator.Eq, false),
        ["neq"] = (FilterOperator.Neq, false),
        ["in"] = (FilterOperator.In, false),
        ["nin"] = (FilterOperator.Nin, false),
        ["gt"] = (FilterOperator.Gt, false),
        ["ngt"] = (FilterOperator.Gt, true),
        ["gte"] = (FilterOperator.Gte, false),
        ["ngte"] = (FilterOperator.Gte, true),
        ["lt"] = (FilterOperator.Lt, false),
        ["nlt"] = (FilterOperator.Lt, true),
        ["lte"] = (FilterOperator.Lte, false),
        ["nlte"] = (FilterOperator.Lte, true),
        ["contains"] = (FilterOperator.Contains, false),
        ["ncontains"] = (FilterOperator.Contains, true),
        ["startsWith"] = (FilterOperator.StartsWith, false),
        ["nstartsWith"] = (FilterOperator.StartsWith, true),
        ["endsWith"] = (FilterOperator.EndsWith, false),
        ["nendsWith"] = (FilterOperator.EndsWith, true),
    };

    private int values;

    /// <summary>The condition of an input by column; <paramref name="position"/> tells where the query has that column.</summary>
    /// <exception cref="GraphQLException">It is too deep or too long, or compares with null where nothing can.</exception>
    public Filter Columns(object? given, string at, Func<int, int> position, int depth = 1) => Object(given, at, depth, (name, value, path, level) =>
        name is "and" or "or"
            ? Several(name, value, path, level, (item, itemPath, itemLevel) => Columns(item, itemPath, position, itemLevel))
            : Column(table.Column(name)!, value, path, level, position));

    /// <summary>The condition of an operation filter on one value.</summary>
    public Filter Operations(object? given, string at, int depth, int column) => Object(given, at, depth, (name, value, path, level) =>
        name is "and" or "or"
            ? Several(name, value, path, level, (item, itemPath, itemLevel) => Operations(item, itemPath, itemLevel, column))
            : Operation(name, value, path, column));

    /// <summary>All members of an input, joined by "and".</summary>
    public static Filter Object(object? given, string at, int depth, Func<string, object?, string, int, Filter> member)
    {
        if (depth > ResourceLimits.FilterDepth)
        {
            throw new GraphQLException($"{at}: conditions are nested {depth} levels deep, the most is {ResourceLimits.FilterDepth}; write them side by side.");
        }

        if (given is not IReadOnlyDictionary<string, object?> members)
        {
            throw new GraphQLException($"{at} is null, which is no condition; leave it out, or write {{ eq: null }} to find empty values.");
        }

        Filter[] parts = [.. members.Select(m => member(m.Key, m.Value, $"{at}.{m.Key}", depth + 1))];
        return parts is [var only] ? only : new Filter.And(parts);
    }

    /// <summary>The items of <c>and</c> or <c>or</c>.</summary>
    public static Filter Several(string name, object? given, string at, int depth, Func<object?, string, int, Filter> item)
    {
        if (given is not IReadOnlyList<object?> items)
        {
            throw new GraphQLException($"{at} is null; give a list of conditions, or leave it out.");
        }

        Filter[] parts = [.. items.Select((i, n) => item(i, $"{at}[{n}]", depth + 1))];
        return name == "and" ? new Filter.And(parts) : new Filter.Or(parts);
    }

    private Filter Column(ColumnField column, object? given, string at, int depth, Func<int, int> position) => Operations(given, at, depth, position(column.Index));

    private Filter Operation(string name, object? given, string at, int column)
    {
        var (how, negated) = Operators[name];
        if (how is FilterOperator.In or FilterOperator.Nin)
        {
            return Listed(how, given, at, column);
        }

        if (given is null)
        {
            return how is FilterOperator.Eq or FilterOperator.Neq
                ? IsNull(column, how == FilterOperator.Eq)
                : throw new GraphQLException($"{at} is null, and nothing is {name} null; use eq or neq to ask for empty values, or leave {name} out.");
        }

        Filter compare = new Filter.Compare(column, how, [Value(given, at)]);
        return negated ? new Filter.Not(compare) : compare;
    }

    /// <summary>An empty value is one of a list that has null in it.</summary>
    private Filter Listed(FilterOperator how, object? given, string at, int column)
    {
        if (given is not IReadOnlyList<object?> items)
        {
            throw new GraphQLException($"{at} is null; give a list, or leave it out.");
        }

        RowValue[] listed = [.. items.Where(i => i is not null).Select(i => Value(i!, at))];
        Filter compare = new Filter.Compare(column, how, listed);
        return listed.Length == items.Count ? compare
            : how == FilterOperator.In ? new Filter.Or([compare, IsNull(column, true)])
            : new Filter.And([compare, IsNull(column, false)]);
    }

    private RowValue Value(object given, string at)
    {
        if (++values > ResourceLimits.FilterValues)
        {
            throw new GraphQLException($"{at}: the conditions compare with more than {ResourceLimits.FilterValues} values; ask in several requests.");
        }

        return Cells.Of(given);
    }

    private static Filter.Compare IsNull(int column, bool isNull) => new(column, FilterOperator.IsNull, [RowValue.Of(isNull)]);
}

/// <summary>Values that scalars have read, as the store keeps them.</summary>
internal static class Cells
{
    public static RowValue Of(object given) => given switch
    {
        string text => RowValue.Of(text),
        long whole => RowValue.Of(whole),
        int whole => RowValue.Of((long)whole),
        double number => RowValue.Of(number),
        bool flag => RowValue.Of(flag),
        _ => throw new ArgumentOutOfRangeException(nameof(given), given.GetType().Name, "A value no scalar of ours reads."),
    };

    /// <summary>The value as another column keeps it, by its text; null where it cannot be one of that type.</summary>
    public static RowValue? As(RowValue value, ColumnType type)
    {
        var text = value.Kind switch
        {
            RowValueKind.Integer => value.Integer.ToString(System.Globalization.CultureInfo.InvariantCulture),
            RowValueKind.Float => value.Float.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            RowValueKind.Text => value.Text,
            _ => null,
        };
        return text is null ? null : Rest.RowQueries.ValueText.Read(text, type);
    }
}
