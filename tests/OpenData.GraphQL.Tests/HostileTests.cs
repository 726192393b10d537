using System.Text;
using System.Text.Json;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Tests;

/// <summary>Documents made to hurt are refused at once, with the limit they met, and leave no memory behind.</summary>
[Collection(Alone.Name)]
public class HostileTests
{
    /// <summary>Bytes that a refusal may take on the way: what costs little memory of short-lived pieces costs little time. The bench tells the time.</summary>
    const long MostBytes = 48_000_000;
    static readonly Schema Zoo = SdlModule.Build(Schemas.Zoo);

    static string Repeat(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));

    public static TheoryData<string, string> Attacks => new()
    {
        { "deep selections", "{ dog " + Repeat(3000, _ => "{ parent ") + "{ id }" + new string('}', 3001) },
        { "deep selections just under the parser's limit", "{ dog " + Repeat(60, _ => "{ parent ") + "{ id }" + new string('}', 61) },
        { "unclosed selections", Repeat(50_000, _ => "{a") },
        { "deep lists", "{ echo(any: " + new string('[', 20_000) },
        { "deep objects", "{ echo(any: " + Repeat(15_000, _ => "{a:") },
        { "deep types", "query ($a: " + new string('[', 50_000) },
        { "alias flood", "{ " + Repeat(3000, i => $"a{i}: number ") + "}" },
        { "alias flood in fragments", "{ ...F } fragment F on Query { " + Repeat(3000, i => $"a{i}: old ") + "}" },
        { "root field flood", "{ " + Repeat(5000, _ => "number ") + "}" },
        { "fragment cycle", "{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { ...A }" },
        { "long fragment cycle", "{ dog { ...F0 } } " + Repeat(1100, i => $"fragment F{i} on Dog {{ ...F{(i + 1) % 1100} }} ") },
        { "many fragment cycles", "{ dog { ...F0 } } " + Repeat(60, i => $"fragment F{i} on Dog {{ {Repeat(60, j => $"...F{j} ")}}} ") },
        { "fragment fan-out", "{ dog { ...F0 } } " + Repeat(20, i => $"fragment F{i} on Dog {{ a: parent {{ ...F{i + 1} }} b: parent {{ ...F{i + 1} }} }} ") + "fragment F20 on Dog { id }" },
        { "fragments that all spread all", "{ dog { ...F0 } } " + Repeat(70, i => $"fragment F{i} on Dog {{ x{i}: id {Repeat(70 - i - 1, j => $"...F{i + j + 1} ")}}} ") },
        { "fields to merge", "{ dog { " + Repeat(2000, _ => "parent { id } ") + "} }" },
        { "fields to merge with large arguments", "{ dog { id } " + Repeat(40, _ => $"echo(any: [{Repeat(60, i => i + " ")}]) ") + Repeat(600, _ => "dog { id parent { id } } ") + "}" },
        { "nested fields to merge", "{ " + Repeat(45, _ => "dog { " + Repeat(10, _ => "parent { " + Repeat(5, _ => "parent { id } ") + "} ") + "} ") + "}" },
        { "huge list", "{ echo(any: [" + Repeat(40_000, _ => "1 ") + "]) }" },
        { "huge input object", "{ echo(filter: {" + Repeat(4500, i => $"a{i}:1 ") + "}) }" },
        { "huge wrong list", "{ echo(colors: [" + Repeat(9000, _ => "REDD ") + "]) }" },
        { "directive flood", "{ number " + Repeat(4000, _ => "@tag ") + "}" },
        { "unknown directive flood", "{ number " + Repeat(4000, i => $"@d{i} ") + "}" },
        { "directive flood on variables", "query (" + Repeat(1500, i => $"$a{i}: Int @tag @tag ") + ") { number }" },
        { "variable flood", "query (" + Repeat(2400, i => $"$a{i}: Int ") + ") { number }" },
        { "operation flood", Repeat(700, i => $"query Q{i} {{ ...F }} ") + "fragment F on Query { " + Repeat(50, i => $"e{i}: echo(i: $v{i}) ") + "}" },
        { "unknown field flood", "{ " + Repeat(49, i => $"nope{i} ") + "dog { " + Repeat(4000, i => $"nope{i} ") + "} }" },
        { "one token of a megabyte", "{ " + new string('a', 1_000_000) + " }" },
        { "comments", "{ number " + Repeat(30_000, _ => "#\n") },
        { "commas", "{ number " + new string(',', 99_000) },
        { "long string", "{ echo(s: \"" + new string('x', 99_000) },
        { "introspection of introspection", "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task It_is_refused_with_little_work_and_without_growing_memory(string what, string document)
    {
        var executor = new GraphQLExecutor();
        var source = new Source(document);
        using (var first = await executor.ExecuteAsync(Zoo, new GraphQLRequest(source))) first.Errors.Should().NotBeEmpty(what);
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            using var response = await executor.ExecuteAsync(Zoo, new GraphQLRequest(source));
            _ = response.Errors.Count;
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - allocated);
            response.WasExecuted.Should().BeFalse(what);
            response.Errors.Count.Should().BeLessThanOrEqualTo(executor.Limits.MaxErrors + 1);
            response.ToString().Length.Should().BeLessThan(2_000_000, "the refusal is not itself an attack");
        }
        least.Should().BeLessThan(MostBytes, what);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 20; i++) (await executor.ExecuteAsync(Zoo, new GraphQLRequest(source))).Dispose();
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(1_000_000, what);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused_where_they_stand()
    {
        foreach (var bytes in new byte[][] { [.. "{ a"u8, 0xFF, .. " }"u8], [.. "{\n a(b: \""u8, 0xC3, 0x28, .. "\") }"u8], [0xED, 0xA0, 0x80], [.. "{ a } #"u8, 0xF8, 0x88] })
        {
            using var response = await new GraphQLExecutor().ExecuteAsync(Zoo, new GraphQLRequest(new Source(bytes)));
            response.Errors.Should().ContainSingle().Which.Message.Should().Be("Syntax Error: The document is not UTF-8.");
        }
    }

    [Fact]
    public async Task Giant_variables_are_refused_by_their_count()
    {
        var json = JsonDocument.Parse("{\"a\": [" + string.Join(',', Enumerable.Repeat("[1]", 200_000)) + "]}").RootElement;
        using var response = await new GraphQLExecutor().ExecuteAsync(Zoo, new GraphQLRequest("query ($a: Any) { echo(any: $a) }", null, json));
        response.Errors.Should().ContainSingle().Which.Extensions.Should().Contain("limit", "variableValues").And.Contain("maximum", 20_000L);
    }

    [Theory]
    [InlineData("tokens", "{ number number number number number number }")]
    [InlineData("nesting", "{ echo(any: [[[[[[[[[[1]]]]]]]]]]) }")]
    [InlineData("depth", "{ dog { parent { parent { parent { id } } } } }")]
    [InlineData("rootFields", "{ a b c d }")]
    [InlineData("aliases", "{ a: b b: c c: d }")]
    [InlineData("directives", "{ a @b @c @d @e }")]
    [InlineData("documentBytes", "{ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa }")]
    public async Task Each_refusal_names_the_limit_the_value_and_the_most(string limit, string document)
    {
        var limits = GraphQLLimits.Default with { MaxTokens = limit == "tokens" ? 5 : 100, MaxNesting = 9, MaxDepth = 4, MaxRootFields = 3, MaxAliases = 2, MaxDirectives = 3, MaxDocumentBytes = 60 };
        using var response = await new GraphQLExecutor(limits).ExecuteAsync(Zoo, new GraphQLRequest(document));
        var extensions = response.Errors.Should().ContainSingle().Which.Extensions!;
        extensions.Should().Contain("code", "LIMIT_EXCEEDED").And.Contain("limit", limit);
        ((long)extensions["value"]!).Should().BeGreaterThan((long)extensions["maximum"]!);
        response.Errors[0].Message.Should().Contain(((long)extensions["maximum"]!).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Encoding.UTF8.GetByteCount(response.ToString()).Should().BeLessThan(500);
    }
}
