using System.Text;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Store;

public sealed class RowStoreTests : IDisposable
{
    private readonly StoreFolder folder = new();

    private IRowStore Rows => folder.Store.Rows;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("กรุงเทพมหานคร อมรรัตนโกสินทร์")]
    [InlineData("😀👨‍👩‍👧‍👦")]
    [InlineData("before\0after")]
    [InlineData("\0")]
    [InlineData("line\r\nline\t\"quoted\"")]
    [InlineData("'; DROP TABLE rows; --")]
    public async Task A_text_comes_back_as_it_went_in_and_is_found_by_its_value(string text)
    {
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Text));
        var release = await folder.LoadAsync(dictionary, [[RowValue.Of("another")], [RowValue.Of(text)], [RowValue.Null]]);

        (await Rows.AllAsync(release, Where(0, FilterOperator.Eq, text))).Should().ContainSingle().Which.Values.Should().Equal(RowValue.Of(text));
    }

    [Fact]
    public async Task A_cell_of_a_hundred_thousand_characters_is_kept_whole()
    {
        var text = string.Concat(Enumerable.Repeat("ก", 99_999)) + "ฮ";
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("a", ColumnType.Text)), [[RowValue.Of(text)]]);

        (await Rows.AllAsync(release, Where(0, FilterOperator.EndsWith, "กฮ")))[0].Values[0].Text.Should().Be(text);
    }

    [Fact]
    public async Task Decimals_keep_their_digits_and_order_as_numbers()
    {
        RowValue[][] rows = [[RowValue.Of("10.0")], [RowValue.Of("9.99")], [RowValue.Of("-0")], [RowValue.Of("+010")], [RowValue.Null], [RowValue.Of("-3.1415926535897932384626433832795028841971")]];
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("a", ColumnType.Decimal)), rows);

        var ordered = await Rows.AllAsync(release, All(1) with { Order = [new Sort(0, false)] });

        ordered.Select(r => r.Row).Should().Equal(5, 6, 3, 2, 1, 4);
        ordered.ConvertAll(r => r.Values[0]).Should().Equal(rows[4][0], rows[5][0], rows[2][0], rows[1][0], rows[0][0], rows[3][0]);
        (await Rows.NumbersAsync(release, Where(0, FilterOperator.Eq, "10"))).Should().Equal(1, 4);
    }

    [Fact]
    public async Task Integers_and_floats_come_back_to_the_last_bit()
    {
        RowValue[] row = [RowValue.Of(long.MinValue), RowValue.Of(0.1 + 0.2), RowValue.Of(true), RowValue.Of(2569L)];
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("i", ColumnType.Integer), ("n", ColumnType.Number), ("b", ColumnType.Boolean), ("y", ColumnType.Year)), [row]);

        (await Rows.AllAsync(release, All(4)))[0].Values.Should().Equal(row);
    }

    [Fact]
    public async Task A_table_of_no_rows_answers_with_none()
    {
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("a", ColumnType.Text)), []);

        (await Rows.AllAsync(release, All(1))).Should().BeEmpty();
        (await Rows.CountAsync(release, new Filter.And([]))).Should().Be(0);
        release.Rows.Should().Be(0);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1_999)]
    public async Task A_wide_table_is_read_whole(int columns)
    {
        // PostgreSQL keeps a row on a page of 8 KiB.
        columns = TestStore.IsPostgres ? Math.Min(columns, 900) : columns;
        var dictionary = Wide(columns);
        RowValue[][] rows = [[.. Enumerable.Range(0, columns).Select(c => RowValue.Of((long)c))]];
        var release = await folder.LoadAsync(dictionary, rows);

        (await Rows.AllAsync(release, All(columns)))[0].Values.Should().Equal(rows[0]);
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public async Task More_columns_than_SQLite_has_room_for_are_refused_in_so_many_words()
    {
        var load = () => folder.LoadAsync(Wide(2_000), []);

        (await load.Should().ThrowAsync<NotSupportedException>()).WithMessage("*1,999 columns*2,000*");
        folder.Files("releases").Should().BeEmpty();
    }

    [Fact]
    public async Task The_number_of_a_row_is_its_place_in_the_file()
    {
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("a", ColumnType.Integer)), [.. Enumerable.Range(0, 50).Select(n => new[] { RowValue.Of((long)-n) })]);

        (await Rows.NumbersAsync(release, All(1) with { Offset = 10, Limit = 3 })).Should().Equal(11, 12, 13);
        (await Rows.NumbersAsync(release, All(1) with { Order = [new Sort(0, false)], Limit = 2 })).Should().Equal(50, 49);
        (await Rows.NumbersAsync(release, All(1) with { After = new RowPosition([], 48) })).Should().Equal(49, 50);
    }

    [Fact]
    public async Task An_empty_cell_differs_from_every_value_and_equals_none()
    {
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("a", ColumnType.Text)), [[RowValue.Of("x")], [RowValue.Null], [RowValue.Of("")]]);

        (await Rows.NumbersAsync(release, Where(0, FilterOperator.Neq, "x"))).Should().Equal(2, 3);
        (await Rows.NumbersAsync(release, Where(0, FilterOperator.Nin, "x", "y"))).Should().Equal(2, 3);
        (await Rows.NumbersAsync(release, Where(0, FilterOperator.Eq, ""))).Should().Equal(3);
        (await Rows.NumbersAsync(release, Where(0, FilterOperator.Contains, ""))).Should().Equal(1, 3);
        (await Rows.NumbersAsync(release, Where(0, FilterOperator.In))).Should().BeEmpty();
        (await Rows.NumbersAsync(release, Where(0, FilterOperator.Nin))).Should().Equal(1, 2, 3);
    }

    [Theory]
    [InlineData(FilterOperator.Contains, "%", 1)]
    [InlineData(FilterOperator.Contains, "_", 2)]
    [InlineData(FilterOperator.Contains, "\\", 3)]
    [InlineData(FilterOperator.StartsWith, "ABC", 4)]
    [InlineData(FilterOperator.EndsWith, "xYz", 4)]
    [InlineData(FilterOperator.EndsWith, "longer than any of the cells is", 0)]
    [InlineData(FilterOperator.Contains, "é", 5)]
    [InlineData(FilterOperator.Contains, "ทพ", 6)]
    public async Task Parts_of_texts_match_without_case_for_ASCII_only_and_without_wildcards(FilterOperator how, string part, int row)
    {
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("a", ColumnType.Text)), [.. new[] { "1%2", "1_2", "1\\2", "aBc\0XyZ", "é É", "กรุงเทพ" }.Select(t => new[] { RowValue.Of(t) }), [RowValue.Of("É")]]);

        (await Rows.NumbersAsync(release, Where(0, how, part))).Should().Equal(row == 0 ? [] : [row]);
    }

    [Fact]
    public async Task Lists_of_a_hundred_thousand_values_and_ten_thousand_conditions_stay_under_the_limits_of_SQLite()
    {
        var dictionary = StoreFolder.Dictionary(("t", ColumnType.Text), ("i", ColumnType.Integer), ("n", ColumnType.Number), ("d", ColumnType.Decimal));
        var release = await folder.LoadAsync(dictionary, [[RowValue.Of("v\0\"99999\\😀"), RowValue.Of(long.MaxValue), RowValue.Of(99999 / 7.0), RowValue.Of("99999.0")], [RowValue.Null, RowValue.Null, RowValue.Null, RowValue.Null]]);
        var texts = Enumerable.Range(0, 100_000).Select(n => RowValue.Of($"v\"{n}\\😀")).Append(RowValue.Of("v\0\"99999\\😀"));

        (await Count(new Filter.Compare(0, FilterOperator.In, [.. texts]))).Should().Be(1);
        (await Count(new Filter.Compare(0, FilterOperator.Nin, [.. texts]))).Should().Be(1);
        (await Count(new Filter.Compare(1, FilterOperator.In, [.. Enumerable.Range(0, 100_000).Select(n => RowValue.Of(long.MaxValue - n))]))).Should().Be(1);
        (await Count(new Filter.Compare(2, FilterOperator.In, [.. Enumerable.Range(0, 100_000).Select(n => RowValue.Of(n / 7.0))]))).Should().Be(1);
        (await Count(new Filter.Compare(3, FilterOperator.In, [.. Enumerable.Range(0, 100_000).Select(n => RowValue.Of($"{n}"))]))).Should().Be(1);
        (await Count(new Filter.Or([.. Enumerable.Range(0, 10_000).Select(n => Compare(3, FilterOperator.Eq, $"{n * 99999}"))]))).Should().Be(1);
        (await Count(Deep(20))).Should().Be(1);

        var tooDeep = () => Count(Deep(200));
        (await tooDeep.Should().ThrowAsync<ArgumentException>()).WithMessage("*24 levels*");
        var tooMany = () => Count(new Filter.Or([.. Enumerable.Range(0, 40_000).Select(n => Compare(3, FilterOperator.Eq, $"{n}"))]));
        (await tooMany.Should().ThrowAsync<ArgumentException>()).WithMessage("*32,000*");

        Task<long> Count(Filter where) => Rows.CountAsync(release, where);

        static Filter Deep(int depth) => depth == 0
            ? Compare(3, FilterOperator.Eq, "99999")
            : depth % 2 == 0
                ? new Filter.And([new Filter.And([]), Compare(3, FilterOperator.Gt, "1"), Compare(3, FilterOperator.Nin, "1"), Deep(depth - 1)])
                : new Filter.Or([Compare(3, FilterOperator.Lt, "1"), Compare(3, FilterOperator.Nin), Deep(depth - 1)]);
    }

    [Fact]
    public async Task An_order_of_many_columns_pages_without_meeting_a_limit()
    {
        var dictionary = Wide(60);
        var release = await folder.LoadAsync(dictionary, [.. Enumerable.Range(0, 20).Select(r => Enumerable.Range(0, 60).Select(c => RowValue.Of((long)(c == 59 ? r : 1))).ToArray())]);
        var order = Enumerable.Range(0, 60).Select(c => new Sort(c, c % 2 == 1)).ToArray();
        var last = new RowPosition([.. Enumerable.Range(0, 60).Select(c => RowValue.Of(c == 59 ? 3L : 1L))], 4);

        (await Rows.NumbersAsync(release, All(1) with { Order = order, After = last })).Should().Equal(3, 2, 1);
    }

    [Fact]
    public async Task A_value_of_another_type_is_refused()
    {
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("i", ColumnType.Integer), ("d", ColumnType.Decimal)), []);

        foreach (var filter in new[] { Compare(0, FilterOperator.Eq, "1"), Compare(1, FilterOperator.Eq, "one"), Compare(2, FilterOperator.Eq, "1"), new Filter.Compare(0, FilterOperator.Eq, [RowValue.Null]), new Filter.Compare(0, FilterOperator.Contains, [RowValue.Of(1L)]) })
        {
            var count = () => Rows.CountAsync(release, filter);
            await count.Should().ThrowAsync<ArgumentException>(filter.ToString());
        }
    }

    [Fact]
    public async Task A_long_search_for_nothing_stops_when_cancelled_and_the_next_query_is_not_disturbed()
    {
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Decimal));
        var release = await folder.LoadAsync(dictionary, [.. Enumerable.Range(0, 200_000).Select(n => new[] { RowValue.Of($"{n}.5") })]);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        var never = new Filter.Or([.. Enumerable.Range(0, 600).Select(n => Compare(0, FilterOperator.Eq, $"-{n}"))]);

        var read = async () =>
        {
            await using var reader = await Rows.QueryAsync(release, All(1) with { Where = never }, cancelled.Token);
            await reader.ReadAsync(cancelled.Token);
        };

        await read.Should().ThrowAsync<OperationCanceledException>();
        (await Rows.NumbersAsync(release, Where(0, FilterOperator.Eq, "7.5"))).Should().Equal(8);
    }

    [Fact]
    public async Task A_reader_that_has_ended_says_so_and_never_shows_another_readers_row()
    {
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("a", ColumnType.Text)), [[RowValue.Of("x")]]);
        await using var reader = await Rows.QueryAsync(release, All(1));
        (await reader.ReadAsync()).Should().BeTrue();
        Encoding.UTF8.GetString(reader.Utf8(0)).Should().Be("x");

        (await reader.ReadAsync()).Should().BeFalse();
        (await reader.ReadAsync()).Should().BeFalse();

        var look = () => reader.Row;
        look.Should().Throw<InvalidOperationException>();
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public async Task Many_units_stay_readable_while_few_connections_stay_open()
    {
        var units = new OpenData.Store.Sqlite.UnitFolder(Path.Combine(folder.Path, "releases"));
        using var pool = new OpenData.Store.Sqlite.UnitPool(units);
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Integer));
        List<string> loaded = [];
        for (var i = 0; i < 30; i++)
        {
            loaded.Add((await folder.LoadAsync(dictionary, [[RowValue.Of((long)i)]])).Unit);
        }

        foreach (var unit in loaded)
        {
            var rented = Enumerable.Range(0, 20).Select(_ => pool.Rent(unit)).ToList();
            rented.Should().OnlyHaveUniqueItems();
            rented.ForEach(pool.Return);
        }

        pool.Idle.Should().Be(256);
        using var again = pool.Rent(loaded[0]);
        pool.Idle.Should().Be(256, "the unit read longest ago was closed");
    }

    [Fact]
    public async Task A_units_size_is_told_and_its_name_cannot_lead_elsewhere()
    {
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("a", ColumnType.Text)), []);

        Rows.UnitBytes(release.Unit).Should().BePositive();
        var outside = () => Rows.UnitBytes("../registry");
        outside.Should().Throw<ArgumentException>();
    }

    private static DataDictionary Wide(int columns) => StoreFolder.Dictionary([.. Enumerable.Range(0, columns).Select(c => ($"k{c}", ColumnType.Integer))]);

    private static RowQuery All(int columns) => new() { Select = [.. Enumerable.Range(0, columns)] };

    private static Filter.Compare Compare(int column, FilterOperator how, params string[] values) => new(column, how, [.. values.Select(RowValue.Of)]);

    private static RowQuery Where(int column, FilterOperator how, params string[] values) => All(1) with { Where = Compare(column, how, values) };
}
