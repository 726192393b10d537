using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.GraphQL.Validation.TypeSystem;
using OpenData.Server.GraphQl;
using OpenData.Server.GraphQl.Catalog;
using OpenData.Server.GraphQl.Http;
using OpenData.Server.GraphQl.Shared;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Tests.Cli;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>The catalog's part of the schema as it is published in <c>schemas/</c>: what clients rest on does not change by accident.</summary>
public sealed class PublishedSchemaTests
{
    [Fact]
    public async Task The_program_has_the_schema_that_is_published()
    {
        var schema = SchemaPrinter.Print(Schema.Compose([new CatalogModule(), new SharedTypesModule()], GraphQlServerLimits.Schema)) + "\n";
        var made = Path.Combine(Directory.CreateDirectory(Path.Combine(OpenDataProcess.Root, "artifacts")).FullName, "catalog.graphql");
        await File.WriteAllTextAsync(made, schema);
        (await File.ReadAllTextAsync(Path.Combine(OpenDataProcess.Root, "schemas/catalog.graphql"))).Should().Be(schema, "{0} is what the program has now: where the change is meant, put it in its place", made);
    }

    [Fact]
    public void The_type_system_finds_no_fault_in_it() =>
        SchemaValidator.Validate(Schema.Compose([new CatalogModule(), new SharedTypesModule()], GraphQlServerLimits.Schema)).Should().BeEmpty();

    [Fact]
    public void A_schema_of_too_many_types_is_not_printed_and_the_refusal_says_where_the_small_ones_are()
    {
        var schema = Schema.Compose([new CatalogModule(), new SharedTypesModule()], GraphQlServerLimits.Schema with { MaxListedTypes = 10 });
        var problem = SchemaText.Of(schema).Should().BeOfType<Problem>().Subject;
        problem.Kind.Code.Should().Be("schema-too-large");
        problem.Detail.En.Should().Contain($"{schema.TypeCount} types").And.Contain("is 10").And.Contain("listedTypes").And.Contain("/graphql/{dataset}/schema.graphql");
    }

    [Fact]
    public async Task Such_a_schema_refuses_to_be_listed_but_answers_for_one_type_and_for_every_query()
    {
        var schema = Schema.Compose([new CatalogModule(), new SharedTypesModule()], GraphQlServerLimits.Schema with { MaxListedTypes = 10 });
        var executor = new GraphQLExecutor();
        using var listed = await executor.ExecuteAsync(schema, new GraphQLRequest("{ __schema { types { name } } }"));
        listed.Errors.Single().Message.Should().Contain("/graphql/{dataset}").And.Contain($"{schema.TypeCount}").And.Contain("10");
        using var one = await executor.ExecuteAsync(schema, new GraphQLRequest("{ __type(name: \"LocalText\") { fields { name } } rule(code: \"date-not-iso\") { severity } }"));
        one.ToString().Should().Be("""{"data":{"__type":{"fields":[{"name":"th"},{"name":"en"}]},"rule":{"severity":"ERROR"}}}""");
    }
}
