using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Store;

/// <summary>Loads that cannot be finished, and the keys that prove one.</summary>
public sealed class RowLoadTests : IDisposable
{
    private readonly StoreFolder folder = new();

    private IRowStore Rows => folder.Store.Rows;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_cell_that_is_not_of_its_columns_type_stops_the_load_and_leaves_nothing()
    {
        foreach (var (type, cell) in new[] { (ColumnType.Integer, RowValue.Of("1")), (ColumnType.Text, RowValue.Of(1L)), (ColumnType.Decimal, RowValue.Of("1e5")) })
        {
            var load = () => folder.LoadAsync(StoreFolder.Dictionary(("a", type)), [[RowValue.Null], [cell]]);
            (await load.Should().ThrowAsync<InvalidDataException>()).WithMessage("Row 2*'a'*");
        }

        folder.Files("releases").Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_is_indexed_and_a_key_that_is_there_twice_stops_the_load()
    {
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Code), ("b", ColumnType.Decimal), ("c", ColumnType.Text)) with
        {
            Key = ["a", "b"],
            References = [new Reference(["c"], "other", null, ["id"]), new Reference(["a", "b"], "other", null, ["x", "y"])],
        };
        RowValue[] first = [RowValue.Of("x"), RowValue.Of("1"), RowValue.Null];

        var release = await folder.LoadAsync(dictionary, [first, [RowValue.Of("x"), RowValue.Of("2"), RowValue.Of("r")]]);
        var load = () => folder.LoadAsync(dictionary, [first, [RowValue.Of("x"), RowValue.Of("1.0"), RowValue.Null]]);

        (await Rows.NumbersAsync(release, new RowQuery { Select = [0], Where = new Filter.Compare(1, FilterOperator.Eq, [RowValue.Of("2.00")]) })).Should().Equal(2);
        (await load.Should().ThrowAsync<InvalidDataException>()).WithMessage("*a, b*");
        folder.Files("releases").Should().ContainSingle();
        OpenData.Store.Sqlite.UnitSchema.Indexes(dictionary).Select(i => i.Sql)
            .Should().Equal("CREATE UNIQUE INDEX i1 ON rows (c1, c2)", "CREATE INDEX i2 ON rows (c3)");
    }

    [Fact]
    public async Task A_number_that_is_a_key_is_indexed_and_one_that_is_there_twice_stops_the_load()
    {
        var dictionary = StoreFolder.Dictionary(("id", ColumnType.Integer), ("name", ColumnType.Text)) with { Key = ["id"] };
        RowValue[][] rows = [[RowValue.Of(7L), RowValue.Of("x")], [RowValue.Of(-3L), RowValue.Of("y")], [RowValue.Of(long.MaxValue), RowValue.Null]];

        var release = await folder.LoadAsync(dictionary, rows);
        var load = () => folder.LoadAsync(dictionary, [.. rows, [RowValue.Of(-3L), RowValue.Of("z")]]);

        (await Rows.NumbersAsync(release, new RowQuery { Select = [0], Where = new Filter.Compare(0, FilterOperator.Eq, [RowValue.Of(-3L)]) })).Should().Equal(2);
        (await Rows.NumbersAsync(release, new RowQuery { Select = [0], Order = [new Sort(0, false)] })).Should().Equal(2, 1, 3);
        (await load.Should().ThrowAsync<InvalidDataException>()).WithMessage("The values of id *twice*");
        folder.Files("releases").Should().ContainSingle();
    }

    [Fact]
    public async Task A_cancelled_load_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Text));

        var load = () => Rows.LoadAsync(dictionary, new MemoryRows(1, [[RowValue.Null]]), cancelled.Token);

        await load.Should().ThrowAsync<OperationCanceledException>();
        folder.Files("releases").Should().BeEmpty();
    }
}
