using OpenData.Schemas;

namespace OpenData.Store.Sqlite;

/// <summary>Translates a <see cref="RowQuery"/> to one statement over a unit's table <c>rows</c>.</summary>
internal static class RowSql
{
    /// <summary>The rows asked for: the row's number first, then the columns.</summary>
    /// <param name="dictionary">The release's dictionary.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="facts">What is known of the unit.</param>
    /// <exception cref="ArgumentException">The query names a column or compares with a value that the dictionary does not have.</exception>
    public static SqlStatement Select(DataDictionary dictionary, RowQuery query, UnitFacts facts)
    {
        if (query.Select.Count > StoreLimits.Columns)
        {
            throw new ArgumentException($"A query can select {StoreLimits.Columns:N0} columns at most (SQLite's limit), not {query.Select.Count:N0}.", nameof(query));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(query.Offset);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit ?? 0);
        var parameters = new SqlParameters();
        var order = RowOrder.Of(dictionary, query.Order, query.Backward, facts);
        List<string> conditions = [];
        if (query.Where is not null)
        {
            conditions.Add($"({RowFilter.Sql(dictionary, query.Where, parameters, facts.Plain)})");
        }

        if (query.After is not null)
        {
            conditions.Add($"({RowOrder.Of(dictionary, query.Order, backward: false, facts).Beyond(dictionary, query.After, parameters)})");
        }

        if (query.Before is not null)
        {
            conditions.Add($"({RowOrder.Of(dictionary, query.Order, backward: true, facts).Beyond(dictionary, query.Before, parameters)})");
        }

        var columns = string.Concat(query.Select.Select(c => ", " + RowFilter.Column(dictionary, c)));
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        var found = $"FROM rows{where} ORDER BY {order.Sql}{Page(query, parameters)}";
        var sql = IsTopOfSort(dictionary, query, facts)
            ? $"SELECT rowid{columns} FROM rows WHERE rowid IN (SELECT rowid {found}) ORDER BY {order.Sql}"
            : $"SELECT rowid{columns} {found}";
        return new SqlStatement(sql, parameters.Values);
    }

    /// <summary>The number of rows for which a condition holds.</summary>
    public static SqlStatement Count(DataDictionary dictionary, Filter where, UnitFacts facts)
    {
        var parameters = new SqlParameters();
        return new SqlStatement($"SELECT count(*) FROM rows WHERE {RowFilter.Sql(dictionary, where, parameters, facts.Plain)}", parameters.Values);
    }

    /// <summary>
    /// True for a page out of a sort over all rows. It is sorted by number first and read afterwards: SQLite's sorter would carry
    /// every selected cell of every row that is, at its moment, among the first.
    /// </summary>
    private static bool IsTopOfSort(DataDictionary dictionary, RowQuery query, UnitFacts facts) =>
        query.Limit <= StoreLimits.SortedPage && query.Order.Count > 0
        && ((!query.Order[0].ByBytes && ThaiOrder.IsOf(dictionary, query.Order[0].Column, facts.Plain)) || !UnitSchema.IsOrdered(dictionary, query.Order[0].Column));

    private static string Page(RowQuery query, SqlParameters parameters)
    {
        if (query.Limit is null && query.Offset == 0)
        {
            return "";
        }

        // SQLite has no offset without a limit; -1 is none.
        var limit = parameters.Add(RowValue.Of(query.Limit ?? -1));
        return query.Offset == 0 ? $" LIMIT {limit}" : $" LIMIT {limit} OFFSET {parameters.Add(RowValue.Of(query.Offset))}";
    }
}
