using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Schemas;

namespace OpenData.Store.Sqlite;

/// <summary>Translates a <see cref="Filter"/> to a condition of SQL with bound parameters.</summary>
internal static class RowFilter
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="dictionary">The columns.</param>
    /// <param name="filter">The condition.</param>
    /// <param name="parameters">Where its values go.</param>
    /// <param name="plain">The positions of the columns whose texts are all plain.</param>
    public static string Sql(DataDictionary dictionary, Filter filter, SqlParameters parameters, IReadOnlySet<int> plain) => Sql(dictionary, filter, parameters, plain, depth: 1);

    /// <summary>The physical name of a column of the dictionary.</summary>
    public static string Column(DataDictionary dictionary, int column) =>
        column >= 0 && column < dictionary.Columns.Count
            ? Identifier.Column(column)
            : throw new ArgumentException($"The release has no column {column}, only 0 to {dictionary.Columns.Count - 1}.", nameof(column));

    /// <summary>Sees to it that a value can be compared with a column: a whole number will do for a float.</summary>
    public static void Require(DataDictionary dictionary, int column, RowValue value)
    {
        var name = Column(dictionary, column);
        var definition = dictionary.Columns[column];
        var kind = ColumnStorage.KindOf(definition.Type);
        var fits = value.Kind == kind || (value.Kind == RowValueKind.Integer && kind == RowValueKind.Float);
        if (!fits || (value.Kind == RowValueKind.Float && double.IsNaN(value.Float)))
        {
            throw new ArgumentException($"Column '{definition.Name}' ({name}, {definition.Type}) is compared with a {kind} value, not with {value}.", nameof(value));
        }

        if (definition.Type == ColumnType.Decimal && !DecimalText.IsValid(Encoding.UTF8.GetBytes(value.Text)))
        {
            throw new ArgumentException($"Column '{definition.Name}' is compared with a decimal number, not with '{value.Text}'.", nameof(value));
        }
    }

    private static string Sql(DataDictionary dictionary, Filter filter, SqlParameters parameters, IReadOnlySet<int> plain, int depth)
    {
        if (depth > StoreLimits.FilterDepth)
        {
            throw new ArgumentException($"A filter can be {StoreLimits.FilterDepth} levels deep at most.", nameof(filter));
        }

        return filter switch
        {
            Filter.And and => Join(dictionary, Flat(and), " AND ", "1", parameters, plain, depth),
            Filter.Or or => Join(dictionary, Flat(or), " OR ", "0", parameters, plain, depth),
            Filter.Not not => $"({Sql(dictionary, not.Part, parameters, plain, depth + 1)}) IS NOT TRUE",
            Filter.Compare compare => Compare(dictionary, compare, parameters, plain),
            Filter.RowNumber numbers => Number(numbers, parameters),
            Filter.Search search => FoundSql.Search(dictionary, search, parameters),
            Filter.Box box => FoundSql.Box(dictionary, box, parameters),
            Filter.Near near => FoundSql.Near(dictionary, near, parameters),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    /// <summary>The parts of an <c>and</c>, those of <c>and</c>s directly inside it among them: they take no level of their own.</summary>
    internal static List<Filter> Flat(Filter filter)
    {
        List<Filter> flat = [];
        Stack<Filter> open = new([filter]);
        while (open.TryPop(out var next))
        {
            var parts = (filter, next) switch
            {
                (Filter.And, Filter.And and) => and.Parts,
                (Filter.Or, Filter.Or or) => or.Parts,
                (_, Filter.And { Parts: [_] only }) => only,
                (_, Filter.Or { Parts: [_] only }) => only,
                _ => null,
            };
            if (parts is null)
            {
                flat.Add(next);
            }
            else
            {
                for (var i = parts.Count - 1; i >= 0; i--)
                {
                    open.Push(parts[i]);
                }
            }
        }

        return flat;
    }

    private static string Join(DataDictionary dictionary, List<Filter> parts, string with, string none, SqlParameters parameters, IReadOnlySet<int> plain, int depth)
    {
        if (parts.Count == 0)
        {
            return none;
        }

        var sql = parts.ConvertAll(p => Sql(dictionary, p, parameters, plain, parts.Count == 1 ? depth : depth + 1));
        if (sql.Count <= 1)
        {
            return sql[0];
        }

        // A chain of n conditions is an expression n levels deep: long ones are cut into groups.
        var group = sql.Count <= StoreLimits.ChainLength ? sql.Count : (int)Math.Ceiling(Math.Sqrt(sql.Count));
        var groups = sql.Chunk(group).Select(g => string.Join(with, g.Select(s => $"({s})"))).ToList();
        return groups.Count == 1 ? groups[0] : string.Join(with, groups.Select(g => $"({g})"));
    }

    private static string Compare(DataDictionary dictionary, Filter.Compare compare, SqlParameters parameters, IReadOnlySet<int> plain)
    {
        var column = Column(dictionary, compare.Column);
        if (compare.Operator == FilterOperator.IsNull)
        {
            return Single(compare).Integer != 0 ? $"{column} IS NULL" : $"{column} IS NOT NULL";
        }

        foreach (var value in compare.Values)
        {
            Require(dictionary, compare.Column, value);
        }

        return compare.Operator switch
        {
            FilterOperator.Eq => $"{column} = {parameters.Add(Single(compare))}",
            FilterOperator.Neq => $"{column} IS NOT {parameters.Add(Single(compare))}",
            FilterOperator.Gt or FilterOperator.Gte or FilterOperator.Lt or FilterOperator.Lte =>
                $"{Ordered(dictionary, compare.Column, plain, Single(compare))} {Sign(compare.Operator)} {parameters.Add(Single(compare))}",
            FilterOperator.In => compare.Values.Count == 0 ? "0" : In(column, compare.Values, parameters),
            FilterOperator.Nin => compare.Values.Count == 0 ? "1" : $"{column} IS NULL OR NOT ({In(column, compare.Values, parameters)})",
            FilterOperator.Contains or FilterOperator.StartsWith or FilterOperator.EndsWith => Match(column, compare.Operator, Single(compare), parameters),
            _ => throw new ArgumentOutOfRangeException(nameof(compare), compare.Operator, "An operator the store does not know."),
        };
    }

    private static string Number(Filter.RowNumber numbers, SqlParameters parameters) => numbers switch
    {
        { Operator: FilterOperator.In, Numbers: [] } => "0",
        { Operator: FilterOperator.In } => In("rowid", [.. numbers.Numbers.Select(RowValue.Of)], parameters),
        { Numbers: [var number] } => $"rowid {Sign(numbers.Operator)} {parameters.Add(RowValue.Of(number))}",
        _ => throw new ArgumentException($"{numbers.Operator} takes one number, not {numbers.Numbers.Count}.", nameof(numbers)),
    };

    /// <summary>A column as it is compared with a value that stands before or behind its cells.</summary>
    internal static string Ordered(DataDictionary dictionary, int column, IReadOnlySet<int> plain, RowValue value) =>
        ThaiOrder.IsOf(dictionary, column, plain, value) ? Thai(Column(dictionary, column)) : Column(dictionary, column);

    /// <summary>A text in the order of the language.</summary>
    internal static string Thai(string expression) => $"{expression} COLLATE {ThaiOrder.Collation}";

    /// <summary>The sign of a comparison.</summary>
    internal static string Sign(FilterOperator how) => how switch
    {
        FilterOperator.Eq => "=",
        FilterOperator.Gt => ">",
        FilterOperator.Gte => ">=",
        FilterOperator.Lt => "<",
        FilterOperator.Lte => "<=",
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Nothing is compared so by a sign."),
    };

    internal static RowValue Single(Filter.Compare compare) =>
        compare.Values.Count == 1
            ? compare.Values[0]
            : throw new ArgumentException($"{compare.Operator} takes one value, not {compare.Values.Count}.", nameof(compare));

    /// <summary>
    /// "Is one of": short lists are bound one by one, long ones through JSON. Floats go as the integer of their 64 bits, because SQLite
    /// reads decimal digits back with an error in the last place; texts with NUL are bound, because SQLite's JSON ends at one.
    /// </summary>
    private static string In(string column, IReadOnlyList<RowValue> values, SqlParameters parameters)
    {
        if (values.Count <= StoreLimits.BoundValues)
        {
            return Bound(column, values, parameters);
        }

        var byJson = values.Where(v => v.Kind != RowValueKind.Text || !v.Text.Contains('\0')).ToList();
        var bound = values.Where(v => v.Kind == RowValueKind.Text && v.Text.Contains('\0')).ToList();
        var (json, value) = byJson.Exists(v => v.Kind == RowValueKind.Float)
            ? (JsonSerializer.Serialize(byJson.Select(v => BitConverter.DoubleToInt64Bits(v.Kind == RowValueKind.Float ? v.Float : v.Integer))), $"{UnitConnection.FloatOfBits}(value)")
            : byJson is [{ Kind: RowValueKind.Integer }, ..]
                ? (JsonSerializer.Serialize(byJson.Select(v => v.Integer)), "value")
                : (JsonSerializer.Serialize(byJson.Select(v => v.Text), Unescaped), "value");
        var listed = $"{column} IN (SELECT {value} FROM json_each({parameters.Add(RowValue.Of(json))}))";
        return bound.Count == 0 ? listed : $"{listed} OR {Bound(column, bound, parameters)}";
    }

    private static string Bound(string column, IReadOnlyList<RowValue> values, SqlParameters parameters) =>
        $"{column} IN ({string.Join(", ", values.Select(parameters.Add))})";

    /// <summary>
    /// Part of a text, ASCII letters without case. Not by LIKE, which ends at NUL and has characters of its own; substr counts
    /// characters up to a NUL as well, so the text is taken as bytes.
    /// </summary>
    private static string Match(string column, FilterOperator how, RowValue value, SqlParameters parameters)
    {
        if (value.Kind != RowValueKind.Text)
        {
            throw new ArgumentException($"{how} compares texts, not {value}.", nameof(value));
        }

        if (value.Text.Length == 0)
        {
            return $"{column} IS NOT NULL";
        }

        var folded = parameters.Add(RowValue.Of(LowerAscii(value.Text)));
        var bytes = (long)Encoding.UTF8.GetByteCount(value.Text);
        return how switch
        {

            // Without ASCII letters there is no case to fold: a Thai word is found in half the time.
            FilterOperator.Contains when !value.Text.Any(char.IsAsciiLetter) => $"instr({column}, {folded}) > 0",
            FilterOperator.Contains => $"instr(lower({column}), {folded}) > 0",
            FilterOperator.StartsWith => $"lower(substr(CAST({column} AS BLOB), 1, {parameters.Add(RowValue.Of(bytes))})) = {folded}",
            _ => $"lower(substr(CAST({column} AS BLOB), {parameters.Add(RowValue.Of(-bytes))})) = {folded}",
        };
    }

    internal static string LowerAscii(string text) => string.Create(text.Length, text, static (lower, text) =>
    {
        text.CopyTo(lower);
        foreach (ref var c in lower)
        {
            c = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }
    });
}
