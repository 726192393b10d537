using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.Schemas;
using OpenData.Server.GraphQl;
using OpenData.Store;

namespace OpenData.Server.Tests.GraphQl;

public sealed class ResourceNameTests
{
    [Theory]
    [InlineData("provinces", "provinces")]
    [InlineData("gross-provincial_product", "grossProvincialProduct")]
    [InlineData("2567-budget", "_2567Budget")]
    [InlineData("datasets", "datasets_")]
    [InlineData("organization", "organization_")]
    [InlineData("rules", "rules_")]
    [InlineData("date", "date_")]
    [InlineData("string", "string_")]
    [InlineData("page-info", "pageInfo_")]
    [InlineData("query", "query_")]
    [InlineData("weather", "weather_")]
    [InlineData("sky", "sky_")]
    [InlineData("a--b-", "aB")]
    public async Task A_field_is_called_after_its_dataset_and_yields_to_the_catalog(string dataset, string field)
    {
        await using var folder = new ResourceFolder(new SdlModule("fixed", "type Query { weather: Sky } type Sky { blue: Boolean }"));
        await PublishAsync(folder, dataset);
        (await FieldsAsync(folder)).Should().Equal("weather", field, field + "Aggregate", field + "ByKey");
        var row = char.ToUpperInvariant(field[0]) + field[1..];
        var data = await folder.DataAsync($"{{ {field} {{ __typename nodes {{ __typename id }} }} {field}ByKey(id: 1) {{ id }} }}");
        ((string?)data[field]!["nodes"]![0]!["__typename"]).Should().Be(row);
        ((string?)data[field]!["__typename"]).Should().Be(row + "Connection");
    }

    [Fact]
    public async Task Two_that_camel_case_alike_are_told_apart_the_same_way_for_ever()
    {
        await using var folder = new ResourceFolder();
        await PublishAsync(folder, "b-1");
        (await FieldsAsync(folder)).Should().Contain("b1");
        await PublishAsync(folder, "b1");
        await PublishAsync(folder, "b--1");
        var chosen = await FieldsAsync(folder);
        chosen.Where(f => !f.EndsWith("Aggregate", StringComparison.Ordinal) && !f.EndsWith("ByKey", StringComparison.Ordinal)).Should().BeEquivalentTo("b1", "b1_2", "b1_3");
        await using var other = folder.Open();
        using var restarted = new DataSchema(other, []);
        foreach (var dataset in new[] { "b-1", "b1", "b--1" })
        {
            var (now, then) = (await folder.Schema.AloneAsync(dataset, default), await restarted.AloneAsync(dataset, default));
            then!.QueryType!.Fields.Names.Should().Equal(now!.QueryType!.Fields.Names);
        }

        (await folder.Schema.AloneAsync("b-1", default))!.QueryType!.Fields.Names.Should().StartWith("b1");
    }

    [Fact]
    public async Task One_whose_types_would_be_anothers_is_told_apart_too()
    {
        await using var folder = new ResourceFolder();
        await PublishAsync(folder, "age-group");
        (await FieldsAsync(folder)).Should().Contain("ageGroup");
        await PublishAsync(folder, "age");
        await PublishAsync(folder, "visits");
        await PublishAsync(folder, "visits-aggregate");
        (await FieldsAsync(folder)).Should().Contain(["ageGroup", "age_2", "visits", "visitsAggregate_2", "visitsAggregate_2Aggregate"]);
    }

    [Fact]
    public async Task A_name_that_a_newer_program_needs_for_itself_is_given_up()
    {
        await using var folder = new ResourceFolder();
        await PublishAsync(folder, "weather");
        (await FieldsAsync(folder)).Should().Contain("weather");
        await using var other = folder.Open();
        using var newer = new DataSchema(other, [new SdlModule("fixed", "type Query { weather: String }")]);
        (await newer.WholeAsync(default)).QueryType!.Fields.Names.Should().Equal("weather", "weather_", "weather_Aggregate", "weather_ByKey");
    }

    [Fact]
    public async Task A_dataset_of_several_resources_has_their_keys_in_its_fields_and_one_that_came_first_keeps_its_own()
    {
        await using var folder = new ResourceFolder();
        await ResourceFolder.RegisterAsync(folder.Store, "pairs", "left", "right-hand");
        await PublishAsync(folder, "pairs", "right-hand");
        await PublishAsync(folder, "pairs", "left");
        await PublishAsync(folder, "single");
        (await FieldsAsync(folder)).Should().Contain(["pairsLeft", "pairsRightHand", "single"]);
        await ResourceFolder.RegisterAsync(folder.Store, "single", "main", "more");
        await PublishAsync(folder, "single", "more");
        (await FieldsAsync(folder)).Should().Contain(["single", "singleMore"]);
    }

    [Fact]
    public async Task A_column_whose_name_has_another_use_in_GraphQL_gets_an_underscore()
    {
        await using var folder = new ResourceFolder();
        string[] names = ["and", "or", "true", "null", "__typename", "_typename", "and_", "first", "key"];
        var dictionary = folder.Dictionary(["and"], [.. names.Select(n => ResourceFolder.Column(n, ColumnType.Text))]);
        await folder.PublishAsync("odd", dictionary, [[.. names.Select(n => RowValue.Of("of " + n))]]);
        string[] expected = ["and__", "or_", "true_", "null_", "_typename_", "_typename", "and_", "first", "key"];
        var data = await folder.DataAsync($"{{ odd(where: {{ and__: {{ eq: \"of and\" }}, and: [{{ null_: {{ contains: \"null\" }} }}] }}) {{ nodes {{ {string.Join(' ', expected)} }} }} oddAggregate(groupBy: [true_]) {{ key {{ true_ }} }} oddByKey(and__: \"of and\") {{ key }} }}");
        data["odd"]!["nodes"]![0]!.Select(p => $"{((Newtonsoft.Json.Linq.JProperty)p).Name} {((Newtonsoft.Json.Linq.JProperty)p).Value}").Should().Equal(expected.Zip(names, (e, n) => $"{e} of {n}"));
    }

    private static async Task PublishAsync(ResourceFolder folder, string dataset, string key = "main") =>
        await folder.PublishAsync(dataset, folder.Dictionary(["id"], ResourceFolder.Column("id", ColumnType.Integer)), [[RowValue.Of(1L)]], key);

    private static async Task<List<string>> FieldsAsync(ResourceFolder folder) => [.. (await folder.Schema.WholeAsync(default)).QueryType!.Fields.Names];
}
