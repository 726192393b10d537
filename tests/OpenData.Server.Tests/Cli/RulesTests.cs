using System.Text.Json;
using OpenData.Rules;

namespace OpenData.Server.Tests.Cli;

[Trait("Store", "None")] // Texts of the program.
public class RulesTests
{
    [Fact]
    public async Task The_rule_book_as_JSON_has_every_rule_in_both_languages()
    {
        var run = await OpenDataProcess.RunAsync("rules", "--format", "json");
        run.ExitCode.Should().Be(0);
        using var book = JsonDocument.Parse(run.OutputBytes);
        book.RootElement.GetProperty("ruleBook").GetString().Should().Be(RuleBook.Version);
        var rules = book.RootElement.GetProperty("rules").EnumerateArray().ToList();
        rules.Select(rule => rule.GetProperty("code").GetString()).Should().Equal(RuleBook.Rules.Select(rule => rule.Code));
        rules.Should().NotBeEmpty().And.OnlyContain(rule => rule.GetProperty("th").GetProperty("fix").GetString() != "" && rule.GetProperty("en").GetProperty("why").GetString() != "");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public async Task The_rule_book_for_people_names_every_rule(string format)
    {
        var run = await OpenDataProcess.RunAsync("rules", "--format", format);
        run.ExitCode.Should().Be(0);
        run.Output.Should().ContainAll(RuleBook.Rules.Select(rule => rule.Code));
    }
}
