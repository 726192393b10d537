using System.Globalization;
using System.Text;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Store;

/// <summary>What a query means, written for the eye: rows in a list, one after another.</summary>
public sealed class SlowQuery(DataDictionary dictionary, IReadOnlyList<RowValue[]> rows)
{
    private static readonly CompareInfo Thai = CultureInfo.GetCultureInfo("th").CompareInfo;

    /// <summary>The number of each row: arrays are told apart by what they are, not by what they hold.</summary>
    private readonly Dictionary<RowValue[], long> places = rows.Select((row, i) => (Row: row, Number: i + 1L)).ToDictionary(r => r.Row, r => r.Number);

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
                _ when order[i].ByBytes && dictionary.Columns[order[i].Column].Type == ColumnType.Text => CompareBytes(left[i].Text, right[i].Text),
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
        Filter.RowNumber numbers => numbers.Numbers.Any(n => Holds(numbers.Operator, places[row], n)),
        Filter.Search search => search.Words.All(word => Enumerable.Range(0, row.Length).Any(c =>
            dictionary.Columns[c].Type is ColumnType.Text or ColumnType.Code && row[c].Kind == RowValueKind.Text
            && Fold(RowValue.Of(row[c].Text.Normalize(NormalizationForm.FormC))).Contains(word, StringComparison.Ordinal))),
        Filter.Box box => Place(row, box.Latitude, box.Longitude) is var (north, east) && north >= box.South && north <= box.North
            && (box.West <= box.East ? east >= box.West && east <= box.East : east >= box.West || east <= box.East),
        Filter.Near near => Place(row, near.Latitude, near.Longitude) is var (north, east) && Metres(north, east, near.AtLatitude, near.AtLongitude) <= near.Metres,
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static (double Latitude, double Longitude)? Place(RowValue[] row, int latitude, int longitude) =>
        Degrees(row[latitude]) is { } north && Degrees(row[longitude]) is { } east && Math.Abs(north) <= 90 && Math.Abs(east) <= 180 ? (north, east) : null;

    private static double? Degrees(RowValue cell) => cell.Kind switch
    {
        RowValueKind.Null => null,
        RowValueKind.Integer => cell.Integer,
        RowValueKind.Float => cell.Float,
        _ => double.Parse(cell.Text, CultureInfo.InvariantCulture),
    };

    /// <summary>By the angle between two arrows from the middle of the earth: another formula than the store's.</summary>
    private static double Metres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (a, b) = (Arrow(latitude, longitude), Arrow(otherLatitude, otherLongitude));
        var sine = Math.Sqrt(Math.Pow((a.Y * b.Z) - (a.Z * b.Y), 2) + Math.Pow((a.Z * b.X) - (a.X * b.Z), 2) + Math.Pow((a.X * b.Y) - (a.Y * b.X), 2));
        return 6_371_008.8 * Math.Atan2(sine, (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z));
    }

    private static (double X, double Y, double Z) Arrow(double latitude, double longitude)
    {
        var (north, east) = (latitude * Math.PI / 180, longitude * Math.PI / 180);
        return (Math.Cos(north) * Math.Cos(east), Math.Cos(north) * Math.Sin(east), Math.Sin(north));
    }

    private static bool Holds(FilterOperator how, long number, long other) => how switch
    {
        FilterOperator.Eq or FilterOperator.In => number == other,
        FilterOperator.Gt => number > other,
        FilterOperator.Gte => number >= other,
        FilterOperator.Lt => number < other,
        FilterOperator.Lte => number <= other,
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
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
        (ColumnType.Text, _) => CompareTexts(left.Text, right.Text),
        _ => CompareBytes(left.Text, right.Text),
    };

    /// <summary>As ICU has it, asked here without any short way.</summary>
    public static int CompareTexts(string left, string right) => left == right ? 0 : Thai.Compare(left, right, CompareOptions.None) is var order and not 0 ? order : CompareBytes(left, right);

    public static int CompareBytes(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    private static string Fold(RowValue text) => string.Concat(text.Text.Select(c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c));
}
