using OpenData.GraphQL.Types;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Tests.GraphQl;

public sealed class ResourceReferenceTests
{
    [Fact]
    public async Task A_hundred_rows_find_what_they_refer_to_with_one_statement_for_each_field()
    {
        await using var folder = new ResourceFolder();
        await CountryAsync(folder);
        folder.Store.Take();
        var data = await folder.DataAsync("{ districts(first: 100) { nodes { name province { name region { name } } } } }");
        var asked = folder.Store.Take().OfType<RowQuery>().ToList();
        asked.Should().HaveCount(3);
        asked.Select(q => q.Select.Count).Should().Equal(2, 3, 2);
        var nodes = data["districts"]!["nodes"]!;
        nodes.Should().HaveCount(100);
        nodes.Select(n => $"{n["name"]} {n["province"]!["name"]} {n["province"]!["region"]!["name"]}").Should().Equal(
            Enumerable.Range(1, 100).Select(i => $"D{i} P{((i - 1) % 7) + 1} R{((((i - 1) % 7) + 1) % 2) + 1}"));
    }

    [Fact]
    public async Task What_refers_to_nothing_or_to_nobody_is_null()
    {
        await using var folder = new ResourceFolder();
        await CountryAsync(folder);
        var dictionary = folder.Dictionary([], ResourceFolder.Column("province_code", ColumnType.Code)) with { References = [new Reference(["province_code"], "provinces", null, ["id"])] };
        await folder.PublishAsync("visits", dictionary, [[RowValue.Of("3")], [RowValue.Null], [RowValue.Of("99")], [RowValue.Of("x")]]);
        var data = await folder.DataAsync("{ visits { nodes { province_code province { name } } } }");
        data["visits"]!["nodes"]!.Select(n => (string?)n["province"]!.SelectToken("name")).Should().Equal("P3", null, null, null);
    }

    [Fact]
    public async Task A_reference_by_two_columns_finds_the_row_of_both()
    {
        await using var folder = new ResourceFolder();
        var budgets = folder.Dictionary(["year", "unit"], ResourceFolder.Column("year", ColumnType.Year), ResourceFolder.Column("unit", ColumnType.Code), ResourceFolder.Column("baht", ColumnType.Decimal));
        await folder.PublishAsync("budgets", budgets, [.. from year in new[] { 2023L, 2024, 2025 } from unit in new[] { "a", "b" } select new[] { RowValue.Of(year), RowValue.Of(unit), RowValue.Of($"{year}.{(unit == "a" ? 1 : 2)}") }]);
        var spending = folder.Dictionary([], ResourceFolder.Column("unit", ColumnType.Code), ResourceFolder.Column("year", ColumnType.Year)) with
        {
            References = [new Reference(["year", "unit"], "budgets", "main", ["year", "unit"])],
        };
        await folder.PublishAsync("spending", spending, [[RowValue.Of("b"), RowValue.Of(2024L)], [RowValue.Of("a"), RowValue.Of(2025L)], [RowValue.Of("c"), RowValue.Of(2025L)], [RowValue.Null, RowValue.Of(2025L)]]);
        folder.Store.Take();
        var data = await folder.DataAsync("{ spending { nodes { budgets { baht } } } }");
        data["spending"]!["nodes"]!.Select(n => (decimal?)n["budgets"]!.SelectToken("baht")).Should().Equal(2024.2m, 2025.1m, null, null);
        folder.Store.Take().Should().HaveCount(2);
    }

    [Fact]
    public async Task The_field_comes_when_what_it_refers_to_is_published_and_goes_when_it_is_no_longer_one_table()
    {
        await using var folder = new ResourceFolder();
        var dictionary = folder.Dictionary([], ResourceFolder.Column("shop_id", ColumnType.Integer)) with { References = [new Reference(["shop_id"], "shops", null, ["id"])] };
        await folder.PublishAsync("sales", dictionary, [[RowValue.Of(1L)]]);
        (await FieldsAsync(folder, "Sales")).Should().Equal("shop_id");
        var shops = folder.Dictionary(["id"], ResourceFolder.Column("id", ColumnType.Integer), ResourceFolder.Column("name", ColumnType.Text));
        await folder.PublishAsync("shops", shops, [[RowValue.Of(1L), RowValue.Of("one")]]);
        (await FieldsAsync(folder, "Sales")).Should().Equal("shop_id", "shop");
        ((string?)(await folder.DataAsync("{ sales { nodes { shop { name } } } }")).SelectToken("sales.nodes[0].shop.name")).Should().Be("one");
        (await folder.Schema.AloneAsync("sales", default))!.Type("Sales").Should().BeOfType<ObjectType>();
        SchemaPrinter.Print((await folder.Schema.AloneAsync("sales", default))!).Should().NotContain("shop:");
        await ResourceFolder.RegisterAsync(folder.Store, "shops", "main", "closed");
        await folder.PublishAsync("shops", shops, [], "closed");
        (await FieldsAsync(folder, "Sales")).Should().Equal("shop_id");
    }

    [Fact]
    public async Task A_reference_is_called_after_its_column_or_its_dataset_and_never_as_a_column()
    {
        await using var folder = new ResourceFolder();
        await CountryAsync(folder);
        var dictionary = folder.Dictionary(
            [], ResourceFolder.Column("province_id", ColumnType.Integer), ResourceFolder.Column("home_province_id", ColumnType.Integer), ResourceFolder.Column("province", ColumnType.Text), ResourceFolder.Column("p", ColumnType.Integer)) with
        {
            References = [new Reference(["province_id"], "provinces", null, ["id"]), new Reference(["home_province_id"], "provinces", null, ["id"]), new Reference(["p"], "provinces", null, ["id"])],
        };
        await folder.PublishAsync("people", dictionary, []);
        (await FieldsAsync(folder, "People")).Should().Equal("province_id", "home_province_id", "province", "p", "provinces", "home_province", "provinces_");
    }

    private static async Task<IEnumerable<string>> FieldsAsync(ResourceFolder folder, string type)
    {
        var schema = await folder.Schema.WholeAsync(default);
        return schema.Fields((ObjectType)schema.Type(type)!).Select(f => f.Name);
    }

    private static async Task CountryAsync(ResourceFolder folder)
    {
        var regions = folder.Dictionary(["id"], ResourceFolder.Column("id", ColumnType.Integer), ResourceFolder.Column("name", ColumnType.Text));
        await folder.PublishAsync("regions", regions, [.. Enumerable.Range(1, 2).Select(i => new[] { RowValue.Of((long)i), RowValue.Of("R" + i) })]);
        var provinces = folder.Dictionary(["id"], ResourceFolder.Column("id", ColumnType.Integer), ResourceFolder.Column("name", ColumnType.Text), ResourceFolder.Column("region_id", ColumnType.Integer)) with
        {
            References = [new Reference(["region_id"], "regions", null, ["id"])],
        };
        await folder.PublishAsync("provinces", provinces, [.. Enumerable.Range(1, 7).Select(i => new[] { RowValue.Of((long)i), RowValue.Of("P" + i), RowValue.Of((long)(i % 2) + 1) })]);
        var districts = folder.Dictionary(["id"], ResourceFolder.Column("id", ColumnType.Integer), ResourceFolder.Column("name", ColumnType.Text), ResourceFolder.Column("province_id", ColumnType.Integer)) with
        {
            References = [new Reference(["province_id"], "provinces", null, ["id"])],
        };
        await folder.PublishAsync("districts", districts, [.. Enumerable.Range(1, 120).Select(i => new[] { RowValue.Of((long)i), RowValue.Of("D" + i), RowValue.Of((long)((i - 1) % 7) + 1) })]);
    }
}
