using System.Text;
using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Benchmarks.Engines;

/// <summary>The same questions asked of a store by its contract, every cell of every row read.</summary>
internal sealed class ByStore(IRowStore rows, Release release)
{
    private static readonly int[] All = [.. Enumerable.Range(0, 12)];
    private static readonly AggregateTerm[] Terms = [new(AggregateFunction.Key, 1), AggregateTerm.Count, new(AggregateFunction.Sum, 5)];

    /// <summary>Asks, and gives what was read.</summary>
    public async Task<Answer> AskAsync(Question question, object value)
    {
        var answer = new Answer();
        if (question == Question.Count)
        {
            answer.Add(await rows.CountAsync(release, Above(value)));
            return answer;
        }

        await using var reader = await OpenAsync(question, value);
        while (await reader.ReadAsync())
        {
            object? first = null;
            for (var column = 0; column < reader.ColumnCount; column++)
            {
                var cell = Read(reader, column);
                first ??= cell;
            }

            answer.Add(first!);
        }

        return answer;
    }

    private Task<RowReader> OpenAsync(Question question, object value) => question switch
    {
        Question.Page => rows.QueryAsync(release, new RowQuery { Select = All, After = new RowPosition([], (long)value), Limit = 100 }),
        Question.Filter => rows.QueryAsync(release, new RowQuery { Select = All, Where = new Filter.Compare(1, FilterOperator.Eq, [RowValue.Of((string)value)]), Limit = 20 }),
        Question.Key => rows.QueryAsync(release, new RowQuery { Select = All, Where = new Filter.Compare(0, FilterOperator.Eq, [RowValue.Of((long)value)]), Limit = 1 }),
        Question.Group => rows.AggregateAsync(release, new AggregateQuery { GroupBy = [1], Terms = Terms, Where = Above(value), Order = [new Sort(0, false)] }),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    private static Filter.Compare Above(object value) => new(5, FilterOperator.Gt, [RowValue.Of((long)value)]);

    /// <summary>A cell as faces read it.</summary>
    private static object Read(RowReader reader, int column) => reader.Kind(column) switch
    {
        RowValueKind.Integer => reader.Integer(column),
        RowValueKind.Float => reader.Float(column),
        RowValueKind.Text => Encoding.UTF8.GetString(reader.Utf8(column)),
        _ => DBNull.Value,
    };
}
