using System.Globalization;
using OpenData.Schemas;
using OpenData.Store.Sqlite;

namespace OpenData.Store.Postgres;

/// <summary>Translates a <see cref="RowQuery"/> to one statement over a unit's table.</summary>
internal static class PostgresRowSql
{
    /// <summary>The rows asked for: the row's number first, then the columns, then the odd digits where there are some.</summary>
    /// <exception cref="ArgumentException">The query names a column or compares with a value that the dictionary does not have.</exception>
    public static PostgresStatement Select(string unit, DataDictionary dictionary, RowQuery query, UnitFacts facts)
    {
        if (query.Select.Count > StoreLimits.PostgresColumns)
        {
            throw new ArgumentException($"A query can select {StoreLimits.PostgresColumns:N0} columns at most, not {query.Select.Count:N0}.", nameof(query));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(query.Offset);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit ?? 0);
        var parameters = new PostgresParameters();
        List<string> conditions = [];
        if (query.Where is not null)
        {
            conditions.Add($"({PostgresFilter.Sql(dictionary, query.Where, parameters, facts.Plain)})");
        }

        if (query.After is not null)
        {
            conditions.Add($"({new PostgresOrder(dictionary, query.Order, backward: false, facts).Beyond(query.After, parameters)})");
        }

        if (query.Before is not null)
        {
            conditions.Add($"({new PostgresOrder(dictionary, query.Order, backward: true, facts).Beyond(query.Before, parameters)})");
        }

        var order = new PostgresOrder(dictionary, query.Order, query.Backward, facts);
        var columns = string.Concat(query.Select.Select(c => ", " + PostgresColumn.Sent(TypeOf(dictionary, c), RowFilter.Column(dictionary, c))));
        var odd = SelectsOdd(dictionary, query, facts) ? $", {PostgresColumn.Odd}" : "";
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        var sql = $"SELECT {PostgresColumn.Number}{columns}{odd} FROM {PostgresUnitSchema.TableOf(unit)} AS {PostgresOrder.Table}{where} ORDER BY {order.Sql}{Page(query, parameters)}";
        return new PostgresStatement(sql, parameters.Values);
    }

    /// <summary>True where a selected cell may have digits that its type does not keep.</summary>
    public static bool SelectsOdd(DataDictionary dictionary, RowQuery query, UnitFacts facts) =>
        facts.HasOdd && query.Select.Any(c => TypeOf(dictionary, c) == ColumnType.Decimal);

    /// <summary>The number of rows for which a condition holds.</summary>
    public static PostgresStatement Count(string unit, DataDictionary dictionary, Filter where, UnitFacts facts)
    {
        var parameters = new PostgresParameters();
        return new PostgresStatement($"SELECT count(*) FROM {PostgresUnitSchema.TableOf(unit)} WHERE {PostgresFilter.Sql(dictionary, where, parameters, facts.Plain)}", parameters.Values);
    }

    private static ColumnType TypeOf(DataDictionary dictionary, int column) => (uint)column < (uint)dictionary.Columns.Count ? dictionary.Columns[column].Type : ColumnType.Text;

    private static string Page(RowQuery query, PostgresParameters parameters)
    {
        // The limit is part of the text: a plan made for any number of rows would be made for many, and there are few different ones.
        var limit = query.Limit is { } most ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {most}") : "";
        return query.Offset == 0 ? limit : $"{limit} OFFSET {parameters.Add(query.Offset)}";
    }
}
