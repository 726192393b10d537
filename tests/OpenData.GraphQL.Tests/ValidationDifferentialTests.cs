using System.Text.Json.Nodes;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Validation;

namespace OpenData.GraphQL.Tests;

/// <summary>Every rule, beside graphql-js: the same errors, in the same order, at the same places.</summary>
public class ValidationDifferentialTests
{
    [ReferenceFact]
    public void Every_rule_says_what_graphql_js_says_of_documents_written_for_it() =>
        Compare("zoo", ValidationDocuments.ByRule.Values.SelectMany(d => d));

    [ReferenceFact]
    public void Generated_documents_with_little_mischief_get_the_same_errors() => Compare(0, 2000, 0.01);

    [ReferenceFact]
    public void Generated_documents_with_much_mischief_get_the_same_errors() => Compare(10_000, 3000, 0.12);

    [ReferenceFact]
    public void Generated_documents_without_mischief_get_the_same_errors() => Compare(20_000, 1000, 0);

    [Fact]
    public void Every_rule_has_documents_written_for_it() =>
        typeof(ValidationRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ValidationRule))).Select(t => t.Name)
            .Should().BeEquivalentTo(ValidationDocuments.ByRule.Keys).And.HaveCount(Validator.Rules.Count);

    static void Compare(int from, int count, double mischief)
    {
        foreach (var (name, sdl) in Schemas.All)
        {
            var schema = SameResolvers.Build(sdl);
            var documents = Enumerable.Range(from, count / Schemas.All.Count).Select(seed => new DocumentGenerator(schema, seed, mischief).Document()).Where(d => d.Trim().Length > 0);
            Compare(name, documents);
        }
    }

    static void Compare(string name, IEnumerable<string> documents)
    {
        var schema = SameResolvers.Build(Schemas.All[name]);
        Reference.Ask("schema", ("name", name), ("sdl", Schemas.All[name]))["errors"]!.AsArray().Should().BeEmpty();
        var differences = new Differences();
        foreach (var text in documents)
        {
            var ours = Differences.Told(Validator.Validate(schema, Parser.Parse(text)));
            differences.Compare(text, new JsonObject { ["errors"] = ours }, Reference.Ask("validate", ("schema", name), ("text", text)));
        }
        differences.ShouldBeNone();
    }
}
