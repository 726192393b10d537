using System.Globalization;
using System.Text;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Store;

/// <summary>What a query means, written for the eye: rows in a list, one after another.</summary>
public sealed class SlowQuery(DataDictionary dictionary, IReadOnlyList<RowValue[]> rows)
{
    /// <summary>The numbers of the rows asked for, in order.</summary>
    public long[] Run(RowQuery query)
    {
        var numbers = Enumerable.Range(1, rows.Count).Select(n => (long)n).Where(n => Holds(query.Where, rows[(int)n - 1])).ToList();
        numbers.Sort((a, b) => Order(query.Order, Key(query, a), a, Key(query, b), b));
        IEnumerable<long> page = numbers;
        if (query.After is { } after)
        {
            page = page.Where(n => Order(query.Order, Key(query, n), n, [.. after.Values], after.Row) > 0);
        }

        if (query.Before is { } before)
        {
            page = page.Where(n => Order(query.Order, Key(query, n), n, [.. before.Values], before.Row) < 0);
        }

        page = (query.Backward ? page.Reverse() : page).Skip((int)query.Offset);
        return [.. query.Limit is { } limit ? page.Take((int)limit) : page];
    }

    public RowValue[] Key(RowQuery query, long row) => [.. query.Order.Select(s => rows[(int)row - 1][s.Column])];

    private int Order(IReadOnlyList<Sort> order, RowValue[] left, long leftRow, RowValue[] right, long rightRow)
    {
        for (var i = 0; i < order.Count; i++)
        {
            var compared = (left[i].Kind, right[i].Kind) switch
            {
                (RowValueKind.Null, RowValueKind.Null) => 0,
                (RowValueKind.Null, _) => -1,
                (_, RowValueKind.Null) => 1,
                _ => Compare(order[i].Column, left[i], right[i]),
            };
            if (compared != 0)
            {
                return order[i].Descending ? -compared : compared;
            }
        }

        return leftRow.CompareTo(rightRow);
    }

    public bool Holds(Filter? filter, RowValue[] row) => filter switch
    {
        null => true,
        Filter.And and => and.Parts.All(p => Holds(p, row)),
        Filter.Or or => or.Parts.Any(p => Holds(p, row)),
        Filter.Not not => !Holds(not.Part, row),
        Filter.Compare compare => Holds(compare, row[compare.Column]),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private bool Holds(Filter.Compare compare, RowValue cell)
    {
        if (compare.Operator == FilterOperator.IsNull)
        {
            return (cell.Kind == RowValueKind.Null) == (compare.Values[0].Integer == 1);
        }

        if (cell.Kind == RowValueKind.Null)
        {
            return compare.Operator is FilterOperator.Neq or FilterOperator.Nin;
        }

        int To(RowValue value) => Compare(compare.Column, cell, value);
        return compare.Operator switch
        {
            FilterOperator.Eq => To(compare.Values[0]) == 0,
            FilterOperator.Neq => To(compare.Values[0]) != 0,
            FilterOperator.Gt => To(compare.Values[0]) > 0,
            FilterOperator.Gte => To(compare.Values[0]) >= 0,
            FilterOperator.Lt => To(compare.Values[0]) < 0,
            FilterOperator.Lte => To(compare.Values[0]) <= 0,
            FilterOperator.In => compare.Values.Any(v => To(v) == 0),
            FilterOperator.Nin => compare.Values.All(v => To(v) != 0),
            FilterOperator.Contains => Fold(cell).Contains(Fold(compare.Values[0]), StringComparison.Ordinal),
            FilterOperator.StartsWith => Fold(cell).StartsWith(Fold(compare.Values[0]), StringComparison.Ordinal),
            FilterOperator.EndsWith => Fold(cell).EndsWith(Fold(compare.Values[0]), StringComparison.Ordinal),
            _ => throw new ArgumentOutOfRangeException(nameof(compare)),
        };
    }

    public int Compare(int column, RowValue left, RowValue right) => (dictionary.Columns[column].Type, left.Kind) switch
    {
        (ColumnType.Decimal, _) => decimal.Parse(left.Text, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(right.Text, CultureInfo.InvariantCulture)),
        (_, RowValueKind.Integer) => left.Integer.CompareTo(right.Integer),
        (_, RowValueKind.Float) => left.Float.CompareTo(right.Kind == RowValueKind.Integer ? right.Integer : right.Float),
        _ => Encoding.UTF8.GetBytes(left.Text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right.Text)),
    };

    private static string Fold(RowValue text) => string.Concat(text.Text.Select(c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c));
}
