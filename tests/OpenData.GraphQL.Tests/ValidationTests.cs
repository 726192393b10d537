using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.GraphQL.Validation;

namespace OpenData.GraphQL.Tests;

/// <summary>The rules where graphql-js is not at hand.</summary>
public class ValidationTests
{
    static readonly Schema Zoo = SdlModule.Build(Schemas.Zoo);

    public static TheoryData<string> RuleNames => [.. ValidationDocuments.ByRule.Keys];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void A_rule_alone_finds_fault_with_the_documents_written_to_break_it(string rule)
    {
        var type = typeof(ValidationRule).Assembly.GetTypes().Single(t => t.Name == rule && t.IsSubclassOf(typeof(ValidationRule)));
        var schema = rule == "KnownOperationTypes" ? SdlModule.Build("type Query { a: Int }") : Zoo;
        var alone = new Func<ValidationContext, ValidationRule>[] { context => (ValidationRule)Activator.CreateInstance(type, context)! };
        ValidationDocuments.ByRule[rule].SelectMany(text => Validator.Run(schema, Parser.Parse(text), new ValidationOptions(GraphQLLimits.Default), alone).Errors)
            .Should().NotBeEmpty().And.OnlyContain(e => e.Locations.Count > 0);
    }

    [Fact]
    public void Rules_stand_in_files_of_their_own_names_and_say_their_section()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "OpenData.sln"))) root = Path.GetDirectoryName(root)!;
        foreach (var rule in ValidationDocuments.ByRule.Keys)
            File.ReadAllText(Path.Combine(root, "src", "OpenData.GraphQL", "Validation", "Rules", rule + ".cs")).Should().MatchRegex(@"<summary>.*(Specification 5\.\d|No rule of the specification)");
    }

    [Fact]
    public void Names_are_not_suggested_where_they_are_not_to_be_guessed()
    {
        var errors = Validator.Validate(Zoo, Parser.Parse("{ numbr dog { nam } animal(id: 1) { barks } echo(colr: RED, color: REDD) ... on Dgo { id } }"), new ValidationOptions(GraphQLLimits.Default) { Suggests = false });
        errors.Should().NotBeEmpty().And.NotContain(e => e.Message.Contains("Did you mean", StringComparison.Ordinal));
    }
}
