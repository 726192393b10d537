using System.Globalization;
using System.Numerics;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Store;

/// <summary>What groups mean, written for the eye; sums by fractions of whole numbers, so that nothing is rounded.</summary>
public sealed class SlowAggregate(DataDictionary dictionary, IReadOnlyList<RowValue[]> rows)
{
    private readonly SlowQuery slow = new(dictionary, rows);

    /// <summary>The terms of each group, in order; decimals as the shortest text of their value.</summary>
    public List<object?[]> Run(AggregateQuery query)
    {
        List<List<RowValue[]>> groups = [];
        foreach (var row in rows.Where(r => slow.Holds(query.Where, r)))
        {
            var known = groups.Find(g => query.GroupBy.All(c => Compare(c, g[0][c], row[c]) == 0));
            if (known is null)
            {
                groups.Add(known = []);
            }

            known.Add(row);
        }

        if (query.GroupBy.Count == 0 && groups.Count == 0)
        {
            groups.Add([]);
        }

        var having = query.Having as Filter.Compare;
        var told = groups.Select(g => (Key: g, Terms: query.Terms.Select(t => Term(t, g)).ToArray()))
            .Where(g => having is null || (long)g.Terms[having.Column]! > having.Values[0].Integer).ToList();
        told.Sort((a, b) => Order(query, a, b));
        return [.. told.Skip((int)query.Offset).Take((int)(query.Limit ?? int.MaxValue)).Select(g => g.Terms)];
    }

    /// <summary>A value in one spelling.</summary>
    public static object? Plain(RowValue value, ColumnType type) => value.Kind switch
    {
        RowValueKind.Null => null,
        RowValueKind.Integer => value.Integer,
        RowValueKind.Float => value.Float,
        _ => type == ColumnType.Decimal ? Fraction(value.Text) : value.Text,
    };

    /// <summary>A decimal as a whole number of 10^-40.</summary>
    private static BigInteger Fraction(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : text.Length - point - 1;
        return BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * BigInteger.Pow(10, 40 - digits);
    }

    private object? Term(AggregateTerm term, List<RowValue[]> group)
    {
        if (term.Function == AggregateFunction.Count)
        {
            return (long)group.Count;
        }

        var type = dictionary.Columns[term.Column].Type;
        if (term.Function == AggregateFunction.Key)
        {
            return Plain(group[0][term.Column], type);
        }

        var values = group.Select(r => r[term.Column]).Where(v => v.Kind != RowValueKind.Null).ToList();
        var plain = values.Select(v => Plain(v, type)!).ToList();
        return term.Function switch
        {
            AggregateFunction.CountDistinct => (long)plain.Distinct().Count(),
            _ when values.Count == 0 => null,
            AggregateFunction.Min => Plain(values.Aggregate((a, b) => Compare(term.Column, b, a) < 0 ? b : a), type),
            AggregateFunction.Max => Plain(values.Aggregate((a, b) => Compare(term.Column, b, a) > 0 ? b : a), type),
            AggregateFunction.Sum when type == ColumnType.Number => plain.Sum(v => (double)v),
            AggregateFunction.Avg when type == ColumnType.Number => plain.Sum(v => (double)v) / plain.Count,
            AggregateFunction.Sum => Sum(plain),
            _ => Average(Sum(plain), plain.Count, values.Max(v => v.Kind == RowValueKind.Integer ? 0 : Digits(v.Text))),
        };
    }

    private static BigInteger Sum(List<object> values) =>
        values.Aggregate(BigInteger.Zero, (sum, v) => sum + (v is long whole ? whole * BigInteger.Pow(10, 40) : (BigInteger)v));

    private static BigInteger Average(BigInteger sum, int count, int digits)
    {
        var last = BigInteger.Pow(10, 40 - digits - AggregateQuery.AverageDigits);
        var (units, rest) = BigInteger.DivRem(BigInteger.Abs(sum), last * count);
        return (units + (rest * 2 >= last * count ? 1 : 0)) * last * sum.Sign;
    }

    private static int Digits(string text) => text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? text.Length - point - 1 : 0;

    private int Order(AggregateQuery query, (List<RowValue[]> Rows, object?[] Terms) left, (List<RowValue[]> Rows, object?[] Terms) right)
    {
        foreach (var step in query.Order)
        {
            var order = Compare(left.Terms[step.Column], right.Terms[step.Column], query.Terms[step.Column].TypeIn(dictionary) == ColumnType.Text);
            if (order != 0)
            {
                return step.Descending ? -order : order;
            }
        }

        return query.GroupBy.Select(c => Compare(c, left.Rows[0][c], right.Rows[0][c])).FirstOrDefault(o => o != 0);
    }

    private static int Compare(object? left, object? right, bool isText) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => isText ? SlowQuery.CompareTexts(a, b) : SlowQuery.CompareBytes(a, b),
        _ => ((IComparable)left).CompareTo(right),
    };

    private int Compare(int column, RowValue left, RowValue right) => (left.Kind, right.Kind) switch
    {
        (RowValueKind.Null, RowValueKind.Null) => 0,
        (RowValueKind.Null, _) => -1,
        (_, RowValueKind.Null) => 1,
        _ => slow.Compare(column, left, right),
    };
}
