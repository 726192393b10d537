using OpenData.Store;

namespace OpenData.Tests.Store;

public sealed class RandomQueryTests
{
    [Fact]
    public async Task A_thousand_random_queries_answer_as_a_slow_reading_of_all_rows_does()
    {
        await using var folder = new StoreFolder();
        var random = new RandomRows(seed: 2569);
        var rows = random.Rows(300);
        var release = await folder.LoadAsync(random.Dictionary, rows);
        var slow = new SlowQuery(random.Dictionary, rows);
        for (var i = 0; i < 1000; i++)
        {
            var query = random.Query();
            var found = await folder.Store.Rows.AllAsync(release, query);
            found.Select(r => r.Row).Should().Equal(slow.Run(query), "query {0} is {1}", i, Say(query));
            found.All(r => Matches(r.Values, query.Select.Select(c => rows[r.Row - 1][c]))).Should().BeTrue("query {0} selects {1}", i, string.Join(",", query.Select));
            (await folder.Store.Rows.CountAsync(release, query.Where)).Should().Be(slow.Run(query with { Offset = 0, Limit = null }).Length);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public async Task Walking_from_row_to_row_with_a_cursor_meets_every_row_once_and_in_order_forward_and_backward(int emptyOneIn)
    {
        await using var folder = new StoreFolder();
        var random = new RandomRows(seed: 12, emptyOneIn);
        var rows = random.Rows(120);
        var release = await folder.LoadAsync(random.Dictionary, rows);
        var slow = new SlowQuery(random.Dictionary, rows);
        for (var i = 0; i < 120; i++)
        {
            var query = random.Query() with { Offset = 0, Limit = null, Backward = i % 2 == 1 };
            var expected = slow.Run(query);
            List<long> walked = [];
            RowPosition? last = null;
            while (true)
            {
                var page = await folder.Store.Rows.NumbersAsync(release, query with { After = query.Backward ? null : last, Before = query.Backward ? last : null, Limit = 7 });
                if (page.Length == 0)
                {
                    break;
                }

                walked.AddRange(page);
                last = new RowPosition(slow.Key(query, page[^1]), page[^1]);
            }

            walked.Should().Equal(expected, "query {0} is {1}", i, Say(query));
        }
    }

    [Fact]
    public async Task A_cursor_that_no_row_holds_goes_on_where_it_would_stand()
    {
        await using var folder = new StoreFolder();
        var random = new RandomRows(seed: 77);
        var rows = random.Rows(120);
        var release = await folder.LoadAsync(random.Dictionary, rows);
        var slow = new SlowQuery(random.Dictionary, rows);
        var strangers = random.Strangers(200);
        for (var i = 0; i < 200; i++)
        {
            var query = random.Query();
            query = query with
            {
                After = i % 3 == 1 ? null : new RowPosition([.. query.Order.Select(s => strangers[i][s.Column])], i - 40),
                Before = i % 3 == 0 ? null : new RowPosition([.. query.Order.Select(s => strangers[(i * 7) % 200][s.Column])], i + 20),
            };
            (await folder.Store.Rows.NumbersAsync(release, query)).Should().Equal(slow.Run(query), "query {0} is {1}", i, Say(query));
        }
    }

    /// <summary>The same value, where a zero's sign is not kept.</summary>
    private static bool Matches(RowValue[] found, IEnumerable<RowValue> expected) =>
        found.Zip(expected).All(pair => pair.First == pair.Second || (pair.First.Kind == RowValueKind.Float && pair.First.Float == 0 && pair.Second.Float == 0));

    private static string Say(RowQuery query) =>
        $"where {Say(query.Where)} order {string.Join(", ", query.Order)} after {string.Join(", ", query.After?.Values ?? [])} {query.After?.Row} offset {query.Offset} limit {query.Limit}"
            .Replace('{', '(').Replace('}', ')');

    private static string Say(Filter? filter) => filter switch
    {
        Filter.And and => $"({string.Join(" and ", and.Parts.Select(Say))})",
        Filter.Or or => $"({string.Join(" or ", or.Parts.Select(Say))})",
        Filter.Not not => $"not ({Say(not.Part)})",
        Filter.Compare compare => $"{compare.Column} {compare.Operator} {string.Join(", ", compare.Values)}",
        null => "anything",
        _ => filter.ToString()!,
    };

    [Fact]
    public async Task Four_hundred_searches_for_words_and_places_find_what_a_slow_reading_finds()
    {
        await using var folder = new StoreFolder();
        var random = new RandomPlaces(seed: 99);
        var rows = random.Rows(400);
        var release = await folder.LoadAsync(RandomPlaces.Dictionary, rows);
        var slow = new SlowQuery(RandomPlaces.Dictionary, rows);
        var found = 0;
        for (var i = 0; i < 400; i++)
        {
            var query = new RowQuery { Select = [0], Where = random.Filter(), Order = [new Sort(1, i % 2 == 0)], Limit = 50 };
            var expected = slow.Run(query);
            found += expected.Length;
            (await folder.Store.Rows.NumbersAsync(release, query)).Should().Equal(expected, "query {0} is {1}", i, Say(query));
        }

        found.Should().BeGreaterThan(1_000);
    }
}
