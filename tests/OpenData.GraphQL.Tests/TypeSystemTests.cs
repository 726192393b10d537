using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.GraphQL.Validation.TypeSystem;

namespace OpenData.GraphQL.Tests;

/// <summary>Schemas that the type system does not allow, judged by graphql-js and by us.</summary>
public class TypeSystemTests
{
    static readonly string[] Faulty =
    [
        "type Mutation { a: Int }",
        "type Query { a: In } input In { b: Int }",
        "type Query { a(b: Out): Int } type Out { c: Int }",
        "type Query { a(b: Int! @deprecated): Int }",
        "type Query { __a: Int }",
        "type Query { a(__b: Int): Int } type __T { a: Int } directive @__d on FIELD",
        "type Query { a: E } enum E { __A B }",
        "type Query { a: Int } directive @d(a: Query, b: Int! @deprecated) on FIELD",
        "interface I { a: Int } type Query implements I & I { a: Int }",
        "interface I implements I { a: Int } type Query { i: I }",
        "type T { a: Int } type U implements T { a: Int } type Query { u: U }",
        "interface I { a: Int } interface J implements I { a: Int } type T implements J { a: Int } type Query { t: T }",
        "interface I implements J { a: Int } interface J implements I { a: Int } type Query { a: I }",
        "interface I { a: Int b: String } type T implements I { a: Int } type Query { t: T }",
        "interface I { a: [Int!] } type T implements I { a: [Int] } type Query { t: T }",
        "interface I { a: I } type T implements I { a: T! } type U implements I { a: Int } type Query { t: T u: U }",
        "interface I { a: [I]! b: [Int] c: Int! } type T implements I { a: [T!]! b: Int c: Int } type Query { t: T }",
        "union N = A type A { x: Int } interface I { a: N b: [N] } type T implements I { a: A b: [A!]! } type U implements I { a: T b: [U] } type Query { t: T u: U }",
        "interface I { a(x: Int, y: String): Int } type T implements I { a(x: Int!, z: Int!, w: Int! = 1): Int } type Query { t: T }",
        "interface I { a: Int b: Int @deprecated } type T implements I { a: Int @deprecated b: Int @deprecated } type Query { t: T }",
        "union U = A | A | I | E type A { a: Int } interface I { a: Int } enum E { X } type Query { u: U }",
        "input A { b: B! } input B { a: A! } type Query { q(a: A): Int }",
        "input A { a: A! b: B! c: C } input B { a: A! c: [C!]! } input C { c: C! a: A } type Query { q(a: A): Int }",
        "input A { a: A } input B { b: [B!]! } input C { c: C! = { } } type Query { q(a: A, b: B): Int }",
        "input A @oneOf { a: A b: B } input B @oneOf { a: A } input C @oneOf { c: C d: Int } type Query { q(a: A, c: C): Int }",
        "input A @oneOf { a: Int! b: Int = 1 c: Query } type Query { q(a: A): Int }",
        "input A { a: Int! @deprecated b: Int! = 1 @deprecated } type Query { q(a: A): Int }",
        "input A { a: Int = \"x\" b: [Int!] = [1, null] c: E = NO } enum E { YES } type Query { q(a: A = { a: 1.5, z: 2 }, i: Int! = null): Int }",
        "input A { b: B = { } } input B { c: [C] = [{ }] } input C { a: A = { } d: A = { b: { c: null } } } type Query { q(a: A): Int }",
        "input A { a: Int } type Query { q(a: A = { a: 1 }): Int }",
    ];

    [ReferenceFact]
    public void Each_fault_is_told_in_the_words_of_graphql_js()
    {
        foreach (var sdl in Faulty)
        {
            var expected = Reference.Ask("typeSystem", ("sdl", sdl))["errors"]!.AsArray().Select(e => (string)e!).Order();
            SchemaValidator.Validate(SdlModule.Build(sdl)).Order().Should().Equal(expected, "{0}", sdl);
        }
    }

    [Fact]
    public void The_schemas_of_the_other_tests_have_no_fault() => SchemaValidator.Validate(SdlModule.Build(Schemas.Zoo)).Should().BeEmpty();

    [Fact]
    public async Task A_root_type_keeps_the_promises_of_its_interfaces_and_is_one_of_their_possibilities()
    {
        var schema = SdlModule.Build("interface Node { id: ID } type Query implements Node { id: ID self: Node }", new SdlResolvers
        {
            ResolveType = new() { ["Node"] = _ => "Query" },
            Complete = (_, field) => new FieldDefinition(field.Name, field.Type) { Resolve = _ => new("7") },
        });
        using var response = await new GraphQLExecutor().ExecuteAsync(schema, new GraphQLRequest("{ self { id __typename ... on Query { self { id } } } __type(name: \"Node\") { possibleTypes { name interfaces { name } } } }"));
        response.ToString().Should().Be("""{"data":{"self":{"id":"7","__typename":"Query","self":{"id":"7"}},"__type":{"possibleTypes":[{"name":"Query","interfaces":[{"name":"Node"}]}]}}}""");
        SchemaPrinter.Print(schema).Should().Contain("type Query implements Node {");
    }

    [Fact]
    public void A_reference_to_a_type_that_no_module_defines_is_told_with_its_place() =>
        SchemaValidator.Validate(SdlModule.Build("type Query { a: Nowhere b(c: Elsewhere): Int }")).Should().Equal(
            "Unknown type \"Nowhere\" of Query.a: no module defines it.", "Unknown type \"Elsewhere\" of Query.b(c:): no module defines it.");

    [Fact]
    public async Task Of_very_many_errors_the_first_are_told_and_all_places_are_null()
    {
        var schema = SdlModule.Build("type Query { rows: [Row] } type Row { a: Int! }", new SdlResolvers
        {
            Complete = (type, field) => new FieldDefinition(field.Name, field.Type)
            {
                Resolve = type == "Query" ? _ => new(Enumerable.Range(0, 5000).Cast<object?>().ToArray()) : _ => throw new GraphQLException("no"),
            },
        });
        using var response = await new GraphQLExecutor().ExecuteAsync(schema, new GraphQLRequest("{ rows { a } }"));
        response.Errors.Should().HaveCount(201);
        response.Errors[200].Extensions!["limit"].Should().Be("executionErrors");
        response.Errors[200].Extensions!["value"].Should().Be(5000L);
        response.ToString().Should().EndWith("\"data\":{\"rows\":[" + string.Join(',', Enumerable.Repeat("null", 5000)) + "]}}");
    }
}
