using System.Text.Json;
using System.Text.Json.Nodes;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.GraphQL.Validation;

namespace OpenData.GraphQL.Tests;

/// <summary>Running, beside graphql-js: the same data and the same errors from the same resolvers.</summary>
public class ExecutionDifferentialTests
{
    static readonly GraphQLLimits Wide = GraphQLLimits.Default with { MaxAliases = 10_000, MaxRootFields = 10_000, MaxDepth = 100 };

    static readonly (string Text, string Variables)[] Written =
    [
        ("{ echo }", "{}"), ("query ($i: Int, $f: Float, $s: String, $b: Boolean, $id: ID) { echo(i: $i, f: $f, s: $s, b: $b, id: $id) }", """{"i": 1, "f": 2, "s": "ก", "b": false, "id": 3}"""),
        ("query ($i: Int, $f: Float, $s: String, $b: Boolean, $id: ID) { echo(i: $i, f: $f, s: $s, b: $b, id: $id) }", "{}"), ("query ($i: Int, $f: Float, $s: String, $b: Boolean, $id: ID) { echo(i: $i, f: $f, s: $s, b: $b, id: $id) }", """{"i": null, "f": null, "s": null, "b": null, "id": null}"""),
        ("query ($i: Int, $f: Float, $s: String, $b: Boolean, $id: ID) { echo(i: $i, f: $f, s: $s, b: $b, id: $id) }", """{"i": "1", "f": "2", "s": 3, "b": 0, "id": 1.5}"""), ("query ($i: Int, $f: Float, $id: ID) { echo(i: $i, f: $f, id: $id) }", """{"i": 1.0, "f": 1e400, "id": 12345678901234567890}"""),
        ("query ($i: Int!) { echo(i: $i) }", "{}"), ("query ($i: Int!) { echo(i: $i) }", """{"i": null}"""), ("query ($i: Int! = 4) { echo(i: $i) }", "{}"), ("query ($i: Int! = 4) { echo(i: $i) }", """{"i": null}"""), ("query ($i: Int = 4) { echo(need: $i) }", """{"i": null}"""), ("query ($i: Int) { echo(need: $i) }", "{}"), ("query ($i: Int) { echo(need: $i) }", """{"i": null}"""),
        ("query ($c: Color, $l: [Color!]) { echo(color: $c, colors: $l) }", """{"c": "RED", "l": "BLUE"}"""), ("query ($c: Color, $l: [Color!]) { echo(color: $c, colors: $l) }", """{"c": "REDD", "l": ["BLUE", null, 1]}"""), ("query ($c: Color, $l: [Color!]) { echo(color: $c, colors: $l) }", """{"c": 1, "l": []}"""),
        ("query ($f: Filter) { echo(filter: $f) }", """{"f": {"min": 1, "tags": "x", "not": {"max": null}}}"""), ("query ($f: Filter) { echo(filter: $f) }", """{"f": {"min": "x", "mn": 1, "not": {"tags": [null], "must": null, "nope": {"a": [1, 2, {"b": {}}]}}}}"""), ("query ($f: Filter) { echo(filter: $f) }", """{"f": [1]}"""), ("query ($f: [[Filter]]) { echo(filters: $f) }", """{"f": {"min": 1}}"""),
        ("query ($o: OneWay) { echo(one: $o) }", """{"o": {"byId": "x"}}"""), ("query ($o: OneWay) { echo(one: $o) }", """{"o": {}}"""), ("query ($o: OneWay) { echo(one: $o) }", """{"o": {"byId": null}}"""), ("query ($o: OneWay) { echo(one: $o) }", """{"o": {"byId": 1, "byName": "x"}}"""), ("query ($o: OneWay) { echo(one: $o) }", """{"o": {"byNam": 1}}"""), ("query ($n: String!) { echo(one: { byName: $n }) }", """{"n": "x"}"""),
        ("query ($d: Deep) { echo(deep: $d) e2: echo(deep: { level: 1, more: $d }) }", """{"d": {"level": 3}}"""), ("query ($d: Deep) { echo(deep: $d) }", """{"d": {"more": {"level": "x"}}}"""), ("query ($a: Any) { echo(any: $a) e2: echo(any: { x: [1, $a, E] }) }", """{"a": {"k": [1.5, "x", null, true]}}"""), ("query ($a: Any) { e2: echo(any: { x: [1, $a, E], y: $a }) }", "{}"), ("query ($a: Int, $c: Color) { e2: echo(any: { x: [1, $a, $c] }) }", """{"a": 3}"""),
        ("query ($x: Int, $t: String) { echo(filter: { min: $x, tags: [\"a\", \"b\"] }) e2: echo(filter: { not: { max: $x } }) }", "{}"), ("query ($s: Boolean!, $i: Boolean!) { number @skip(if: $s) old @include(if: $i) dog { name @skip(if: $s) @include(if: $i) id } }", """{"s": false, "i": true}"""), ("query ($s: Boolean!, $i: Boolean!) { number @skip(if: $s) old @include(if: $i) dog { name @skip(if: $s) @include(if: $i) id } }", """{"s": true, "i": false}"""),
        ("query ($s: Boolean = true) { number old @skip(if: $s) dog { name id @skip(if: $s) } }", """{"s": null}"""), ("query ($s: Boolean = true) { dog { name id @skip(if: $s) } animals { id @include(if: $s) } }", """{"s": null}"""), ("query ($s: Boolean = true) { cat { id @include(if: $s) } }", """{"s": null}"""), ("query A { number } query B { old }", "{}"), ("fragment F on Query { number }", "{}"),
        ("{ dogs { name parent { name parent { name } } } }", "{}"), ("{ matrix }", "{}"), ("{ search(text: \"a\") { __typename ... on Named { name } ... on Address { city tags } } }", "{}"), ("mutation { a: add(name: \"x\") { id } b: remove(id: 1) c: paint(color: RED) { name } d: count }", "{}"), ("{ __typename __type(name: \"Dog\") { name kind fields { name type { kind name ofType { name } } } } }", "{}"), ("{ __type(name: \"Nope\") { name } }", "{}"), ("subscription { ticks }", "{}"),
    ];

    [ReferenceFact]
    public async Task What_is_written_by_hand_gives_the_same_answer() => await Compare("zoo", Written.Select(w => (w.Text, w.Variables)), batched: false);

    [ReferenceFact]
    public async Task Generated_operations_give_the_same_answer() => await Compare(30_000, 3000, batched: false);

    [ReferenceFact]
    public async Task Generated_operations_with_asynchronous_batches_give_the_same_answer() => await Compare(40_000, 1500, batched: true);

    static async Task Compare(int from, int count, bool batched)
    {
        foreach (var (name, sdl) in Schemas.All)
        {
            var schema = SameResolvers.Build(sdl);
            var requests = Enumerable.Range(from, count * 5).Select(seed =>
            {
                var generator = new DocumentGenerator(schema, seed, mischief: 0);
                var text = generator.Document();
                return (text, Variables(schema, generator, new Random(seed)).ToJsonString());
            });
            (await Compare(name, requests, batched, count / Schemas.All.Count)).Should().Be(count / Schemas.All.Count);
        }
    }

    static async Task<int> Compare(string name, IEnumerable<(string Text, string Variables)> requests, bool batched, int most = int.MaxValue)
    {
        var schema = SameResolvers.Build(Schemas.All[name], batched);
        Reference.Ask("schema", ("name", name), ("sdl", Schemas.All[name]));
        var executor = new GraphQLExecutor(Wide);
        var differences = new Differences();
        foreach (var (text, variables) in requests)
        {
            if (differences.Compared == most) break;
            if (Validator.Validate(schema, Parser.Parse(text)).Count > 0 && !text.Contains("fragment F on Query { number }", StringComparison.Ordinal)) continue;
            if (text.StartsWith("fragment", StringComparison.Ordinal)) continue;
            using var response = await executor.ExecuteAsync(schema, new GraphQLRequest(text, null, JsonDocument.Parse(variables).RootElement), null, SameResolvers.Root);
            differences.Compare($"{text}\n{variables}", JsonNode.Parse(response.ToString()), Reference.Ask("execute", ("schema", name), ("text", text), ("variables", JsonNode.Parse(variables))));
        }
        differences.ShouldBeNone();
        return differences.Compared;
    }

    static JsonObject Variables(Schema schema, DocumentGenerator generator, Random random)
    {
        var given = new JsonObject();
        foreach (var (name, type) in generator.Variables)
            if (random.Next(5) > 0 || type.EndsWith('!')) given[name] = Value(schema, TypeRef.Parse(type), random, 0);
        return given;
    }

    static JsonNode? Value(Schema schema, TypeRef type, Random random, int depth)
    {
        if (random.Next(25) == 0) return JsonNode.Parse(new[] { "1", "\"x\"", "true", "null", "1.5", "{}", "[]", "[1]", "{\"nope\": 1}", "3000000000" }[random.Next(10)]);
        if (!type.IsNonNull && random.Next(8) == 0) return null;
        var inner = type.Nullable;
        if (inner.IsList) return random.Next(5) == 0 ? Value(schema, inner.OfType!, random, depth) : new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(schema, inner.OfType!, random, depth + 1))]);
        switch (inner.Name)
        {
            case "Int": return random.Next(-5, 100);
            case "Float": return JsonNode.Parse(new[] { "1", "0.1", "1e21", "-2.5", "1e-7", "123456789.125" }[random.Next(6)]);
            case "String": return new[] { "", "a", "ก \"q\"", "😀\n" }[random.Next(4)];
            case "Boolean": return random.Next(2) == 0;
            case "ID": return random.Next(2) == 0 ? random.Next(100) : "id";
        }
        switch (schema.Type(inner.Name))
        {
            case EnumType e: return e.Values[random.Next(e.Values.Count)].Name;
            case InputObjectType { IsOneOf: true } one: return new JsonObject { [one.Fields[0].Name] = Value(schema, one.Fields[0].Type.NonNull(), random, depth + 1) };
            case InputObjectType input: return new JsonObject(input.Fields.Where(f => f.IsRequired || (depth < 3 && random.Next(3) == 0)).Select(f => KeyValuePair.Create(f.Name, Value(schema, f.Type, random, depth + 1))));
            default: return JsonNode.Parse("{\"a\": [1, \"x\", null]}");
        }
    }
}
