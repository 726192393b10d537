using System.Text.Json;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Tests;

/// <summary>What the engine does beside what graphql-js does: batches, late leaves, limits, cancellation.</summary>
public class ExecutionTests
{
    readonly RowsModule rows = new("rows", 10);
    readonly GraphQLExecutor executor = new();

    async Task<string> Ask(string document, GraphQLLimits? limits = null)
    {
        using var response = await (limits is null ? executor : new GraphQLExecutor(limits)).ExecuteAsync(Schema.Compose([rows]), new GraphQLRequest(document));
        return response.ToString();
    }

    [Fact]
    public async Task A_batch_is_given_all_parents_of_its_place_at_once_however_deep()
    {
        await Ask("{ rows(first: 5) { nodes { next { next { number } } } } }");
        rows.Batches.Should().Equal(5, 5);
    }

    [Fact]
    public async Task One_value_of_a_batch_may_fail_alone() =>
        (await Ask("{ rows(first: 7) { nodes { next { number } } } }")).Should().Be(
            """{"errors":[{"message":"five","locations":[{"line":1,"column":28}],"path":["rows","nodes",5,"next"]}],"data":{"rows":{"nodes":[{"next":{"number":1}},{"next":{"number":2}},{"next":{"number":3}},{"next":{"number":4}},{"next":{"number":5}},{"next":null},{"next":{"number":7}}]}}}""");

    [Fact]
    public async Task Leaves_are_written_from_their_rows_in_the_order_asked() =>
        (await Ask("{ rows(first: 2) { nodes { even label n: number __typename } totalCount } }")).Should().Be(
            """{"data":{"rows":{"nodes":[{"even":1,"label":"แถว 0","n":0,"__typename":"Rows"},{"even":null,"label":"แถว 1","n":1,"__typename":"Rows"}],"totalCount":10}}}""");

    [Fact]
    public async Task A_late_leaf_that_is_null_where_it_must_not_be_makes_its_row_null() =>
        (await Ask("{ rows(first: 5) { nodes { number never3 fails4 } } }")).Should().Be(
            """{"errors":[{"message":"Cannot return null for non-nullable field Rows.never3.","locations":[{"line":1,"column":35}],"path":["rows","nodes",3,"never3"]},{"message":"four","locations":[{"line":1,"column":42}],"path":["rows","nodes",4,"fails4"]}],"data":{"rows":{"nodes":[{"number":0,"never3":1,"fails4":1},{"number":1,"never3":1,"fails4":1},{"number":2,"never3":1,"fails4":1},null,{"number":4,"never3":1,"fails4":null}]}}}""");

    [Fact]
    public async Task Errors_of_late_leaves_and_of_resolvers_are_told_in_the_order_of_the_response() =>
        (await Ask("{ rows(first: 6) { nodes { fails4 next { number } } } }")).Should().StartWith(
            """{"errors":[{"message":"four","locations":[{"line":1,"column":28}],"path":["rows","nodes",4,"fails4"]},{"message":"five","locations":[{"line":1,"column":35}],"path":["rows","nodes",5,"next"]}],""");

    [Theory]
    [InlineData("{ rows(first: 1000) { nodes { next { number } } } }", "cost", 2002)]
    [InlineData("{ a: rows(first: 100) { nodes { next { next { next { number } } } } } }", "cost", 402)]
    public async Task Cost_is_rows_asked_for_times_fields_that_need_work(string document, string limit, long value)
    {
        var answer = JsonDocument.Parse(await Ask(document, GraphQLLimits.Default with { MaxCost = 400 })).RootElement;
        var extensions = answer.GetProperty("errors")[0].GetProperty("extensions");
        extensions.GetProperty("limit").GetString().Should().Be(limit);
        extensions.GetProperty("value").GetInt64().Should().BeInRange(value - 2, value);
        extensions.GetProperty("maximum").GetInt64().Should().Be(400);
        answer.TryGetProperty("data", out _).Should().BeFalse();
    }

    [Fact]
    public async Task A_response_that_grows_over_its_limit_is_refused_as_a_whole() =>
        (await Ask("{ rows(first: 10) { nodes { label number } } }", GraphQLLimits.Default with { MaxResponseBytes = 100 })).Should().Contain("\"limit\":\"responseBytes\"").And.NotContain("\"data\"");

    [Fact]
    public async Task An_operation_that_takes_too_long_is_ended_though_its_resolver_does_not_listen()
    {
        var schema = SdlModule.Build("type Query { slow: Int quick: Int }", Resolving(async _ => { await Task.Delay(Timeout.Infinite); return 1; }));
        using var response = await new GraphQLExecutor(GraphQLLimits.Default with { Timeout = TimeSpan.FromMilliseconds(50) }).ExecuteAsync(schema, new GraphQLRequest("{ slow }"));
        response.Errors.Should().ContainSingle().Which.Extensions.Should().Contain("limit", "milliseconds").And.Contain("maximum", 50L);
    }

    [Fact]
    public async Task A_cancelled_request_ends_with_the_exception_of_cancellation()
    {
        using var cancelling = new CancellationTokenSource();
        var schema = SdlModule.Build("type Query { slow: Int }", Resolving(async context =>
        {
            await cancelling.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.Cancellation);
            return 1;
        }));
        var run = () => executor.ExecuteAsync(schema, new GraphQLRequest("{ slow }"), cancellation: cancelling.Token);
        await run.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Queries_run_their_fields_together_and_mutations_one_after_the_other()
    {
        var log = new List<string>();
        var schema = SdlModule.Build("type Query { a: Int b: Int } type Mutation { a: Int b: Int }", Resolving(async context =>
        {
            lock (log) log.Add("begin " + context.Field.ResponseName);
            await Task.Delay(context.Field.Name == "a" ? 60 : 5);
            lock (log) log.Add("end " + context.Field.ResponseName);
            return 1;
        }));
        using var query = await executor.ExecuteAsync(schema, new GraphQLRequest("{ a b }"));
        log.Should().Equal("begin a", "begin b", "end b", "end a");
        log.Clear();
        using var mutation = await executor.ExecuteAsync(schema, new GraphQLRequest("mutation { a b }"));
        log.Should().Equal("begin a", "end a", "begin b", "end b");
        query.ToString().Should().Be(mutation.ToString()).And.Be("""{"data":{"a":1,"b":1}}""");
    }

    [Fact]
    public async Task What_an_unforeseen_exception_says_is_not_shown()
    {
        var schema = SdlModule.Build("type Query { a: Int }", Resolving(_ => throw new InvalidOperationException("password=1234")));
        using var response = await executor.ExecuteAsync(schema, new GraphQLRequest("{ a }"));
        response.ToString().Should().Be("""{"errors":[{"message":"An unexpected error happened while this field was resolved.","locations":[{"line":1,"column":3}],"path":["a"]}],"data":{"a":null}}""");
    }

    [Fact]
    public async Task A_resolver_sees_what_is_selected_below_it_and_its_arguments()
    {
        string? seen = null;
        var schema = SdlModule.Build("type Query { list(first: Int): Page } type Page { nodes: [Item] total: Int } type Item { name(upper: Boolean = false): String }", Resolving(context =>
        {
            var nodes = context.Field.Selection!["nodes"]!;
            seen = string.Join(' ', nodes.Selection!.FieldsNamed("name").Select(f => $"{f.ResponseName}:{context.ArgumentsOf(f).Get<bool>("upper")}")) + " " + context.Field.Selection["total"]?.Name;
            return new((object?)null);
        }));
        using var response = await executor.ExecuteAsync(schema, new GraphQLRequest("query ($u: Boolean) { list { nodes { name ...F } total @skip(if: true) } } fragment F on Item { big: name(upper: $u) }", null, JsonDocument.Parse("""{"u":true}""").RootElement));
        seen.Should().Be("name:False big:True ");
    }

    [Fact]
    public async Task A_subscription_answers_each_event_of_its_stream()
    {
        static async IAsyncEnumerable<object?> Ticks()
        {
            for (var i = 1; i <= 3; i++)
            {
                await Task.Yield();
                yield return new Dictionary<string, object?> { ["tick"] = i };
            }
        }
        var schema = SdlModule.Build("type Query { a: Int } type Subscription { tick: Int! }", new SdlResolvers
        {
            Complete = (_, field) => field.Name != "tick" ? field : new FieldDefinition(field.Name, field.Type) { Subscribe = _ => new(Ticks()) },
        });
        var answers = new List<string>();
        await foreach (var response in executor.SubscribeAsync(executor.Prepare(schema, new GraphQLRequest("subscription { t: tick }")))) answers.Add(response.ToString());
        answers.Should().Equal("""{"data":{"t":1}}""", """{"data":{"t":2}}""", """{"data":{"t":3}}""");
    }

    [Fact]
    public async Task A_custom_scalar_reads_and_writes_its_own_way()
    {
        var upper = new ScalarType("Upper")
        {
            Serialize = value => ((string)value).ToUpperInvariant(),
            ParseValue = value => value.ValueKind == JsonValueKind.String ? value.GetString()!.ToLowerInvariant() : throw new GraphQLException("Upper wants text"),
            ParseLiteral = value => value is Language.StringValueNode text ? text.Value.ToLowerInvariant() : throw new GraphQLException("Upper wants text"),
        };
        var schema = SdlModule.Build("scalar Upper type Query { say(it: Upper): Upper }", new SdlResolvers
        {
            Scalars = { ["Upper"] = upper },
            Complete = (_, field) => new FieldDefinition(field.Name, field.Type) { Arguments = field.Arguments, Resolve = context => new(context.Arguments["it"] + "!") },
        });
        using var literal = await executor.ExecuteAsync(schema, new GraphQLRequest("{ say(it: \"AbC\") }"));
        using var variable = await executor.ExecuteAsync(schema, new GraphQLRequest("query ($v: Upper) { say(it: $v) }", null, JsonDocument.Parse("""{"v":"x"}""").RootElement));
        using var wrong = await executor.ExecuteAsync(schema, new GraphQLRequest("{ say(it: 1) }"));
        (literal.ToString() + variable).Should().Be("""{"data":{"say":"ABC!"}}{"data":{"say":"X!"}}""");
        wrong.Errors[0].Message.Should().Be("Expected value of type \"Upper\", but encountered error \"Upper wants text\"; found: 1.");
    }

    [Fact]
    public async Task Combinations_of_conditions_each_have_a_plan_and_the_right_answer()
    {
        var schema = Schema.Compose([rows]);
        const string Text = "query ($a: Boolean!, $b: Boolean!) { rows(first: 1) { totalCount @include(if: $a) nodes { number @skip(if: $b) label } } }";
        foreach (var (a, b, answer) in new[] { (true, true, """{"totalCount":10,"nodes":[{"label":"แถว 0"}]}"""), (false, true, """{"nodes":[{"label":"แถว 0"}]}"""), (false, false, """{"nodes":[{"number":0,"label":"แถว 0"}]}"""), (true, true, """{"totalCount":10,"nodes":[{"label":"แถว 0"}]}""") })
        {
            using var response = await executor.ExecuteAsync(schema, new GraphQLRequest(Text, null, JsonSerializer.SerializeToElement(new { a, b })));
            response.ToString().Should().Be($$$"""{"data":{"rows":{{{answer}}}}}""");
        }
    }

    static SdlResolvers Resolving(Resolver resolve) => new()
    {
        Complete = (type, field) => type is not ("Query" or "Mutation") ? field : new FieldDefinition(field.Name, field.Type) { Arguments = field.Arguments, Resolve = resolve },
    };
}
