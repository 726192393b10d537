using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Store;

/// <summary>Rows and queries thrown by dice that always fall the same: few different values, so that ties and matches are common.</summary>
/// <param name="seed">Where the dice start.</param>
/// <param name="emptyOneIn">Of so many cells one is empty; 0 for none.</param>
public sealed class RandomRows(int seed, int emptyOneIn = 5)
{
    private static readonly RowValue[] Texts = [.. new[] { "", "a", "A", "ab", "aB", "b%", "b_", "b\\", "กรุงเทพ", "กรุงเทพฯ", "ไทย", "é", "É", "e\u0301", "E\u0301a", "\u0301", "😀", "😀a", "👩\u200D🌾", "\uFFFD", "\uE000", "เก", "แก่", "กเ", "เกา", "ก่า", "ก้า", "กำ", "ก\u0E4D\u0E32", "น\u0E49\u0E33", "น\u0E33\u0E49", "x\0y", "x\0z", "x", "10", "9", "'; DROP TABLE rows; --", "เชียงใหม่", "ชุมพร", "ซ่อม", "ยะลา", "ปา", "ป่า", "ป้า", "ปา ก", "ปา-ข", "ก ข", "ก-ข", "ก\u0E4C", "แ", "ๆ", "๑", "Ab", "Zb", "z", "\u200Bก", "\u0001", "\u0001x" }.Select(RowValue.Of)];
    private static readonly RowValue[] Plain = [.. new[] { "", "0", "10", "9", "A", "AB", "B", "Z9", "9Z" }.Select(RowValue.Of)];
    private static readonly RowValue[] Decimals = [.. new[] { "1", "1.0", "01.00", "-0", "0", "+0.0", ".5", "0.50", "5.", "-1.5", "-1.50", "10", "9.99", "123456789012345678.000000001", "123456789012345678.000000002" }.Select(RowValue.Of)];
    private static readonly RowValue[] Integers = [.. new[] { 0, 1, -1, 2, 2569, long.MinValue, long.MaxValue, 9007199254740993 }.Select(RowValue.Of)];
    private static readonly RowValue[] Floats = [.. new[] { 0.0, -0.0, 0.1, 1.0 / 3, -2.5, 1e300, double.MaxValue, double.Epsilon, 1e15, 3 }.Select(RowValue.Of)];
    private static readonly RowValue[] Dates = [.. new[] { "2026-01-01", "2025-12-31", "2569-01-01", "2026-01-02" }.Select(RowValue.Of)];
    private static readonly FilterOperator[] Numbers = [FilterOperator.Eq, FilterOperator.Gt, FilterOperator.Gte, FilterOperator.Lt, FilterOperator.Lte];
    private static readonly RowValue[] Booleans = [RowValue.Of(true), RowValue.Of(false)];

    /// <summary>A column of texts that are all plain: its index has their order.</summary>
    private const int PlainColumn = 8;

    private readonly Random dice = new(seed);

    public DataDictionary Dictionary { get; } = StoreFolder.Dictionary(
        ("text", ColumnType.Text), ("integer", ColumnType.Integer), ("number", ColumnType.Number), ("decimal", ColumnType.Decimal),
        ("flag", ColumnType.Boolean), ("date", ColumnType.Date), ("code", ColumnType.Code), ("year", ColumnType.Year), ("plain", ColumnType.Text)) with
    {
        // Indexed, so that some orders are walked and others sorted.
        References = [new Reference(["integer", "decimal"], "other", null, ["a", "b"]), new Reference(["code"], "other", null, ["a"]), new Reference(["text"], "other", null, ["a"]), new Reference(["plain"], "other", null, ["a"])],
    };

    /// <summary>Rows of which no text is plain alone.</summary>
    public RowValue[][] Strangers(int count) =>
        [.. Rows(count).Select(row => row.Select((v, c) => c == PlainColumn && v.Kind == RowValueKind.Text ? Value(0) : v).ToArray())];

    public RowValue[][] Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Dictionary.Columns.Select((_, c) => emptyOneIn > 0 && dice.Next(emptyOneIn) == 0 ? RowValue.Null : Value(c)).ToArray())];

    public RowQuery Query() => new()
    {
        Select = [.. Enumerable.Range(0, dice.Next(5)).Select(_ => Column())],
        Where = dice.Next(4) == 0 ? null : Filter(3),
        Order = [.. Enumerable.Range(0, dice.Next(4)).Select(_ => new Sort(Column(), dice.Next(2) == 0) { ByBytes = dice.Next(5) == 0 })],
        Offset = dice.Next(3) == 0 ? dice.Next(30) : 0,
        Limit = dice.Next(3) == 0 ? null : dice.Next(40),
        Backward = dice.Next(3) == 0,
    };

    /// <summary>Groups by up to three columns, with every function that fits a column.</summary>
    public AggregateQuery Aggregate()
    {
        int[] groupBy = [.. Enumerable.Range(0, dice.Next(4)).Select(_ => Column()).Distinct()];
        AggregateTerm[] told =
        [
            AggregateTerm.Count,
            .. from function in new[] { AggregateFunction.CountDistinct, AggregateFunction.Sum, AggregateFunction.Avg, AggregateFunction.Min, AggregateFunction.Max }
            from column in Enumerable.Range(0, Dictionary.Columns.Count)
            where AggregateTerm.Fits(function, Dictionary.Columns[column].Type)
            select new AggregateTerm(function, column),
        ];
        AggregateTerm[] terms = [.. groupBy.Select(c => new AggregateTerm(AggregateFunction.Key, c)), .. told.Where(_ => dice.Next(3) > 0)];
        return new AggregateQuery
        {
            GroupBy = groupBy,
            Terms = terms,
            Where = dice.Next(2) == 0 ? null : Filter(2),
            Having = dice.Next(2) == 0 || !terms.Contains(AggregateTerm.Count) ? null : new Filter.Compare(Array.IndexOf(terms, AggregateTerm.Count), FilterOperator.Gt, [RowValue.Of((long)dice.Next(4))]),
            Order = terms.Length == 0 ? [] : [.. Enumerable.Range(0, dice.Next(3)).Select(_ => new Sort(dice.Next(terms.Length), dice.Next(2) == 0))],
            Limit = dice.Next(2) == 0 ? null : dice.Next(20),
            Offset = dice.Next(3) == 0 ? dice.Next(5) : 0,
        };
    }

    private Filter Filter(int depth) => (depth == 0 ? 9 : dice.Next(6)) switch
    {
        5 => new Filter.Not(Filter(depth - 1)),
        0 => new Filter.And([.. Enumerable.Range(0, dice.Next(4)).Select(_ => Filter(depth - 1))]),
        1 or 2 => new Filter.Or([.. Enumerable.Range(0, dice.Next(4)).Select(_ => Filter(depth - 1))]),
        _ => Leaf(),
    };

    private Filter Leaf() => dice.Next(10) switch
    {
        0 => new Filter.Search(SearchWords.Of(Texts[dice.Next(Texts.Length)].Text + (dice.Next(2) == 0 ? " " + Texts[dice.Next(Texts.Length)].Text : ""))),
        1 => new Filter.RowNumber(FilterOperator.In, [.. Enumerable.Range(0, dice.Next(90)).Select(_ => dice.NextInt64(400))]),
        2 => new Filter.RowNumber(Numbers[dice.Next(Numbers.Length)], [dice.NextInt64(400)]),
        3 => new Filter.Box(2, 3, dice.Next(-3, 3), -dice.Next(4), dice.Next(-3, 11), dice.Next(4)),
        4 => new Filter.Near(2, 3, dice.Next(-3, 4), dice.Next(-2, 11), (dice.NextDouble() * 900_000) + 1),
        _ => Compare(),
    };

    private Filter.Compare Compare()
    {
        var column = Column();
        var isText = Dictionary.Columns[column].Type is ColumnType.Text or ColumnType.Code or ColumnType.Date;
        var choices = Enum.GetValues<FilterOperator>().Where(o => isText || o is not (FilterOperator.Contains or FilterOperator.StartsWith or FilterOperator.EndsWith)).ToArray();
        var how = choices[dice.Next(choices.Length)];
        RowValue[] values = how switch
        {
            FilterOperator.IsNull => [Booleans[dice.Next(2)]],
            FilterOperator.In or FilterOperator.Nin => [.. Enumerable.Range(0, dice.Next(3) == 0 ? 80 : dice.Next(4)).Select(_ => Value(column))],
            _ => [Value(column == PlainColumn && dice.Next(3) == 0 ? 0 : column)],
        };
        return new Filter.Compare(column, how, values);
    }

    private int Column() => dice.Next(Dictionary.Columns.Count);

    private RowValue Value(int column)
    {
        var values = Dictionary.Columns[column].Type switch
        {
            ColumnType.Integer or ColumnType.Year => Integers,
            ColumnType.Number => Floats,
            ColumnType.Decimal => Decimals,
            ColumnType.Boolean => Booleans,
            ColumnType.Date => Dates,
            ColumnType.Text when column == PlainColumn => Plain,
            _ => Texts,
        };
        return values[dice.Next(values.Length)];
    }
}
