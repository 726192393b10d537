using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Store;

public sealed class AggregateTests
{
    [Fact]
    public async Task Four_hundred_random_groupings_answer_as_a_slow_reading_of_all_rows_does()
    {
        await using var folder = new StoreFolder();
        var random = new RandomRows(seed: 4);
        // Floats whose sums are exact: the order in which they are added is nobody's business.
        var rows = random.Rows(250).Select(r => r.Select(v => v.Kind == RowValueKind.Float ? RowValue.Of(Math.Round(Math.Clamp(v.Float, -8, 8))) : v).ToArray()).ToArray();
        var release = await folder.LoadAsync(random.Dictionary, rows);
        var slow = new SlowAggregate(random.Dictionary, rows);
        for (var i = 0; i < 400; i++)
        {
            var query = random.Aggregate();
            var expected = slow.Run(query);
            var found = await RunAsync(folder.Store, release, query);
            found.Should().HaveCount(expected.Count, "query {0}", i);
            for (var g = 0; g < found.Count; g++)
            {
                found[g].Should().Equal(expected[g], "group {0} of query {1} has {2} by {3} in the order {4}", g, i, Say(query.Terms), Say(query.GroupBy), Say(query.Order));
            }
        }
    }

    [Fact]
    public async Task A_sum_of_decimals_has_every_digit_and_one_of_whole_numbers_is_never_too_large()
    {
        await using var folder = new StoreFolder();
        var dictionary = StoreFolder.Dictionary(("d", ColumnType.Decimal), ("i", ColumnType.Integer));
        RowValue[][] rows =
        [
            [RowValue.Of("0.10"), RowValue.Of(long.MaxValue)],
            [RowValue.Of("0.2"), RowValue.Of(long.MaxValue)],
            [RowValue.Of("123456789012345678901234567890"), RowValue.Of(2L)],
            [RowValue.Null, RowValue.Null],
        ];
        var release = await folder.LoadAsync(dictionary, rows);
        await using var reader = await folder.Store.Rows.AggregateAsync(release, new AggregateQuery
        {
            Terms = [new(AggregateFunction.Sum, 0), new(AggregateFunction.Sum, 1), new(AggregateFunction.Avg, 1), AggregateTerm.Count],
        });
        (await reader.ReadAsync()).Should().BeTrue();
        Enumerable.Range(0, 4).Select(i => reader.Value(i).ToString()).Should().Equal(
            "'123456789012345678901234567890.30'", "'18446744073709551616'", "'6148914691236517205.333333'", "4");
        (await reader.ReadAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task What_the_dictionary_does_not_have_is_refused()
    {
        await using var folder = new StoreFolder();
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("t", ColumnType.Text), ("i", ColumnType.Integer)), []);
        foreach (var query in new AggregateQuery[]
        {
            new() { Terms = [new(AggregateFunction.Sum, 0)] },
            new() { Terms = [new(AggregateFunction.Max, 2)] },
            new() { Terms = [new(AggregateFunction.Key, 1)], GroupBy = [0] },
            new() { Terms = [AggregateTerm.Count], Order = [new Sort(1, false)] },
            new() { Terms = [AggregateTerm.Count], Having = new Filter.Compare(0, FilterOperator.Eq, [RowValue.Of("x")]) },
        })
        {
            var asking = async () => await folder.Store.Rows.AggregateAsync(release, query);
            await asking.Should().ThrowAsync<ArgumentException>();
        }
    }

    private static string Say<T>(IEnumerable<T> things) => string.Join(", ", things).Replace('{', '(').Replace('}', ')');

    private static async Task<List<object?[]>> RunAsync(IDataStore store, Release release, AggregateQuery query)
    {
        List<object?[]> found = [];
        await using var reader = await store.Rows.AggregateAsync(release, query);
        while (await reader.ReadAsync())
        {
            found.Add([.. query.Terms.Select((t, i) => SlowAggregate.Plain(reader.Value(i), t.TypeIn(release.Dictionary)))]);
        }

        return found;
    }
}
