using System.Runtime.CompilerServices;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Tests;

/// <summary>Schemas of many modules that come, change and go.</summary>
[Collection(Alone.Name)]
public class ModuleTests
{
    readonly GraphQLExecutor executor = new();

    [Fact]
    public async Task Nothing_is_built_until_it_is_asked_for()
    {
        var asked = new RowsModule("asked", 3);
        var ignored = new RowsModule("ignored", 3);
        var schema = Schema.Compose([asked, ignored]);
        (asked.Built + ignored.Built).Should().Be(0);
        using var response = await executor.ExecuteAsync(schema, new GraphQLRequest("{ asked(first: 1) { nodes { number } } }"));
        response.ToString().Should().Be("""{"data":{"asked":{"nodes":[{"number":0}]}}}""");
        asked.Built.Should().Be(3);
        ignored.Built.Should().Be(0);
    }

    [Fact]
    public async Task A_replaced_module_answers_at_once_and_a_prepared_operation_keeps_the_one_it_began_with()
    {
        var live = new LiveSchema(Schema.Compose([new RowsModule("rows", 1), new RowsModule("others", 1)]));
        var request = new GraphQLRequest("{ rows { totalCount } others { totalCount } }");
        var before = executor.Prepare(live.Current, request);
        live.Put(new RowsModule("rows", 2));
        using var old = await executor.ExecuteAsync(before);
        using var now = await executor.ExecuteAsync(live.Current, request);
        old.ToString().Should().Contain("""{"totalCount":1},"others":{"totalCount":1}""");
        now.ToString().Should().Contain("""{"totalCount":2},"others":{"totalCount":1}""");
        live.Remove("others");
        using var gone = await executor.ExecuteAsync(live.Current, request);
        gone.Errors.Should().ContainSingle().Which.Message.Should().Be("Cannot query field \"others\" on type \"Query\".");
    }

    [Fact]
    public void Modules_come_and_go_in_one_exchange()
    {
        var live = new LiveSchema(Schema.Compose([new RowsModule("rows", 1), new RowsModule("others", 1)]));
        var next = live.Change([new RowsModule("rows", 1, key: "others")], ["rows"]);
        next.Should().BeSameAs(live.Current);
        next.QueryType!.Fields.Names.Should().Equal("rows");
        next.Module("rows").Should().BeNull();
    }

    [Fact]
    public async Task What_a_resolver_holds_is_disposed_when_the_response_is_written()
    {
        var held = new Held();
        var schema = SdlModule.Build("type Query { it: String }", new SdlResolvers
        {
            Complete = (_, field) => new FieldDefinition(field.Name, field.Type)
            {
                Resolve = context =>
                {
                    context.Hold(held);
                    return new(held.IsDisposed ? "gone" : "there");
                },
            },
        });
        using var response = await executor.ExecuteAsync(schema, new GraphQLRequest("{ it }"));
        response.ToString().Should().Be("""{"data":{"it":"there"}}""");
        held.IsDisposed.Should().BeTrue();
    }

    sealed class Held : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    [Fact]
    public void Two_modules_cannot_define_the_same_name()
    {
        var schema = Schema.Compose([new RowsModule("rows", 1)]);
        var twice = () => schema.With(new RowsModule("rows", 1, key: "another"));
        twice.Should().Throw<ArgumentException>().WithMessage("*\"Rows\"*\"another\"*\"rows\"*");
    }

    [Fact]
    public async Task A_field_whose_type_went_away_with_its_module_is_gone_until_it_comes_back()
    {
        var referring = new SdlModule("referring", "type Query { it: Thing } type Thing { name: String province: Province } union Any = Thing | Province");
        var province = new SdlModule("province", "type Province { code: String }");
        const string Text = "{ __type(name: \"Thing\") { fields { name } } any: __type(name: \"Any\") { possibleTypes { name } } }";
        var whole = Schema.Compose([referring, province]);
        using var with = await executor.ExecuteAsync(whole, new GraphQLRequest(Text));
        using var without = await executor.ExecuteAsync(whole.Without("province"), new GraphQLRequest(Text));
        using var asked = await executor.ExecuteAsync(whole.Without("province"), new GraphQLRequest("{ it { province { code } } }"));
        with.ToString().Should().Be("""{"data":{"__type":{"fields":[{"name":"name"},{"name":"province"}]},"any":{"possibleTypes":[{"name":"Thing"},{"name":"Province"}]}}}""");
        without.ToString().Should().Be("""{"data":{"__type":{"fields":[{"name":"name"}]},"any":{"possibleTypes":[{"name":"Thing"}]}}}""");
        asked.Errors.Should().ContainSingle().Which.Message.Should().StartWith("Cannot query field \"province\" on type \"Thing\".");
        SchemaPrinter.Print(whole.Without("province")).Should().NotContain("Province");
    }

    [Fact]
    public async Task A_schema_of_too_many_types_is_not_listed_but_each_type_is_told()
    {
        var schema = Schema.Compose(Enumerable.Range(0, 30).Select(i => new RowsModule($"rows{i}", 5)), new SchemaOptions { MaxListedTypes = 50, TooManyTypesHint = "Ask /graphql/{dataset}." });
        using var all = await executor.ExecuteAsync(schema, new GraphQLRequest("{ __schema { types { name } } }"));
        all.Errors.Should().ContainSingle().Which.Message.Should().Be("The schema has too many types to list: 60, the most is 50. Ask /graphql/{dataset}.");
        using var one = await executor.ExecuteAsync(schema, new GraphQLRequest("{ __schema { queryType { name } } __type(name: \"Rows7\") { name } }"));
        one.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task The_cache_of_plans_does_not_grow_over_its_weight()
    {
        var schema = Schema.Compose([new RowsModule("rows", 1)]);
        var small = new GraphQLExecutor(GraphQLLimits.Default with { MaxCachedWeight = 1000 });
        for (var i = 0; i < 500; i++) (await small.ExecuteAsync(schema, new GraphQLRequest($"{{ a{i}: rows {{ nodes {{ number label }} }} }}"))).Dispose();
        schema.Plans.Find(PlanCache.KeyOf(new("{ a0: rows { nodes { number label } } }"))).Should().BeNull();
        schema.Plans.Find(PlanCache.KeyOf(new("{ a499: rows { nodes { number label } } }"))).Should().NotBeNull();
        schema.Plans.Weight.Should().BeLessThan(1100);
    }

    [Fact]
    public async Task Documents_of_other_modules_stay_read_when_one_is_replaced()
    {
        var schema = Schema.Compose([new RowsModule("rows", 1), new RowsModule("others", 1)]);
        foreach (var text in new[] { "{ rows { totalCount } }", "{ others { totalCount } }" }) (await executor.ExecuteAsync(schema, new GraphQLRequest(text))).Dispose();
        var next = schema.With(new RowsModule("rows", 2));
        next.Plans.Find(PlanCache.KeyOf(new("{ others { totalCount } }"))).Should().NotBeNull();
        next.Plans.Find(PlanCache.KeyOf(new("{ rows { totalCount } }"))).Should().BeNull();
    }

    [Fact]
    public async Task After_a_thousand_replacements_the_old_modules_are_collected()
    {
        var live = new LiveSchema(Schema.Compose([new RowsModule("rows", 1), new RowsModule("others", 1)]));
        var old = new List<WeakReference>();
        for (var i = 0; i < 1000; i++) await Replace(live, i, old);
        await Replace(live, 1000, []);
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        old.Count(w => w.IsAlive).Should().BeLessThanOrEqualTo(1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    async Task Replace(LiveSchema live, int round, List<WeakReference> old)
    {
        var module = new RowsModule("rows", round);
        old.Add(new WeakReference(module));
        live.Put(module);
        (await executor.ExecuteAsync(live.Current, new GraphQLRequest("{ rows { totalCount nodes { number } } others { totalCount } }"))).Dispose();
        (await executor.ExecuteAsync(live.Current, new GraphQLRequest("{ others { totalCount } }"))).Dispose();
    }

    [Fact]
    public async Task Ten_thousand_modules_answer_as_one_does_and_one_more_costs_little()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var schema = Schema.Compose(Enumerable.Range(0, 10_000).Select(i => new RowsModule($"rows{i}", 5)));
        ((GC.GetTotalMemory(forceFullCollection: true) - before) / 10_000).Should().BeLessThan(20_000, "bytes for each module that nobody asks");

        (await executor.ExecuteAsync(schema, new GraphQLRequest("{ rows1 { totalCount } }"))).Dispose();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        using var response = await executor.ExecuteAsync(schema, new GraphQLRequest("{ rows777 { nodes { number label } } }"));
        Allocated().Should().BeLessThan(1_000_000, "a first query builds the types it names and no others");
        response.Errors.Should().BeEmpty();

        var next = schema.With(new RowsModule("oneMore", 5));
        Allocated().Should().BeLessThan(8_000_000, "one more module costs a list of names, not the types of the others");
        using var more = await executor.ExecuteAsync(next, new GraphQLRequest("{ __type(name: \"OneMore\") { fields { name } } oneMore { totalCount } }"));
        more.Errors.Should().BeEmpty();
        Allocated();
        using var unknown = await executor.ExecuteAsync(next, new GraphQLRequest("{ " + string.Concat(Enumerable.Range(0, 49).Select(i => $"rowz{i} ")) + "}"));
        unknown.Errors.Should().HaveCount(49);
        Allocated().Should().BeLessThan(16_000_000, "suggestions from ten thousand names are bounded");

        long Allocated()
        {
            var before = allocated;
            return (allocated = GC.GetAllocatedBytesForCurrentThread()) - before;
        }
    }
}
